import { barnard, barnardIsAtMost, pooledStatistic } from '../statistics/barnard.ts'
import { fisherMidP2 } from '../statistics/fisher-mid-p2.ts'
import { highestP } from './classes.ts'

export interface TwoSidedTest {
  readonly p: number
  readonly method: 'barnard' | 'fisher-mid-p'
}

/** Two-sided test of x1 of n1 against x2 of n2. */
export interface ProportionTest {
  readonly of: (x1: number, n1: number, x2: number, n2: number) => TwoSidedTest
  /** Whether p <= .05, told from tables already tested where these settle it. */
  readonly signals: (x1: number, n1: number, x2: number, n2: number) => boolean
}

/** Largest side for Barnard's test; above it the doubled mid-p of Fisher's test is as good and far cheaper. */
const largestForBarnard = 100

/** A test that remembers: a round asks for the same few tables again and again. */
export function rememberingTest(): ProportionTest {
  const known = new Map<string, TwoSidedTest>()
  /** By sizes: Barnard's p falls in the pooled statistic, so two statistics hold what is known of all their tables. */
  const bounds = new Map<string, { noSignal: number; signal: number }>()

  function of(x1: number, n1: number, x2: number, n2: number): TwoSidedTest {
    // Counting "no" instead of "yes" gives the same p.
    const mirrored = 2 * (x1 + x2) > n1 + n2
    const [a, b] = mirrored ? [n1 - x1, n2 - x2] : [x1, x2]
    const key = `${a}/${n1} ${b}/${n2}`
    let test = known.get(key)
    if (test === undefined) {
      test =
        Math.max(n1, n2) <= largestForBarnard
          ? { p: barnard(a, n1, b, n2), method: 'barnard' }
          : { p: fisherMidP2(a, n1, b, n2), method: 'fisher-mid-p' }
      known.set(key, test)
    }
    return test
  }

  function signals(x1: number, n1: number, x2: number, n2: number): boolean {
    // Fisher's p is comparable within one total only.
    if (Math.max(n1, n2) > largestForBarnard) return of(x1, n1, x2, n2).p <= highestP
    const sizes = `${n1} ${n2}`
    const bound = bounds.get(sizes) ?? { noSignal: 0, signal: Number.POSITIVE_INFINITY }
    bounds.set(sizes, bound)
    const statistic = pooledStatistic(x1, n1, x2, n2)
    if (statistic <= bound.noSignal) return false
    if (statistic >= bound.signal) return true
    const signal = barnardIsAtMost(highestP, x1, n1, x2, n2)
    bound[signal ? 'signal' : 'noSignal'] = statistic
    return signal
  }

  return { of, signals }
}
