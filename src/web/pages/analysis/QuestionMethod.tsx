import type { QuestionRow } from '../../../contract/analysis/figures.ts'
import { formatInteger, formatPercent } from '../../format/numbers.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { resultsEvidence as daEvidence } from '../../texts/da/results-evidence.ts'
import { results as da } from '../../texts/da/results.ts'
import { resultsEvidence as enEvidence } from '../../texts/en/results-evidence.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { KeyValues, type KeyValue } from '../../ui/KeyValues.tsx'
import { methodFigures } from './method-figures.ts'
import { printChange, printProbability, printShareInterval } from './share-words.ts'

type Counts = Pick<QuestionRow, 'numerator' | 'denominator' | 'notApplicable'>

/** How a question's figures were made, for those who want to check them. */
export function QuestionMethod({ row, hasLast }: { row: QuestionRow; hasLast: boolean }) {
  const { method: texts } = useTexts({ da, en })
  const { counts } = useTexts({ da: daEvidence, en: enEvidence })
  const { chart } = useCommonTexts()
  const language = useLanguage()
  const { change } = row
  const { plain, differenceInterval, q } = methodFigures(row)
  const count = ({ numerator, denominator, notApplicable }: Counts) =>
    `${counts.of(formatInteger(numerator, language), formatInteger(denominator, language))}, ${counts.notApplicable(formatInteger(notApplicable, language))}`
  const items: KeyValue[] = [
    { key: 'counts', name: chart.now, value: count(row) },
    ...(hasLast ? [{ key: 'last', name: chart.last, value: row.last && count(row.last) }] : []),
    ...(row.baseline === null ? [] : [{ key: 'baseline', name: chart.baseline, value: count(row.baseline) }]),
    {
      key: 'interval',
      name: texts.interval,
      value: printShareInterval(row, row.denominator, language) ?? '–',
    },
    { key: 'method', name: texts.intervalMethod, value: texts.intervals[row.method] ?? row.method },
  ]
  if (change !== null) {
    const points = (difference: number) => printChange(difference, Infinity, language)
    const { p } = change
    items.push(
      {
        key: 'difference',
        name: texts.difference,
        value:
          differenceInterval === null
            ? '–'
            : texts.points(points(differenceInterval[0]), points(differenceInterval[1])),
      },
      { key: 'test', name: texts.test, value: texts.tests[change.method] ?? change.method },
      { key: 'p', name: texts.p, value: p === null ? '–' : printProbability(p, language) },
      { key: 'q', name: texts.q, value: typeof q === 'number' ? printProbability(q, language) : texts[q] },
    )
  }
  return (
    <Disclosure summary={texts.summary}>
      <KeyValues items={items} />
      {plain !== null && <p className="small soft">{texts.weighted(formatPercent(plain, language))}</p>}
    </Disclosure>
  )
}
