import type { FindingSummary } from '../../../contract/finding/finding.ts'
import { formatDate } from '../../format/dates.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'

/** The first due day of what was put off or late before, how often, and whether its day had passed; nothing where it was neither. */
export function PutOff({
  of,
}: {
  of: Pick<FindingSummary, 'firstDue' | 'putOff' | 'putOffLate' | 'lateBefore'>
}) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { firstDue, putOff, putOffLate, lateBefore } = of
  if (firstDue === null || (putOff === 0 && !lateBefore)) return null
  const first = formatDate(firstDue, language)
  return (
    <span className="cell-note">
      {putOffLate && <strong>{texts.putOffLate}. </strong>}
      {lateBefore && <strong>{texts.lateBefore}. </strong>}
      {putOff === 0 ? texts.firstDue(first) : texts.putOff(first, putOff)}
    </span>
  )
}
