import type { CriticalSummary } from '../../../contract/review/critical-case.ts'
import { critical as da } from '../../texts/da/critical.ts'
import { critical as en } from '../../texts/en/critical.ts'
import { useTexts } from '../../texts/language.tsx'
import { StatusTag, type StatusKind } from '../../ui/StatusTag.tsx'

const kinds: Readonly<Record<CriticalSummary['state'], StatusKind>> = {
  reported: 'danger',
  acknowledged: 'attention',
  acted: 'active',
  confirmed: 'active',
  accounted: 'done',
  withdrawn: 'neutral',
}

/** How far a critical case is; red until somebody has seen it, and whenever a deadline has passed. */
export function CriticalState({ of }: { of: Pick<CriticalSummary, 'state' | 'overdue'> }) {
  const texts = useTexts({ da, en })
  return (
    <StatusTag kind={of.overdue ? 'danger' : kinds[of.state]}>
      {of.overdue && `${texts.overdue} · `}
      {texts.states[of.state]}
    </StatusTag>
  )
}
