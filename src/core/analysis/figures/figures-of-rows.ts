import type { FigureNode } from './read-figures-yaml.ts'
import type { PrintedCount, PrintedFigures, PrintedFraction, PrintedShare } from './printed-figures.ts'

/** One printed percentage with its sample, from a simple list or table. */
export interface FigureRow {
  readonly label: string
  readonly percent: number
  readonly decimals: number
  readonly n: number
  /** The count, where it is printed too. */
  readonly count: number | null
  readonly line: number
}

/** Rows `label, percent, n`. One label with two sizes is counted differently in two places. */
export function figuresOfRows(rows: readonly FigureRow[]): PrintedFigures {
  const shares: PrintedShare[] = rows.map((row) => ({ ...row, sample: row.label }))
  const fractions: PrintedFraction[] = shares.flatMap((share, at) => {
    const count = rows[at]?.count
    return count === null || count === undefined
      ? []
      : [{ count, of: share.n ?? 0, shares: [share], sample: share.sample, n: share.n, line: share.line }]
  })
  const counts: PrintedCount[] = [...Map.groupBy(rows, (row) => row.label)].flatMap(([label, group]) => {
    const last = group.at(-1)
    return last === undefined
      ? []
      : [{ what: `${label} (n)`, counts: group.map((row) => row.n), line: last.line }]
  })
  return { shares, fractions, spans: [], counts, parts: [], levels: [] }
}

/** The same rows written as a YAML list. */
export function rowsOfYaml(root: FigureNode): readonly FigureRow[] {
  return root.children.flatMap(({ values, line }) => {
    const number = (key: string) => values.get(key)?.value
    const [percent, n, count] = [number('percent'), number('n'), number('count')]
    if (typeof percent !== 'number' || typeof n !== 'number') return []
    return [
      {
        label: String(values.get('label')?.value ?? ''),
        percent,
        decimals: `${percent}`.split('.')[1]?.length ?? 0,
        n,
        count: typeof count === 'number' ? count : null,
        line,
      },
    ]
  })
}
