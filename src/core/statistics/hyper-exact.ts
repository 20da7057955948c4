import { hypergeometricDistribution } from './hypergeometric-distribution.ts'
import type { Interval } from './interval.ts'
import {
  requireAtMost,
  requireConfidence,
  requireCount,
  requireNotAbove,
  requireSuccesses,
} from './require-number.ts'

/**
 * Exact limits for the share of a finite population of `N` when `n` were drawn without replacement and `x` of them
 * have the property: equal-tail inversion. Use it where most of a population was reviewed; a census has width 0.
 * Source: W. G. Cochran (1977), Sampling Techniques, 3.6; the tails as R's `phyper`.
 */
export function hyperExact(x: number, n: number, N: number, conf = 0.95): Interval {
  requireSuccesses(x, n)
  requireCount(N, 'N')
  requireConfidence(conf)
  requireNotAbove(n, N, 'n', 'N')
  requireAtMost(n, 1_000_000, 'n', { da: 'Brug clopperPearson.', en: 'Use clopperPearson.' })
  const alpha = (1 - conf) / 2
  // P(X >= x | M) rises with M: the smallest M at which the observed x or more is not too rare.
  const lower = smallest(x, N - n + x, (M) => tail(M, N, n, x, true) > alpha)
  // P(X <= x | M) falls with M: the largest M at which the observed x or fewer is not too rare.
  const upper = smallest(x, N - n + x, (M) => tail(M + 1, N, n, x, false) <= alpha)
  return [lower / N, upper / N]
}

/** Smallest M in low..high for which the rising condition holds; `high` when none does. */
function smallest(low: number, high: number, holds: (M: number) => boolean): number {
  let from = low
  let to = high
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}

/** P(X >= x) or P(X <= x) when M of N have the property and n are drawn. */
function tail(M: number, N: number, n: number, x: number, above: boolean): number {
  const { first, probabilities } = hypergeometricDistribution(M, N - M, n)
  let sum = 0
  for (const [i, probability] of probabilities.entries()) {
    if (above ? first + i >= x : first + i <= x) sum += probability
  }
  return sum
}
