import type { FindingSummary } from '../../../contract/finding/finding.ts'
import type { FindingState as State } from '../../../core/finding/finding.ts'
import { formatDate } from '../../format/dates.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { StatusTag, type StatusKind } from '../../ui/StatusTag.tsx'

const kinds: Readonly<Record<State, StatusKind>> = {
  open: 'attention',
  planned: 'active',
  contacted: 'active',
  'carried-out': 'attention',
  proposed: 'attention',
  verified: 'done',
  'not-restored': 'neutral',
  'fallen-away': 'neutral',
}

/** How far a finding is; red only when it is overdue. */
export function FindingState({
  of,
}: {
  of: Pick<FindingSummary, 'state' | 'overdue' | 'verifyBy' | 'verifyLate'>
}) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  return (
    <StatusTag kind={of.overdue || of.verifyLate ? 'danger' : kinds[of.state]}>
      {of.overdue && `${texts.overdue} · `}
      {texts.states[of.state]}
      {of.verifyLate && of.verifyBy !== null && `, ${texts.verifyLate(formatDate(of.verifyBy, language))}`}
    </StatusTag>
  )
}
