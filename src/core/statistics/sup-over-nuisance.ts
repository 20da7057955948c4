import { binomialTerm } from './binomial-term.ts'

/**
 * A rejection region of the tables (x1 of n1, x2 of n2). Row x1 holds all x2 <= `upTo[x1]` (-1: none) and all
 * x2 >= `from[x1]` (n2 + 1: none), and the single tables of `others` beside them. The region must be the same after
 * exchanging successes and failures on both sides.
 */
export interface RejectionRegion {
  readonly n1: number
  readonly n2: number
  readonly upTo: Int32Array
  readonly from: Int32Array
  readonly others: readonly (readonly [x1: number, x2: number])[]
}

/**
 * The largest probability of the region over the common success probability, the nuisance parameter of unconditional
 * tests. Because of the region's symmetry only 0 to 1/2 is searched: on a grid finer than the 1/(n1 + n2) within which
 * the probability turns, then by golden section around every grid maximum that could still be the highest.
 */
export function supOverNuisance(region: RejectionRegion): number {
  return Math.min(1, search(region, 0, 1))
}

/** Whether that largest probability is above a limit: most are by far, or by far not, and that is told sooner. */
export function supIsAbove(region: RejectionRegion, limit: number): boolean {
  return search(region, limit, limit) > limit
}

/** The largest probability, told exactly where it lies between `floor` and `ceiling`, else only on which side of them. */
function search(region: RejectionRegion, floor: number, ceiling: number): number {
  const probability = regionProbability(region)
  const cells = 40 + 3 * (region.n1 + region.n2)
  const values = new Float64Array(cells + 2)
  let best = 0
  for (let i = 0; i < values.length; i++) {
    const value = probability((0.5 * i) / cells)
    if (value > ceiling) return value
    values[i] = value
    best = Math.max(best, value)
  }
  // No maximum is more than 3 % above the grid's.
  const least = 0.97 * Math.max(best, floor)
  for (let i = 1; i <= cells; i++) {
    const value = values[i] ?? 0
    if (value >= (values[i - 1] ?? 0) && value >= (values[i + 1] ?? 0) && value >= least)
      best = Math.max(best, localMaximum(probability, (0.5 * (i - 1)) / cells, (0.5 * (i + 1)) / cells))
  }
  return best
}

/** The probability of the region as a function of the common success probability, in O(n1 + n2) steps. */
function regionProbability({ n1, n2, upTo, from, others }: RejectionRegion): (p: number) => number {
  const firstSide = binomialDistribution(n1)
  const secondSide = binomialDistribution(n2)
  // below[k] sums x2 < k, above[k] sums x2 >= k: from the near end, so that small tails keep their digits.
  const below = new Float64Array(n2 + 2)
  const above = new Float64Array(n2 + 2)
  return (p) => {
    const first = firstSide(p)
    const second = secondSide(p)
    let sum = 0
    for (let k = 0; k <= n2; k++) below[k + 1] = sum += second[k] ?? 0
    sum = 0
    for (let k = n2; k >= 0; k--) above[k] = sum += second[k] ?? 0
    sum = 0
    for (let x1 = 0; x1 <= n1; x1++) {
      sum += (first[x1] ?? 0) * ((below[(upTo[x1] ?? 0) + 1] ?? 0) + (above[from[x1] ?? 0] ?? 0))
    }
    for (const [x1, x2] of others) sum += (first[x1] ?? 0) * (second[x2] ?? 0)
    return sum
  }
}

/** The binomial probabilities of n trials, outwards from the mode so that none underflows early. The array is reused. */
function binomialDistribution(n: number): (p: number) => Float64Array {
  const ratios = Float64Array.from({ length: n + 1 }, (_, k) => (n - k) / (k + 1))
  const inverses = Float64Array.from({ length: n + 1 }, (_, k) => k / (n - k + 1))
  const terms = new Float64Array(n + 1)
  return (p) => {
    const q = 1 - p
    const mode = Math.min(n, Math.floor((n + 1) * p))
    const atMode = binomialTerm(mode, n - mode, p, q)
    const odds = p / q
    terms[mode] = atMode
    for (let k = mode, term = atMode; k < n; k++) terms[k + 1] = term *= (ratios[k] ?? 0) * odds
    const inverseOdds = q / p
    for (let k = mode, term = atMode; k > 0; k--) terms[k - 1] = term *= (inverses[k] ?? 0) * inverseOdds
    return terms
  }
}

/** Golden section search. A smooth maximum is flat: a place known to 1e-5 of a grid cell gives the value to 1e-12. */
function localMaximum(f: (p: number) => number, low: number, high: number): number {
  const golden = (Math.sqrt(5) - 1) / 2
  let a = low
  let b = high
  let left = b - golden * (b - a)
  let right = a + golden * (b - a)
  let atLeft = f(left)
  let atRight = f(right)
  while (b - a > 1e-5 * (high - low)) {
    if (atLeft > atRight) {
      b = right
      right = left
      atRight = atLeft
      left = b - golden * (b - a)
      atLeft = f(left)
    } else {
      a = left
      left = right
      atLeft = atRight
      right = a + golden * (b - a)
      atRight = f(right)
    }
  }
  return Math.max(atLeft, atRight)
}
