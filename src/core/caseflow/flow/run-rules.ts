import type { RunSignal, RunVerdict } from './flow-figures.ts'

/** Fewer points say too little: the rules' limits would be met by almost every series. */
const fewestPoints = 12

/**
 * Whether a run chart shows more than chance: an unusually long run on one side of the median (longer than
 * log2(n) + 3, rounded), or unusually few crossings of it (fewer than the 5 % quantile of the binomial of n - 1 and a
 * half). n counts the points that do not lie on the median; those on it neither break nor prolong a run. Both together give
 * a false alarm in about one series in twenty.
 * A median at the least or the most that a value can be has points on one side only, and the rules would always signal:
 * nothing is said.
 * Sources: J. Anhøj, A. V. Olesen (2014), "Run Charts Revisited", PLoS ONE 9: e113825; M. F. Schilling (2012), "The
 * Surprising Predictability of Long Runs", Mathematics Magazine 85; the crossings: Z. Chen (2010), Journal of Quality
 * Technology 42.
 */
export function runVerdict(
  values: readonly number[],
  isBeyondLimits: boolean,
  [least, most]: readonly [number, number] = [-Infinity, Infinity],
): RunVerdict {
  const middle = medianOf(values)
  if (values.length >= fewestPoints && (middle === least || middle === most))
    return { state: 'at-edge', edge: middle === least ? 'least' : 'most' }
  const sides = values.map((value) => Math.sign(value - (middle ?? 0))).filter((side) => side !== 0)
  const points = sides.length
  if (points < fewestPoints) return { state: 'too-few', points, needed: fewestPoints }
  let [longestRun, run, crossings] = [0, 0, 0]
  for (const [at, side] of sides.entries()) {
    const isSame = at > 0 && side === sides[at - 1]
    if (at > 0 && !isSame) crossings += 1
    run = isSame ? run + 1 : 1
    longestRun = Math.max(longestRun, run)
  }
  const longestRunLimit = Math.round(Math.log2(points)) + 3
  const fewestCrossings = binomialQuantile(0.05, points - 1)
  const signals: RunSignal[] = [
    ...(longestRun > longestRunLimit ? (['long-run'] as const) : []),
    ...(crossings < fewestCrossings ? (['few-crossings'] as const) : []),
    ...(isBeyondLimits ? (['beyond-limits'] as const) : []),
  ]
  return { state: 'judged', points, longestRun, longestRunLimit, crossings, fewestCrossings, signals }
}

export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** The smallest k with at least this probability of k or fewer heads in n throws. */
function binomialQuantile(probability: number, throws: number): number {
  let term = 0.5 ** throws
  let below = 0
  for (let heads = 0; heads <= throws; heads += 1) {
    below += term
    if (below >= probability) return heads
    term *= (throws - heads) / (heads + 1)
  }
  return throws
}
