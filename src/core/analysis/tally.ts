import { wilson } from '../statistics/wilson.ts'
import type { Interval, Proportion } from './analysis.ts'

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
  return { yes: 0, no: 0, notApplicable: 0, compliant: 0, weight: 0, compliantWeight: 0, squaredWeight: 0 }
}

/** How much of its population a sample covers: cases and the sum of their weights. */
export interface Coverage {
  cases: number
  weight: number
}

/**
 * Sampled share of the population. Weights of a known draw add up to the population's size; weights of 1 mean that
 * the draw is unknown, and then nothing is deducted (wider, never narrower than the truth).
 */
export function sampledShare(coverage: Coverage): number {
  return coverage.weight > coverage.cases ? coverage.cases / coverage.weight : 0
}

/**
 * Kish's effective size with finite population correction: (sum w)^2 / sum w^2 / (1 - f).
 * Source: Kish, Survey Sampling (1965), 8.2 and 11.7.
 */
export function effectiveSize(weight: number, squaredWeight: number, sampled: number): number {
  return (weight * weight) / squaredWeight / (1 - sampled)
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
  const size = effectiveSize(tally.weight, tally.squaredWeight, sampledShare(coverage))
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
