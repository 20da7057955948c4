import type { ReactNode } from 'react'
import type { CascadeRow } from '../../../contract/analysis/evidence.ts'
import type { ProportionAnswer } from '../../../contract/analysis/figures.ts'
import { formatInteger, formatInterval, formatPercent } from '../../format/numbers.ts'
import { resultsEvidence as da } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as en } from '../../texts/en/results-evidence.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { DotAxis, DotInterval, DotLegend } from '../../ui/DotInterval.tsx'
import { ShareCell } from './ShareCell.tsx'
import { drawnShare } from './share-words.ts'

export interface NamedCascade extends CascadeRow {
  readonly key: string
  readonly name: ReactNode
  /** As the comparison level found it; its sample decides whether there is a per cent. */
  readonly plain: (ProportionAnswer & { readonly sample: number }) | null
  readonly total: boolean
}

interface CascadeTableProps {
  readonly caption: string
  /** Heading of the first column. */
  readonly of: string
  readonly rows: readonly NamedCascade[]
  readonly levels: { readonly reference: number; readonly comparison: number }
}

export function CascadeTable({ caption, of, rows, levels }: CascadeTableProps) {
  const { cascade: texts } = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const number = (value: number) => formatInteger(value, language)
  const { reference, comparison } = levels
  const columns: readonly DataColumn<NamedCascade>[] = [
    { key: 'name', title: of, rowHeader: true, className: 'wide', render: ({ name }) => name },
    {
      key: 'plot',
      title: texts.plot,
      heading: <DotAxis />,
      className: 'plot-cell',
      render: (row) => (
        <DotInterval
          baseline={row.plain && drawnShare(row.plain, row.plain.sample)}
          last={drawnShare(alone(row), sampleAlone(row))}
          now={row.usable ? { share: row.estimate, interval: row.interval } : null}
        />
      ),
    },
    {
      key: 'plain',
      title: texts.plain(comparison),
      align: 'end',
      render: ({ plain }) => plain && <ShareCell of={plain} sample={plain.sample} />,
    },
    {
      key: 'alone',
      title: texts.alone(reference),
      align: 'end',
      render: (row) => <ShareCell of={alone(row)} sample={sampleAlone(row)} />,
    },
    {
      key: 'estimate',
      title: texts.estimate(reference),
      align: 'end',
      render: (row) =>
        row.usable && row.estimate !== null && row.interval !== null ? (
          <span className="share-cell">
            <strong>{formatPercent(row.estimate, language)}</strong>
            <span className="cell-note">{formatInterval(row.interval, language)}</span>
          </span>
        ) : (
          texts.unusable
        ),
    },
    {
      key: 'worth',
      title: texts.worth,
      className: 'wide',
      render: ({ usable, expertEquivalent, expertOnly, reason }) =>
        usable ? (
          <span>
            {expertEquivalent !== null &&
              texts.worthText(Math.round(expertEquivalent), number(expertEquivalent), reference)}
            <span className="cell-note">
              {texts.reviewed(
                number(expertOnly.cases),
                expertEquivalent !== null && Math.round(expertEquivalent) < expertOnly.cases,
              )}
            </span>
          </span>
        ) : (
          <span className="soft">{reason && local(reason)}</span>
        ),
    },
  ]
  return (
    <>
      <DotLegend
        marks={['baseline', 'last', 'now']}
        names={{
          baseline: texts.plain(comparison),
          last: texts.alone(reference),
          now: texts.estimate(reference),
        }}
      />
      <DataTable
        caption={caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        isTotal={({ total }) => total}
        stacked
      />
    </>
  )
}

function alone({ expertOnly: { estimate, ...counts } }: CascadeRow) {
  return { ...counts, share: estimate }
}

/** Composites are of cases, questions of applicable answers. */
function sampleAlone({ scope, expertOnly }: CascadeRow): number {
  return scope.question === null ? expertOnly.cases : expertOnly.denominator
}
