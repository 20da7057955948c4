import { qnorm } from '../statistics/qnorm.ts'
import { qt } from '../statistics/qt.ts'
import { satterthwaiteDf, type EstimatedVariance } from '../statistics/satterthwaite.ts'
import { twoSidedTTail } from '../statistics/t-tail.ts'
import type { Interval } from './analysis.ts'
import { steadied, type Spread } from './borrowed-spread.ts'
import { fewestForChange as few } from './classes.ts'
import { errorTowards } from './error-towards.ts'
import { isComplete, leftToChance, toldCoverages, type Coverage } from './coverage.ts'
import { around, possibleShares, unionOf, wilsonOfShare, within } from './tally.ts'

export interface Weighted {
  readonly value: number
  readonly weight: number
}

/** A weighted mean of shares with its standard error, corrected for the sampled part of the population. */
export interface Mean {
  readonly mean: number
  readonly cases: number
  readonly standardError: number
  /** Kish's size without correction, less one, and what was borrowed; with equal weights the number of cases less one. */
  readonly df: number
  /** Cases. Infinite after a complete census only. */
  readonly effectiveSize: number
  /** Answers that so few cases are worth, by a borrowed spread; null where their own is used. */
  readonly answers: number | null
  /** The least and the greatest mean that the cases seen allow. */
  readonly possible: Interval
  /** Where the draw tells the number of unseen cases between bounds only: the mean at each of these numbers. */
  readonly told: readonly Mean[]
}

/**
 * Ratio mean, and its variance s^2 / size: s^2 the variance of the values, weighted as the population has them, size Kish's
 * less what is certain. One s^2 for all cases, since those that carry the uncertainty may be few (in a small municipality
 * most cases weigh 1); with equal weights and a large population s^2/n.
 * Source: Kish, Survey Sampling (1965), 8.2; the divisor of s^2 is the sum's expectation at one common variance.
 * The mean never leaves what is possible, see `possibleShares`. Fewer cases than `few` borrow from the spread of others, where it is given. Undefined without values.
 */
export function meanOf(values: readonly Weighted[], coverage: Coverage, others?: Spread): Mean | undefined {
  const mean = meanAt(values, coverage, others)
  if (mean === undefined) return undefined
  const told = toldCoverages(coverage).flatMap((each) => meanAt(values, each, others) ?? [])
  // Less knowledge is never more certainty: of all possible numbers, the least certain.
  const standardError = Math.max(mean.standardError, ...told.map((each) => each.standardError))
  return { ...mean, standardError, told }
}

function meanAt(values: readonly Weighted[], coverage: Coverage, others?: Spread): Mean | undefined {
  const n = values.length
  if (n === 0) return undefined
  let [plain, weight, weighted, squared] = [0, 0, 0, 0]
  for (const { value, weight: w } of values) {
    plain += value
    weight += w
    weighted += w * value
    squared += w * w
  }
  const possible = possibleShares(plain, n, coverage)
  const mean = Math.min(possible[1], Math.max(possible[0], weighted / weight))
  const spread = values.reduce((sum, { value, weight: w }) => sum + w * (value - mean) ** 2, 0)
  const left = leftToChance(squared, weight, coverage)
  const own = {
    variance: n < 2 ? 0 : spread / (weight - squared / weight),
    df: (weight * weight) / squared - 1,
  }
  const size = isComplete(coverage) ? Number.POSITIVE_INFINITY : (weight * weight) / left
  const common = { mean, possible, cases: n, effectiveSize: size, told: [] }
  if (n >= few || others === undefined)
    return { ...common, standardError: Math.sqrt(own.variance / size), df: own.df, answers: null }
  const { variance, part, df } = steadied(own, Math.min(1, mean), others)
  return { ...common, standardError: Math.sqrt(variance / size), df, answers: size / part }
}

/** Degrees of freedom of two cases that weigh alike; Student's quantiles of fewer soon exceed all bounds. */
export const fewestDf = 1 - 1e-9

/** The t interval is left for Wilson's where 0 or 1 is nearer than so many of its half-widths: there means are skewed. */
const nearBound = 2

/**
 * Student's interval of a mean of shares. Near 0 and 1, and of few cases, Wilson's at the number of answers that would have
 * this standard error, made smaller for its degrees of freedom as Korn and Graubard do. Values that are all the same show no
 * spread, and an interval of no width would claim certainty: then Wilson's at the effective number of cases.
 */
export function intervalOfMean(mean: Mean): {
  readonly interval: Interval
  readonly method: 't' | 'wilson' | 'hypergeometric'
} {
  const share = Math.min(1, mean.mean)
  // All were reviewed: nothing is left to chance.
  if (!Number.isFinite(mean.effectiveSize)) return { interval: [share, share], method: 'hypergeometric' }
  const { interval, method } = unbounded(mean, share)
  const told = mean.told.map((each) => intervalOfMean(each).interval)
  return { interval: around(unionOf([within(mean.possible, interval), ...told]), share), method }
}

function unbounded(mean: Mean, share: number): ReturnType<typeof limitsOfMean> {
  // Weights so unequal that not even two cases count, and nothing borrowed: their spread says nothing.
  if (mean.cases > 1 && mean.df < fewestDf) return { interval: [0, 1], method: 't' }
  if (mean.answers !== null)
    return { interval: wilsonOfShare(share, mean.answers * shrinkage(mean.df)), method: 'wilson' }
  if (mean.standardError < 1e-12)
    return { interval: wilsonOfShare(share, mean.effectiveSize), method: 'wilson' }
  return limitsOfMean(share, mean.standardError, mean.df)
}

/**
 * Student's limits of a mean of shares, or Wilson's near 0 and 1. `cases`: how many the mean is worth, where its variance is
 * borrowed from other stages: values of a mean near 1 cannot differ as much as that, and each case counts as one answer at least.
 */
export function limitsOfMean(
  mean: number,
  standardError: number,
  df: number,
  cases = 0,
): { readonly interval: Interval; readonly method: 't' | 'wilson' } {
  const half = qt(0.975, df) * standardError
  const size = Math.max((mean * (1 - mean)) / standardError ** 2, cases) * shrinkage(df)
  if (size > 1e-6 && nearBound * half > Math.min(mean, 1 - mean))
    return { interval: wilsonOfShare(mean, size), method: 'wilson' }
  return { interval: [Math.max(0, mean - half), Math.min(1, mean + half)], method: 't' }
}

/** What a normal quantile's size is worth with Student's. */
function shrinkage(df: number): number {
  return (qnorm(0.975) / qt(0.975, df)) ** 2
}

export interface MeanDifference {
  readonly difference: number
  readonly interval: Interval
  readonly p: number
}

/** Test and interval of a difference of means. Null where a side is not worth two cases, or nothing is left to chance. */
export function compareMeans(now: Mean, baseline: Mean): MeanDifference | null {
  const found = varianceOfDifference(now, baseline)
  if (found === null) return null
  const { variance, df } = found.variance < 1e-24 ? limitVariance(now, baseline) : found
  const error = Math.sqrt(variance)
  if (error < 1e-12) return null
  const difference = now.mean - baseline.mean
  const half = qt(0.975, df) * error
  return {
    difference,
    interval: [Math.max(-1, difference - half), Math.min(1, difference + half)],
    p: twoSidedTTail(difference / error, df),
  }
}

/**
 * Welch's variance of a difference with Satterthwaite's degrees of freedom. Near 0 and 1 Student's one variance for both sides, if
 * that is greater: few cases that happen to be alike would else count as certain, and a rise from 34 of 40 to 10 of 10 as
 * proven. Equal sizes give the same either way. Null where a side is not worth two cases.
 */
export function varianceOfDifference(now: Mean, baseline: Mean): EstimatedVariance | null {
  if (now.df < fewestDf || baseline.df < fewestDf) return null
  const welch = welchVariance(now, baseline)
  if (![now, baseline].some((side) => intervalOfMean(side).method === 'wilson')) return welch
  const pooled = pooledVariance(now, baseline)
  return pooled.variance > welch.variance ? pooled : welch
}

function welchVariance(now: Mean, baseline: Mean): EstimatedVariance {
  const [a, b] = [now.standardError ** 2, baseline.standardError ** 2]
  return {
    variance: a + b,
    df: satterthwaiteDf({ variance: a, df: now.df }, { variance: b, df: baseline.df }),
  }
}

/** A side that was reviewed completely varies by nothing and says nothing of what the other side does. */
function pooledVariance(now: Mean, baseline: Mean): EstimatedVariance {
  const sides = [now, baseline].filter(({ effectiveSize }) => Number.isFinite(effectiveSize))
  const df = sides.reduce((sum, side) => sum + side.df, 0)
  const squares = sides.reduce((sum, side) => sum + side.df * side.standardError ** 2 * side.effectiveSize, 0)
  return {
    variance: sides.reduce((sum, { effectiveSize }) => sum + squares / df / effectiveSize, 0),
    df,
  }
}

/** Where neither side varies each is as uncertain as its own limit towards the other. */
function limitVariance(now: Mean, baseline: Mean): EstimatedVariance {
  const towards = (from: Mean, to: Mean) => errorTowards(from.mean, intervalOfMean(from).interval, to.mean)
  return {
    variance: towards(now, baseline) ** 2 + towards(baseline, now) ** 2,
    df: now.df + baseline.df,
  }
}
