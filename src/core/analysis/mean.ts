import { qt } from '../statistics/qt.ts'
import { twoSidedTTail } from '../statistics/t-tail.ts'
import type { Interval } from './analysis.ts'
import { effectiveSize, uncertain, wilsonOfShare, type Coverage } from './tally.ts'

export interface Weighted {
  readonly value: number
  readonly weight: number
}

/** A weighted mean of shares with its standard error, corrected for the sampled part of the population. */
export interface Mean {
  readonly mean: number
  readonly cases: number
  readonly standardError: number
  /** Kish's size without correction, less one; with equal weights the number of cases less one. */
  readonly df: number
  /** Infinite where the whole population was reviewed. */
  readonly effectiveSize: number
}

/**
 * Ratio mean and its linearised variance sum w^2 (y - m)^2 / (sum w)^2, less what is certain, divided by what the mean's own
 * fit takes from it, 1 - 2 sum w^3 / (sum w sum w^2) + sum w^2 / (sum w)^2; with equal weights s^2/n.
 * Source: Cochran, Sampling Techniques (3rd ed.), 6.3; the divisor is the expectation of the sum at one common variance.
 * Undefined without values.
 */
export function meanOf(values: readonly Weighted[], coverage: Coverage): Mean | undefined {
  const n = values.length
  if (n === 0) return undefined
  let [weight, weighted, squared, cubed] = [0, 0, 0, 0]
  for (const { value, weight: w } of values) {
    weight += w
    weighted += w * value
    squared += w * w
    cubed += w ** 3
  }
  const mean = weighted / weight
  const spread = values.reduce(
    (sum, { value, weight: w }) => sum + uncertain(w * w, w, coverage) * (value - mean) ** 2,
    0,
  )
  const kish = (weight * weight) / squared
  const left = 1 - (2 * cubed) / (weight * squared) + 1 / kish
  const variance = n < 2 ? 0 : spread / (weight * weight) / left
  return {
    mean,
    cases: n,
    standardError: Math.sqrt(variance),
    df: kish - 1,
    effectiveSize: effectiveSize(weight, squared, coverage),
  }
}

/**
 * Student's interval of a mean of shares, cut to 0..1. Values that are all the same show no spread, and an interval
 * of no width would claim certainty: then Wilson's at the effective number of cases.
 */
export function intervalOfMean(mean: Mean): {
  readonly interval: Interval
  readonly method: 't' | 'wilson' | 'hypergeometric'
} {
  // All were reviewed: nothing is left to chance.
  if (!Number.isFinite(mean.effectiveSize)) {
    const share = Math.min(1, mean.mean)
    return { interval: [share, share], method: 'hypergeometric' }
  }
  if (mean.standardError < 1e-12)
    return { interval: wilsonOfShare(Math.min(1, mean.mean), mean.effectiveSize), method: 'wilson' }
  const half = qt(0.975, mean.df) * mean.standardError
  return { interval: [Math.max(0, mean.mean - half), Math.min(1, mean.mean + half)], method: 't' }
}

export interface MeanDifference {
  readonly difference: number
  readonly interval: Interval
  readonly p: number
}

/** Welch's test and interval with Satterthwaite's degrees of freedom. Null where neither side shows any spread. */
export function compareMeans(now: Mean, baseline: Mean): MeanDifference | null {
  const [a, b] = [now.standardError ** 2, baseline.standardError ** 2]
  const error = Math.sqrt(a + b)
  if (now.cases < 2 || baseline.cases < 2 || error < 1e-12) return null
  const df = (a + b) ** 2 / (a ** 2 / now.df + b ** 2 / baseline.df)
  const difference = now.mean - baseline.mean
  const half = qt(0.975, df) * error
  return {
    difference,
    interval: [Math.max(-1, difference - half), Math.min(1, difference + half)],
    p: twoSidedTTail(difference / error, df),
  }
}
