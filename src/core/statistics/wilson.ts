import type { Interval } from './interval.ts'
import { qnorm } from './qnorm.ts'
import { requireConfidence, requirePart } from './require-number.ts'

/**
 * Wilson's score interval for a proportion x / n, 0 <= x <= n, n > 0. Either both are counts, or n is the effective
 * size of a weighted share p and x = p n; then both are real numbers. Default 95 %.
 * Source: E. B. Wilson (1927), JASA 22; equals R's `prop.test(x, n, correct = FALSE)`. Effective size: L. Kish (1965),
 * Survey Sampling.
 */
export function wilson(x: number, n: number, conf = 0.95): Interval {
  requirePart(x, n)
  requireConfidence(conf)
  const p = x / n
  const z = -qnorm((1 - conf) / 2)
  const zz = z * z
  const scale = 1 + zz / n
  const upper = (p + zz / (2 * n) + z * Math.sqrt((p * (1 - p)) / n + zz / (4 * n * n))) / scale
  // The product of both limits is p²/scale; a difference would lose the digits of a lower limit near 0.
  return [p === 0 ? 0 : Math.min(p, (p * p) / scale / upper), p === 1 ? 1 : Math.min(1, Math.max(p, upper))]
}
