import type { Results } from '../../../contract/analysis/results.ts'
import { formatDecimal, formatInteger } from '../../format/numbers.ts'
import { resultsEvidence as da } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as en } from '../../texts/en/results-evidence.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'

/** Below this part of their number, what answers are worth is told. */
const worthLess = 0.9

/** How small a change the round can see at all, so that "no clear change" is not read as "no change". */
export function Sight({ results: { sight, unit } }: { results: Pick<Results, 'sight' | 'unit'> }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { cases, baselineCases, power, detectableChange, detectableQuestion, margin } = sight
  // It is computed for the whole municipality; a unit sees far less.
  if (unit !== null || baselineCases === null) return null
  // Where nothing is uncertain no change is tested, and none is overlooked.
  if (detectableChange === null && (margin === null || margin === 0)) return null
  const number = (value: number) => formatInteger(value, language)
  const points = (share: number) => formatDecimal(share * 100, language, share < 0.1 ? 1 : 0)
  return (
    <p className="reading-width">
      {detectableChange === null
        ? texts.sightNone(number(cases), number(baselineCases))
        : texts.sight(
            number(cases),
            number(baselineCases),
            number(power * 10),
            points(detectableChange),
          )}{' '}
      {detectableQuestion !== null &&
        texts.sightQuestion(
          number(detectableQuestion.n),
          number(detectableQuestion.baselineN),
          points(detectableQuestion.change),
        )}{' '}
      {detectableQuestion?.size !== undefined &&
        detectableQuestion.size < worthLess * detectableQuestion.n &&
        texts.sightWeights(number(detectableQuestion.size), number(detectableQuestion.n))}
    </p>
  )
}
