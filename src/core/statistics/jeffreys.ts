import { betaQuantile } from './beta-quantile.ts'
import type { Interval } from './interval.ts'
import { requireAtMost, requireConfidence, requireSuccesses } from './require-number.ts'

/**
 * Jeffreys' equal-tailed interval for x successes of n (counts, n > 0): quantiles of the beta distribution with shapes
 * x + 1/2 and n - x + 1/2. At x = 0 and x = n it leaves the estimate itself just outside; use Wilson's there.
 * Source: L. D. Brown, T. T. Cai and A. DasGupta (2001), Statistical Science 16, without their change at the ends.
 */
export function jeffreys(x: number, n: number, conf = 0.95): Interval {
  requireSuccesses(x, n)
  requireConfidence(conf)
  requireAtMost(n, 1e9, 'n', { da: 'Brug wilson.', en: 'Use wilson.' })
  const alpha = (1 - conf) / 2
  return [
    betaQuantile(alpha, 1 - alpha, x + 0.5, n - x + 0.5),
    betaQuantile(1 - alpha, alpha, x + 0.5, n - x + 0.5),
  ]
}
