import { formatInteger } from '../../format/numbers.ts'
import { draw as da } from '../../texts/da/draw.ts'
import { draw as en } from '../../texts/en/draw.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import type { KindWords } from './kind-words.ts'

export interface StrataRow {
  readonly key: string
  readonly name: string
  readonly eligible: number
  readonly wanted: number
  /** Null before the draw. */
  readonly drawn: number | null
  readonly short: number
}

interface StrataTableProps {
  readonly caption: string
  readonly captionHidden?: boolean
  readonly heading: string
  /** For a selection of the strata, whose sum says nothing. */
  readonly withoutTotal?: boolean
  /** What the figures are called. */
  readonly words: KindWords
  /** Where all are taken, wanted is eligible. */
  readonly withoutWanted?: boolean
  readonly rows: readonly StrataRow[]
}

export function StrataTable({
  caption,
  captionHidden = false,
  heading,
  rows,
  withoutTotal = false,
  withoutWanted = false,
  words,
}: StrataTableProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const isDrawn = rows.every(({ drawn }) => drawn !== null)
  const hasShort = rows.some(({ short }) => short > 0)
  const figure = (key: 'eligible' | 'wanted' | 'drawn'): DataColumn<StrataRow> => ({
    key,
    title: words[key],
    align: 'end',
    sortBy: (row) => row[key],
    render: (row) => formatInteger(row[key] ?? 0, language),
  })
  const columns: readonly DataColumn<StrataRow>[] = [
    { key: 'name', title: heading, rowHeader: true, sortBy: ({ name }) => name, render: ({ name }) => name },
    figure('eligible'),
    ...(withoutWanted ? [] : [figure('wanted')]),
    ...(isDrawn ? [figure('drawn')] : []),
    ...(hasShort
      ? [
          {
            key: 'short',
            title: texts.short,
            sortBy: (row: StrataRow) => row.short,
            render: ({ short }: StrataRow) =>
              short > 0 && <StatusTag kind="attention">{texts.shortBy(short)}</StatusTag>,
          },
        ]
      : []),
  ]
  const sum = (of: (row: StrataRow) => number) => rows.reduce((all, row) => all + of(row), 0)
  const total: StrataRow = {
    key: 'total',
    name: texts.total,
    eligible: sum(({ eligible }) => eligible),
    wanted: sum(({ wanted }) => wanted),
    drawn: isDrawn ? sum(({ drawn }) => drawn ?? 0) : null,
    short: sum(({ short }) => short),
  }
  return (
    <div className="few-columns">
      <DataTable
        caption={caption}
        captionHidden={captionHidden}
        columns={columns}
        rows={rows.length > 1 && !withoutTotal ? [...rows, total] : rows}
        rowKey={({ key }) => key}
        isTotal={(row) => row === total}
        stacked
      />
    </div>
  )
}
