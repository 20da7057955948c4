/** Slow and plain reference for the exact tests: whole-number counting only, nothing shared with the code tested. */
const pascal: number[][] = [[1]]

/** Binomial coefficient, exact up to n = 24 and beyond. */
export function choose(n: number, k: number): number {
  for (let row = pascal.length; row <= n; row++) {
    const above = pascal[row - 1] ?? []
    pascal.push(Array.from({ length: row + 1 }, (_, i) => (above[i - 1] ?? 0) + (above[i] ?? 0)))
  }
  return pascal[n]?.[k] ?? 0
}

/** Number of ways to each x1 among the tables with the same margins; they sum to choose(n1 + n2, x1 + x2). */
function ways(x1: number, n1: number, x2: number, n2: number): { x1: number; count: number }[] {
  const successes = x1 + x2
  return Array.from({ length: n1 + 1 }, (_, k) => ({
    x1: k,
    count: choose(n1, k) * choose(n2, successes - k),
  })).filter(({ count }) => count > 0)
}

/** Fisher's two-sided p as numerator and denominator: the tables at most as likely as the observed one. */
export function fisherFraction(x1: number, n1: number, x2: number, n2: number): readonly [number, number] {
  const own = choose(n1, x1) * choose(n2, x2)
  const counted = ways(x1, n1, x2, n2).filter(({ count }) => count <= own)
  return [counted.reduce((sum, { count }) => sum + count, 0), choose(n1 + n2, x1 + x2)]
}

/** Twice the smaller tail with half of the observed table. */
export function doubledMidP(x1: number, n1: number, x2: number, n2: number): number {
  const own = choose(n1, x1) * choose(n2, x2)
  const tail = (side: (k: number) => boolean): number =>
    ways(x1, n1, x2, n2).reduce((sum, table) => sum + (side(table.x1) ? 2 * table.count : 0), own)
  return Math.min(
    1,
    Math.min(
      tail((k) => k < x1),
      tail((k) => k > x1),
    ) / choose(n1 + n2, x1 + x2),
  )
}

/** McNemar's mid-p by adding up all outcomes of b + c fair coins. */
export function coinMidP(b: number, c: number): number {
  const n = b + c
  let doubled = choose(n, b)
  for (let k = 0; k < Math.min(b, c); k++) doubled += 2 * choose(n, k)
  return Math.min(1, doubled / 2 ** n)
}

/** Square of the pooled z as a fraction, without the factor that all tables of these sizes share; 0/0 counts as 0. */
export function pooledZFraction(x1: number, n1: number, x2: number, n2: number): readonly [number, number] {
  const successes = x1 + x2
  const failures = n1 + n2 - successes
  return successes * failures === 0 ? [0, 1] : [(x1 * n2 - x2 * n1) ** 2, successes * failures]
}
