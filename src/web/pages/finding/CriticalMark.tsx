import type { FindingSummary } from '../../../contract/finding/finding.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useTexts } from '../../texts/language.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'

/** That somebody fears for the child of the same case; nothing where nobody does. */
export function CriticalMark({ critical }: Pick<FindingSummary, 'critical'>) {
  const texts = useTexts({ da, en })
  if (critical === null) return null
  return (
    <StatusTag kind={critical.open ? 'danger' : 'neutral'}>
      {critical.open ? texts.critical : texts.criticalClosed}
    </StatusTag>
  )
}
