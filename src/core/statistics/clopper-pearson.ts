import { betaQuantile } from './beta-quantile.ts'
import type { Interval } from './interval.ts'
import { requireAtMost, requireConfidence, requireSuccesses } from './require-number.ts'

/**
 * Clopper and Pearson's exact interval for x successes of n (counts, n > 0): never covers less than it says, and is
 * wider than need be. Shown where a guarantee is asked for.
 * Source: C. J. Clopper and E. S. Pearson (1934), Biometrika 26; equals R's `binom.test`.
 */
export function clopperPearson(x: number, n: number, conf = 0.95): Interval {
  requireSuccesses(x, n)
  requireConfidence(conf)
  requireAtMost(n, 1e9, 'n', { da: 'Brug wilson.', en: 'Use wilson.' })
  const alpha = (1 - conf) / 2
  return [
    x === 0 ? 0 : betaQuantile(alpha, 1 - alpha, x, n - x + 1),
    x === n ? 1 : betaQuantile(1 - alpha, alpha, x + 1, n - x),
  ]
}
