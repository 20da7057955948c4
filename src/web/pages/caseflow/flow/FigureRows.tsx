import type { ReactNode } from 'react'
import { isThin } from '../../../../core/caseflow/flow/compose-series.ts'
import type { FlowSeries } from '../../../../core/caseflow/flow/flow-figures.ts'
import { fewestForPercent } from '../../../../core/report/print-figure.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useTexts } from '../../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { chartId } from './chart-id.ts'
import { hasSignals } from './has-signals.ts'
import { useSeriesNumber } from './use-series-number.ts'

/** A figure beside the period before and what is usual. */
export interface FigureRow {
  readonly key: string
  readonly title: ReactNode
  /** Part of the row above it. */
  readonly part?: boolean
  readonly value: ReactNode
  readonly municipality: ReactNode
  readonly series?: FlowSeries | undefined
  /** In the period before, of what has no series of its own. */
  readonly before?: ReactNode
}

interface FigureRowsProps {
  readonly caption: string
  readonly rows: readonly FigureRow[]
  readonly titles: { readonly now: string; readonly before: string }
  /** The period before. */
  readonly before: string
  /** Whether a unit's figures stand in `value`, and the municipality's beside them. */
  readonly ofUnit: boolean
}

/** Figures down the page: now, the period before, what is usual, and the whole municipality beside a unit. */
export function FigureRows({ caption, rows, titles, before, ofUnit }: FigureRowsProps) {
  const texts = useTexts({ da, en })
  const columns: readonly DataColumn<FigureRow>[] = [
    {
      key: 'title',
      title: texts.figure,
      rowHeader: true,
      render: ({ title, part, series }) => (
        <span className={part === true ? 'part-row' : undefined}>
          {title}
          {series !== undefined && hasSignals(series) && (
            <span className="cell-note">
              <a href={`#${chartId(series)}`}>{texts.moves}</a>
            </span>
          )}
        </span>
      ),
    },
    { key: 'now', title: titles.now, align: 'end', className: 'now', render: ({ value }) => value },
    {
      key: 'before',
      title: titles.before,
      align: 'end',
      render: ({ series, before: given }) =>
        series === undefined ? given : <Before series={series} period={before} />,
    },
    {
      key: 'usual',
      title: texts.usual,
      align: 'end',
      render: ({ series }) => series && <Usual series={series} />,
    },
    ...(ofUnit
      ? [
          {
            key: 'municipality',
            title: texts.wholeMunicipality,
            align: 'end' as const,
            render: ({ municipality }: FigureRow) => municipality,
          },
        ]
      : []),
  ]
  return (
    <div className="figure-rows">
      <DataTable
        caption={caption}
        captionHidden
        stacked={ofUnit}
        compact
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </div>
  )
}

function Before({ series, period }: { series: FlowSeries; period: string }) {
  const texts = useTexts({ da, en })
  const number = useSeriesNumber(series.kind)
  const point = series.points.find((one) => one.period === period)
  const [value, of] = [point?.value ?? null, point?.of ?? 0]
  if (value === null) return '–'
  return series.kind === 'share' && of < fewestForPercent
    ? texts.countOf(Math.round(value * of), of)
    : number(value)
}

function Usual({ series }: { series: FlowSeries }) {
  const number = useSeriesNumber(series.kind)
  // Of shares that are all of too few no percentage is usual either.
  return series.median === null || isThin(series) ? '–' : number(series.median)
}
