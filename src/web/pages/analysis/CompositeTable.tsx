import type { ReactNode } from 'react'
import type { CompositeRow } from '../../../contract/analysis/figures.ts'
import type { Results } from '../../../contract/analysis/results.ts'
import { formatInteger } from '../../format/numbers.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { resultsEvidence as daEvidence } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as enEvidence } from '../../texts/en/results-evidence.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { DotAxis, DotInterval, DotLegend } from '../../ui/DotInterval.tsx'
import { ChangeTag } from './ChangeTag.tsx'
import { ShareCell } from './ShareCell.tsx'
import { marksOf } from './marks-of.ts'
import { drawnShare, printChange } from './share-words.ts'

export interface NamedComposite extends CompositeRow {
  readonly key: string
  readonly name: ReactNode
  readonly total?: boolean
}

interface CompositeTableProps {
  readonly caption: string
  /** Heading of the first column. */
  readonly of: string
  readonly rows: readonly NamedComposite[]
  readonly results: Pick<Results, 'baseline' | 'last'>
}

/** Composites as dots with intervals, with their numbers beside them. */
export function CompositeTable({ caption, of, rows, results }: CompositeTableProps) {
  const { composites: texts } = useTexts({ da, en })
  const { view } = useTexts({ da: daEvidence, en: enEvidence })
  const language = useLanguage()
  const columns: readonly (DataColumn<NamedComposite> & { readonly needs?: 'baseline' | 'last' })[] = [
    { key: 'name', title: of, rowHeader: true, render: ({ name }) => name },
    {
      key: 'cases',
      title: texts.cases,
      align: 'end',
      render: ({ cases }) => formatInteger(cases, language),
    },
    {
      key: 'plot',
      title: texts.plot,
      heading: <DotAxis />,
      className: 'plot-cell',
      render: (row) => (
        <DotInterval
          now={drawnShare(row, row.cases)}
          last={row.last && drawnShare(row.last, row.last.cases)}
          baseline={row.baseline && drawnShare(row.baseline, row.baseline.cases)}
        />
      ),
    },
    {
      key: 'baseline',
      title: texts.baseline,
      align: 'end',
      needs: 'baseline',
      render: ({ baseline }) => baseline && <ShareCell of={baseline} sample={baseline.cases} />,
    },
    {
      key: 'last',
      title: view.last,
      align: 'end',
      needs: 'last',
      render: ({ last }) => last && <ShareCell of={last} sample={last.cases} />,
    },
    {
      key: 'now',
      title: texts.now,
      align: 'end',
      render: (row) => <ShareCell of={row} sample={row.cases} />,
    },
    {
      key: 'change',
      title: texts.change,
      align: 'end',
      className: 'narrow',
      needs: 'baseline',
      render: ({ change, cases, baseline }) =>
        change && printChange(change.difference, Math.min(cases, baseline?.cases ?? 0), language),
    },
    {
      key: 'assessment',
      title: texts.assessment,
      needs: 'baseline',
      render: ({ change }) => change && <ChangeTag kind={change.class} of="cases" />,
    },
  ]
  return (
    <>
      <DotLegend marks={marksOf(results)} />
      <DataTable
        caption={caption}
        captionHidden
        columns={columns.filter(({ needs }) => needs === undefined || results[needs] !== null)}
        rows={rows}
        rowKey={({ key }) => key}
        isTotal={({ total }) => total === true}
        stacked
      />
    </>
  )
}
