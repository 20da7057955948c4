import { betaQuantile } from './beta-quantile.ts'
import type { Interval } from './interval.ts'
import { qt } from './qt.ts'
import {
  requireAtMost,
  requireConfidence,
  requireNotNegative,
  requirePositive,
  requireProbability,
} from './require-number.ts'
import { StatisticsError } from './statistics-error.ts'

/**
 * Korn and Graubard's interval for a share `p` from a designed sample: Clopper and Pearson's limits at the size that
 * the design's standard error `se` is worth, corrected for its degrees of freedom `df`. `n` is the number of
 * applicable answers, at least 2. Where all answers are alike the standard error is 0 and n itself is used.
 * Source: E. L. Korn and B. I. Graubard (1998), Survey Methodology 24; equals R's `svyciprop(method = 'beta')`.
 */
export function kornGraubard(p: number, se: number, n: number, df: number, conf = 0.95): Interval {
  requireProbability(p, 'p')
  requireNotNegative(se, 'se')
  requirePositive(df, 'df')
  requireConfidence(conf)
  if (!(n >= 2 && Number.isFinite(n))) {
    throw new StatisticsError('too-few-values', {
      da: `n skal være mindst 2, men er ${n}.`,
      en: `n must be at least 2, but is ${n}.`,
    })
  }
  const alpha = (1 - conf) / 2
  const unlike = p > 0 && p < 1
  if (unlike && se === 0) return [p, p]
  const size = (unlike ? (p * (1 - p)) / (se * se) : n) * (qt(alpha, n - 1) / qt(alpha, df)) ** 2
  requireAtMost(size, 1e9, unlike ? 'p (1 - p) / se²' : 'n', {
    da: 'Brug wilsonEffective.',
    en: 'Use wilsonEffective.',
  })
  return [
    p === 0 ? 0 : betaQuantile(alpha, 1 - alpha, size * p, size * (1 - p) + 1),
    p === 1 ? 1 : betaQuantile(1 - alpha, alpha, size * p + 1, size * (1 - p)),
  ]
}
