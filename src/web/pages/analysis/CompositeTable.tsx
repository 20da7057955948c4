import type { ReactNode } from 'react'
import type { CompositeRow } from '../../../contract/analysis/figures.ts'
import { formatInteger } from '../../format/numbers.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { DotAxis, DotInterval, DotLegend } from '../../ui/DotInterval.tsx'
import { ChangeTag } from './ChangeTag.tsx'
import { ShareCell } from './ShareCell.tsx'
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
  readonly compared: boolean
}

/** Composites as dots with intervals, with their numbers beside them. */
export function CompositeTable({ caption, of, rows, compared }: CompositeTableProps) {
  const { composites: texts } = useTexts({ da, en })
  const language = useLanguage()
  const columns: readonly (DataColumn<NamedComposite> & { readonly comparing?: boolean })[] = [
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
          baseline={row.baseline && drawnShare(row.baseline, row.baseline.cases)}
        />
      ),
    },
    {
      key: 'baseline',
      title: texts.baseline,
      align: 'end',
      comparing: true,
      render: ({ baseline }) => baseline && <ShareCell of={baseline} sample={baseline.cases} />,
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
      comparing: true,
      render: ({ change, cases, baseline }) =>
        change && printChange(change.difference, Math.min(cases, baseline?.cases ?? 0), language),
    },
    {
      key: 'assessment',
      title: texts.assessment,
      comparing: true,
      render: ({ change }) => change && <ChangeTag kind={change.class} />,
    },
  ]
  return (
    <>
      <DotLegend marks={compared ? ['now', 'baseline'] : ['now']} />
      <DataTable
        caption={caption}
        captionHidden
        columns={columns.filter(({ comparing }) => compared || comparing !== true)}
        rows={rows}
        rowKey={({ key }) => key}
        isTotal={({ total }) => total === true}
        stacked
      />
    </>
  )
}
