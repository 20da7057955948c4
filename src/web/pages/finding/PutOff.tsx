import type { FindingSummary } from '../../../contract/finding/finding.ts'
import { formatDate } from '../../format/dates.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'

/** The first due day of what was put off, how often, and whether its day had passed by then; nothing where it was not. */
export function PutOff({ of }: { of: Pick<FindingSummary, 'firstDue' | 'putOff' | 'putOffLate'> }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { firstDue, putOff, putOffLate } = of
  if (firstDue === null || putOff === 0) return null
  return (
    <span className="cell-note">
      {putOffLate && <strong>{texts.putOffLate}. </strong>}
      {texts.putOff(formatDate(firstDue, language), putOff)}
    </span>
  )
}
