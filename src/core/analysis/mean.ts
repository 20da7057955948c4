import { qt } from '../statistics/qt.ts'
import { twoSidedTTail } from '../statistics/t-tail.ts'
import type { Interval } from './analysis.ts'
import { isComplete, leftToChance, wilsonOfShare, type Coverage } from './tally.ts'

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
  /** Infinite after a complete census only. */
  readonly effectiveSize: number
}

/**
 * Ratio mean, and its variance s^2 / size: s^2 the variance of the values, weighted as the population has them, size Kish's
 * less what is certain. One s^2 for all cases, since those that carry the uncertainty may be few (in a small municipality
 * most cases weigh 1); with equal weights and a large population s^2/n.
 * Source: Kish, Survey Sampling (1965), 8.2; the divisor of s^2 is the sum's expectation at one common variance.
 * Undefined without values.
 */
export function meanOf(values: readonly Weighted[], coverage: Coverage): Mean | undefined {
  const n = values.length
  if (n === 0) return undefined
  let [weight, weighted, squared] = [0, 0, 0]
  for (const { value, weight: w } of values) {
    weight += w
    weighted += w * value
    squared += w * w
  }
  const mean = weighted / weight
  const spread = values.reduce((sum, { value, weight: w }) => sum + w * (value - mean) ** 2, 0)
  const left = leftToChance(squared, weight, coverage)
  const variance = n < 2 ? 0 : spread / (weight - squared / weight)
  return {
    mean,
    cases: n,
    standardError: Math.sqrt((variance * left) / (weight * weight)),
    df: (weight * weight) / squared - 1,
    effectiveSize: isComplete(coverage) ? Number.POSITIVE_INFINITY : (weight * weight) / left,
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
