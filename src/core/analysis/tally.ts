import { hyperExact } from '../statistics/hyper-exact.ts'
import { kornGraubard } from '../statistics/korn-graubard.ts'
import { wilson } from '../statistics/wilson.ts'
import type { Interval, Proportion, QuestionAnnex } from './analysis.ts'

/** Running counts of one question in one scope. */
export interface Tally {
  yes: number
  no: number
  notApplicable: number
  compliant: number
  /** Sums over applicable answers: weights, weights of compliant ones, squared weights. */
  weight: number
  compliantWeight: number
  squaredWeight: number
}

export function newTally(): Tally {
  return {
    yes: 0,
    no: 0,
    notApplicable: 0,
    compliant: 0,
    weight: 0,
    compliantWeight: 0,
    squaredWeight: 0,
  }
}

/** How much of its population a sample covers: cases and the sum of their weights. */
export interface Coverage {
  cases: number
  weight: number
  /** The weights come from the draw, so that a weight of 1 means certain to be drawn. */
  known: boolean
}

/** From this sampled share on most of the population was reviewed, and the limits are exact. */
const most = 0.5

/**
 * Sampled share of the population. Weights of a known draw add up to the population's size; weights of 1 mean that
 * the draw is unknown, and then nothing is deducted (wider, never narrower than the truth).
 */
function sampledShare(coverage: Coverage): number {
  if (coverage.weight > coverage.cases) return coverage.cases / coverage.weight
  return coverage.known && coverage.cases > 0 ? 1 : 0
}

/**
 * Squared weights less what is certain because part of the population was reviewed. Each case of a known draw stands for
 * weight - 1 others; where only a column of weights is at hand, the sampled share of the whole is deducted.
 * Source: Cochran, Sampling Techniques, 5.3 (one case per stratum of `weight` cases: N_h^2 (1 - 1/N_h) = w (w - 1)).
 */
export function uncertain(squaredWeight: number, weight: number, coverage: Coverage): number {
  return coverage.known ? Math.max(0, squaredWeight - weight) : squaredWeight * (1 - sampledShare(coverage))
}

/**
 * Kish's effective size with finite population correction: (sum w)^2 / sum w^2 / (1 - f). Infinite where all was reviewed.
 * Source: Kish, Survey Sampling (1965), 8.2 and 11.7.
 */
export function effectiveSize(weight: number, squaredWeight: number, coverage: Coverage): number {
  return (weight * weight) / uncertain(squaredWeight, weight, coverage)
}

/**
 * The effective size of a share. Where every applicable answer came from a case drawn for certain but other cases were
 * not drawn, it would be infinite, although those could hold applicable answers; Kish's size is the cautious stand-in.
 */
function sizeOfShare({ weight, squaredWeight }: Tally, coverage: Coverage): number {
  const size = effectiveSize(weight, squaredWeight, coverage)
  return Number.isFinite(size) || sampledShare(coverage) === 1 ? size : (weight * weight) / squaredWeight
}

/** Weighted share with Wilson's interval at the effective size. */
export function proportionOf(tally: Tally, coverage: Coverage): Proportion {
  const { compliant: numerator, notApplicable } = tally
  const denominator = tally.yes + tally.no
  if (denominator === 0) {
    return { numerator, denominator, notApplicable, share: null, interval: null, method: 'none' }
  }
  // Sums in different orders may differ in the last bit.
  const share = Math.min(1, tally.compliantWeight / tally.weight)
  const sampled = sampledShare(coverage)
  if (sampled > most && isSelfWeighting(tally, denominator)) {
    // The applicable cases of the population, as the weights tell.
    const population = Math.max(denominator, Math.round(tally.weight))
    const interval = hyperExact(numerator, denominator, population)
    return { numerator, denominator, notApplicable, share, interval, method: 'hypergeometric' }
  }
  const size = sizeOfShare(tally, coverage)
  return {
    numerator,
    denominator,
    notApplicable,
    share,
    interval: wilsonOfShare(share, size),
    method: 'wilson',
  }
}

/** Wilson's interval of a share at an effective size, which need not be a whole number. */
export function wilsonOfShare(share: number, size: number): Interval {
  return wilson(Math.min(size, share * size), size)
}

/** All answers weigh the same, as in one simple random sample. */
function isSelfWeighting(tally: Tally, n: number): boolean {
  return Math.abs(tally.squaredWeight * n - tally.weight ** 2) < 1e-9 * tally.weight ** 2
}

/**
 * The annex's figures: the standard error that the share has at its effective size, the root of p (1 - p) / size, and Korn and
 * Graubard's interval at it. Null below two answers. The linearised error is not used: where the few answers that differ
 * weigh little it is far too small (its interval covered 85 % in a small municipality).
 */
export function annexOf(tally: Tally, coverage: Coverage): QuestionAnnex | null {
  const n = tally.yes + tally.no
  if (n < 2) return null
  const p = Math.min(1, tally.compliantWeight / tally.weight)
  const size = sizeOfShare(tally, coverage)
  const [standardError, df] = [Math.sqrt((p * (1 - p)) / size), n - 1]
  const interval = sampledShare(coverage) === 1 ? ([p, p] as const) : kornGraubard(p, standardError, n, df)
  return { standardError, df, kornGraubard: interval }
}
