import type { ReleaseSummary } from '../../../../contract/report/releases.ts'
import { releases as da } from '../../../texts/da/releases.ts'
import { releases as en } from '../../../texts/en/releases.ts'
import { useTexts } from '../../../texts/language.tsx'
import { StatusTag, type StatusKind } from '../../../ui/StatusTag.tsx'

const kinds: Readonly<Record<ReleaseSummary['state'], StatusKind>> = {
  draft: 'neutral',
  checking: 'active',
  checked: 'active',
  approved: 'active',
  released: 'done',
  dropped: 'neutral',
}

export function ReleaseState({ state }: Pick<ReleaseSummary, 'state'>) {
  const { states } = useTexts({ da, en })
  return <StatusTag kind={kinds[state]}>{states[state]}</StatusTag>
}
