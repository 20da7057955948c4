import type { QuestionRow } from '../../../contract/analysis/figures.ts'
import { formatPercent } from '../../format/numbers.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { KeyValues, type KeyValue } from '../../ui/KeyValues.tsx'
import { printChange, printProbability, printShareInterval } from './share-words.ts'

/** How a question's figures were made, for those who want to check them. */
export function QuestionMethod({ row }: { row: QuestionRow }) {
  const { method: texts } = useTexts({ da, en })
  const language = useLanguage()
  const { change } = row
  const items: KeyValue[] = [
    {
      key: 'interval',
      name: texts.interval,
      value: printShareInterval(row, row.denominator, language) ?? '–',
    },
    { key: 'method', name: texts.intervalMethod, value: texts.intervals[row.method] ?? row.method },
  ]
  if (change !== null) {
    const points = (difference: number) => printChange(difference, Infinity, language)
    const { interval, p, q } = change
    items.push(
      {
        key: 'difference',
        name: texts.difference,
        value: interval === null ? '–' : texts.points(points(interval[0]), points(interval[1])),
      },
      { key: 'test', name: texts.test, value: texts.tests[change.method] ?? change.method },
      { key: 'p', name: texts.p, value: p === null ? '–' : printProbability(p, language) },
      { key: 'q', name: texts.q, value: q === null ? texts.outside : printProbability(q, language) },
    )
  }
  return (
    <Disclosure summary={texts.summary}>
      <KeyValues items={items} />
      {row.denominator > 0 && (
        <p className="small soft">
          {texts.weighted(formatPercent(row.numerator / row.denominator, language))}
        </p>
      )}
    </Disclosure>
  )
}
