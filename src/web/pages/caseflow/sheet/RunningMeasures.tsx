import type { SheetPhase } from '../../../../contract/caseflow/case-sheet.ts'
import { formatDate } from '../../../format/dates.ts'
import { caseSheet as da } from '../../../texts/da/case-sheet.ts'
import { caseSheet as en } from '../../../texts/en/case-sheet.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { useLaneLabel } from './TimeLine.tsx'

/** Support, placements and safety plans that have begun and not ended. */
export function RunningMeasures({ phases }: { phases: readonly SheetPhase[] }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const labelOf = useLaneLabel()
  const running = phases.filter(({ isMeasure, to }) => isMeasure && to === null)
  return (
    <section aria-labelledby="sheet-measures">
      <h2 id="sheet-measures">{texts.measuresHeading}</h2>
      {running.length === 0 ? (
        <p>{texts.measuresNone}</p>
      ) : (
        <ul>
          {running.map((phase, at) => (
            // Two of one kind may have begun on one day.
            <li key={at}>
              {labelOf(phase)} <span className="soft">{texts.since(formatDate(phase.from, language))}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
