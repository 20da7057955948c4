import type { FindingSummary } from '../../../contract/finding/finding.ts'
import type { FindingState as State } from '../../../core/finding/finding.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useTexts } from '../../texts/language.tsx'
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
export function FindingState({ of }: { of: Pick<FindingSummary, 'state' | 'overdue'> }) {
  const texts = useTexts({ da, en })
  return (
    <StatusTag kind={of.overdue ? 'danger' : kinds[of.state]}>
      {of.overdue && `${texts.overdue} · `}
      {texts.states[of.state]}
    </StatusTag>
  )
}
