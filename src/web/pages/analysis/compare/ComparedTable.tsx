import type { ReadyComparison } from '../../../../contract/analysis/comparison.ts'
import { compositeDifferenceWords, differenceWords } from '../../../../core/analysis/comparison-words.ts'
import type { Language } from '../../../../core/language/language.ts'
import { fewestForPercent, printInterval } from '../../../../core/report/print-figure.ts'
import { comparison as da } from '../../../texts/da/comparison.ts'
import { comparison as en } from '../../../texts/en/comparison.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { ShareCell } from '../ShareCell.tsx'
import { printChange } from '../share-words.ts'

export type ComparedRow = Pick<ReadyComparison['questions'][number], 'a' | 'b' | 'change'> & {
  readonly key: string
  readonly title: string
  /** What decides whether there is a per cent, on each side: applicable answers, or cases. */
  readonly samples: readonly [number, number]
}

interface ComparedTableProps {
  readonly caption: string
  /** What the rows are. */
  readonly heading: string
  readonly rows: readonly ComparedRow[]
  /** What a difference is judged by. */
  readonly of: 'answers' | 'cases'
}

/** Both sides' shares with their intervals, and what the difference can bear. In no order but the form's. */
export function ComparedTable({ caption, heading, rows, of }: ComparedTableProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const columns: readonly DataColumn<ComparedRow>[] = [
    { key: 'what', title: heading, rowHeader: true, className: 'wide', render: ({ title }) => title },
    {
      key: 'a',
      title: texts.side.a,
      align: 'end',
      render: ({ a, samples }) => <ShareCell of={a} sample={samples[0]} />,
    },
    {
      key: 'b',
      title: texts.side.b,
      align: 'end',
      render: ({ b, samples }) => (b === null ? '–' : <ShareCell of={b} sample={samples[1]} />),
    },
    {
      key: 'difference',
      title: texts.columns.difference,
      align: 'end',
      render: ({ change, samples }) => {
        if (change === null) return '–'
        const interval = printDifferenceInterval(change.interval, Math.min(...samples), language)
        return (
          <span className="share-cell">
            {printChange(change.difference, Math.min(...samples), language)}
            {interval !== null && <span className="cell-note">{interval}</span>}
          </span>
        )
      },
    },
    {
      key: 'verdict',
      title: texts.columns.verdict,
      render: ({ change }) =>
        change === null ? (
          <span className="soft">{texts.notJudged}</span>
        ) : (
          <span className={`change-tag ${change.class} plain`}>
            {local((of === 'cases' ? compositeDifferenceWords : differenceWords)[change.class])}
          </span>
        ),
    },
  ]
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      stacked
    />
  )
}

/** `−4 til 11`: the interval of a difference in points; null where nothing is said of so few. */
function printDifferenceInterval(
  interval: readonly [number, number] | null,
  sample: number,
  language: Language,
): string | null {
  if (interval === null || sample < fewestForPercent) return null
  return printInterval({ format: 'points', interval, sample, withheld: false }, language)
}
