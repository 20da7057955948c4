import type { PrintedLevels, PrintedPart, PrintedSpan } from './printed-figures.ts'
import { walk, type FigureNode } from './read-figures-yaml.ts'

/** How many cases each level reviewed, from `level_reviews`: a mapping per round of `level1`, `level2`, ... */
export function levelsOfRounds(root: FigureNode, spans: readonly PrintedSpan[]): readonly PrintedLevels[] {
  const block = root.children.find((child) => child.path.at(-1) === 'level_reviews')
  return (block?.children ?? []).map((node) => {
    const round = node.path.at(-1) ?? ''
    const reviews = [...node.values].flatMap(([name, { value, line }]) => {
      const level = /^level(\d+)$/u.exec(name)?.[1]
      return level === undefined || typeof value !== 'number'
        ? []
        : [{ level: Number(level), count: value, line }]
    })
    return { round, reviews, tableTotal: totalOf(spans, round), line: node.line }
  })
}

/** The table's total, or the sum of its rows where none is printed; null where a row has no number. */
function totalOf(spans: readonly PrintedSpan[], round: string): number | null {
  const rows = spans.filter(({ table }) => table === round)
  const total = rows.find(({ isTotal }) => isTotal)?.n
  if (total !== undefined && total !== null) return total
  const counts = rows.flatMap(({ n, isTotal }) => (n === null || isTotal ? [] : [n]))
  return rows.length === 0 || counts.length < rows.filter(({ isTotal }) => !isTotal).length
    ? null
    : counts.reduce((sum, n) => sum + n, 0)
}

/** The level that the tables of cases describe: the one whose reviews are as many as their total, or come nearest. */
export function tableLevelOf(levels: readonly PrintedLevels[]): string | undefined {
  const [nearest] = levels
    .flatMap(({ reviews, tableTotal }) =>
      tableTotal === null
        ? []
        : reviews.map(({ level, count }) => ({ level, distance: Math.abs(count - tableTotal) })),
    )
    .toSorted((a, b) => a.distance - b.distance)
  return nearest === undefined ? undefined : `level${nearest.level}`
}

/**
 * Lists of rows with `n` cases per stage that several levels saw, of a round that the list's name or the rows tell: no row
 * can be more than its stage's cases, nor all together more than the smallest level that saw them.
 */
export function partsOfCommonCases(
  root: FigureNode,
  levels: readonly PrintedLevels[],
  sizes: ReadonlyMap<string, number>,
): readonly PrintedPart[] {
  return [...walk(root)].flatMap((list) => {
    const round = levels.find((one) => list.path.at(-1)?.includes(one.round) === true)
    if (round === undefined) return []
    const rows = list.children.flatMap((row) => {
      const [n, stage] = [row.values.get('n')?.value, row.values.get('stage')?.value]
      const seen = [...row.values.keys()].flatMap((name) => /^level(\d+)$/u.exec(name)?.[1] ?? [])
      return typeof n === 'number' && typeof stage === 'string' && seen.length > 0
        ? [{ n, stage, seen: seen.map(Number), line: row.values.get('n')?.line ?? row.line }]
        : []
    })
    if (rows.length === 0) return []
    const where = list.path.join('.')
    const counts = round.reviews.filter(({ level }) => rows.every(({ seen }) => seen.includes(level)))
    const fewest = counts.length === 0 ? undefined : Math.min(...counts.map(({ count }) => count))
    return [
      ...rows.flatMap(({ n, stage, line }) => {
        const whole = sizes.get(`${round.round} ${stage}`)
        return whole === undefined ? [] : [{ what: `${where} ${stage} (n)`, part: n, whole, line }]
      }),
      ...(fewest === undefined
        ? []
        : [
            {
              what: `${where} (n)`,
              part: rows.reduce((sum, { n }) => sum + n, 0),
              whole: fewest,
              line: list.line,
            },
          ]),
    ]
  })
}
