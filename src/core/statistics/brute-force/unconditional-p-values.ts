import { choose } from './exact-counts.ts'

type Fraction = readonly [numerator: number, denominator: number]

/** A table and its unconditional p-value. */
export interface TableP {
  readonly x1: number
  readonly x2: number
  readonly p: number
}

/**
 * The unconditional p-value of every table of n1 and n2 by enumeration: tables are ordered by `extremeness` (largest
 * first, compared as fractions in whole numbers), and for every level of it the probability of all tables at least as
 * extreme is maximised over the common probability by a fine grid, refined three times around its three best points.
 */
export function unconditionalPValues(
  n1: number,
  n2: number,
  extremeness: (x1: number, n1: number, x2: number, n2: number) => Fraction,
): TableP[] {
  const tables = Array.from({ length: n1 + 1 }, (_, x1) =>
    Array.from({ length: n2 + 1 }, (_, x2) => ({ x1, x2, e: extremeness(x1, n1, x2, n2) })),
  ).flat()
  const order = (a: Fraction, b: Fraction): number => b[0] * a[1] - a[0] * b[1]
  tables.sort((a, b) => order(a.e, b.e))
  const result: TableP[] = []
  // The number of ways to each sum of successes among the tables so far: all that the probability depends on.
  const ways = Array.from({ length: n1 + n2 + 1 }, () => 0)
  for (let i = 0; i < tables.length;) {
    const level = tables.filter((table, j) => j >= i && order(table.e, tables[i]?.e ?? [0, 1]) === 0)
    for (const { x1, x2 } of level) ways[x1 + x2] = (ways[x1 + x2] ?? 0) + choose(n1, x1) * choose(n2, x2)
    const p = largest(ways)
    for (const { x1, x2 } of level) result.push({ x1, x2, p })
    i += level.length
  }
  return result
}

/** The largest value over p of the sum of ways[s] p^s (1 - p)^(N - s). */
function largest(ways: readonly number[]): number {
  const N = ways.length - 1
  // Horner's rule in the smaller of both odds: all terms are positive, so no digits are lost.
  const value = (p: number): number =>
    p <= 0.5
      ? (1 - p) ** N * ways.reduceRight((sum, count) => (sum * p) / (1 - p) + count, 0)
      : p ** N * ways.reduce((sum, count) => (sum * (1 - p)) / p + count, 0)
  const best = (points: readonly number[], keep: number): { p: number; v: number }[] =>
    points
      .map((p) => ({ p, v: value(p) }))
      .sort((a, b) => b.v - a.v)
      .slice(0, keep)
  const cells = 300
  let found = best(
    Array.from({ length: cells + 1 }, (_, i) => i / cells),
    6,
  )
  for (let step = 1 / cells; step > 1e-8; step /= 8) {
    const around = found.flatMap(({ p }) => Array.from({ length: 17 }, (_, i) => p + ((i - 8) * step) / 8))
    found = best(
      around.filter((p) => p >= 0 && p <= 1),
      3,
    )
  }
  return found[0]?.v ?? 0
}
