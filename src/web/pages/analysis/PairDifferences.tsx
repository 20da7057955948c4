import type { DifferenceRow } from '../../../contract/analysis/evidence.ts'
import type { Results } from '../../../contract/analysis/results.ts'
import { formatInteger } from '../../format/numbers.ts'
import { resultsEvidence as da } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as en } from '../../texts/en/results-evidence.ts'
import { resultsSections as daSections } from '../../texts/da/results-sections.ts'
import { resultsSections as enSections } from '../../texts/en/results-sections.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useAsked } from './asked-questions.tsx'
import { splitMostDisagreed, timesApart } from './most-disagreed.ts'
import { printProbability, printShareInterval } from './share-words.ts'

interface PairDifferencesProps {
  readonly results: Results
  readonly pair: readonly [number, number]
  /** Limits the rows to one stage. */
  readonly stage: string | undefined
  readonly stageTitle: (stage: string) => string
}

const shownAtMost = 8
const unlikely = 0.05

/** The questions on which two levels differed most often, with who was stricter. */
export function PairDifferences({ results, pair, stage, stageTitle }: PairDifferencesProps) {
  const { matrix: texts } = useTexts({ da, en })
  const language = useLanguage()
  const asked = useAsked(results.asked, stageTitle)
  const number = (value: number) => formatInteger(value, language)
  const [lower, higher] = pair
  const { disagreed } = useTexts({ da: daSections, en: enSections })
  const order = new Map(results.asked.map(({ key }, at) => [key, at] as const))
  const rows = results.differences
    .filter((row) => row.reviewers === null && row.pair[0] === lower && row.pair[1] === higher)
    .filter((row) => stage === undefined || row.stage === stage)
    .toSorted((a, b) => (order.get(a.question) ?? 0) - (order.get(b.question) ?? 0))
  const { first, more } = splitMostDisagreed(rows, shownAtMost)
  const [most, fewest] = [more[0], more.at(-1)].map((row) => (row === undefined ? 0 : timesApart(row)))
  const even = first.length === 0 && more.length > 0 && most === fewest
  const columns: readonly DataColumn<DifferenceRow>[] = [
    {
      key: 'question',
      title: texts.question,
      rowHeader: true,
      className: 'wide',
      render: ({ question }) => asked(question),
    },
    {
      key: 'same',
      title: texts.sameColumn,
      align: 'end',
      render: ({ same, n }) => `${number(same)} / ${number(n)}`,
    },
    {
      key: 'interval',
      title: texts.interval,
      align: 'end',
      render: (row) =>
        printShareInterval(
          { numerator: row.same, denominator: row.n, share: row.same / row.n, interval: row.interval },
          row.n,
          language,
        ) ?? '–',
    },
    {
      key: 'direction',
      title: texts.direction,
      render: (row) => (
        <span>
          {texts.directionText(higher, number(row.higherStricter), lower, number(row.lowerStricter))}
          <span className="cell-note">{testWords(row, texts, language)}</span>
        </span>
      ),
    },
  ]
  return (
    <section aria-live="polite">
      <h3>{even ? disagreed.once(lower, higher, most ?? 0) : texts.detail(lower, higher)}</h3>
      {rows.length === 0 ? (
        <p>{texts.alike}</p>
      ) : (
        <>
          {first.length > 0 && (
            <DataTable
              caption={texts.detailCaption(lower, higher)}
              captionHidden
              columns={columns}
              rows={first}
              rowKey={({ question }) => question}
              stacked
            />
          )}
          {more.length > 0 && (
            <Disclosure summary={disagreed.more(more.length, fewest ?? 0, most ?? 0)}>
              <DataTable
                caption={disagreed.moreCaption(lower, higher)}
                captionHidden
                columns={columns}
                rows={more}
                rowKey={({ question }) => question}
                stacked
              />
            </Disclosure>
          )}
          <p className="soft small reading-width">{texts.testNote}</p>
        </>
      )}
    </section>
  )
}

function testWords(
  { mcnemarMidP, higherStricter, lowerStricter }: DifferenceRow,
  texts: (typeof da)['matrix'],
  language: ReturnType<typeof useLanguage>,
): string {
  if (mcnemarMidP === null || higherStricter === lowerStricter) return texts.even
  const p = printProbability(mcnemarMidP, language)
  return mcnemarMidP <= unlikely ? texts.beyondChance(p) : texts.byChance(p)
}
