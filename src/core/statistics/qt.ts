import { betaQuantileLogit } from './beta-quantile.ts'
import { qnorm, requireInnerProbability } from './qnorm.ts'
import { requirePositive } from './require-number.ts'
import { StatisticsError } from './statistics-error.ts'

/** From here on the expansion in 1 / df is exact to the last digits and the continued fraction only slow. */
export const manyDegreesOfFreedom = 1e8

/** Beyond it df / (df + t²) is no longer a double, and the search for it ends at the smallest there is. */
const largestLogit = 700

/**
 * Quantile of Student's t distribution with `df` degrees of freedom (real, above 0) at probability `p`, 0 < p < 1.
 * Source: t² = df (1 - x) / x where x is beta distributed with shapes df/2 and 1/2 (Abramowitz and Stegun 26.7.1);
 * for very many degrees of freedom the first terms of their 26.7.5.
 */
export function qt(p: number, df: number): number {
  requireInnerProbability(p)
  requirePositive(df, 'df')
  if (p === 0.5) return 0
  if (df > manyDegreesOfFreedom) {
    const z = qnorm(p)
    return z + (z * z * z + z) / (4 * df)
  }
  const logit = betaQuantileLogit(2 * Math.min(p, 1 - p), Math.abs(1 - 2 * p), df / 2, 0.5)
  const t = Math.sqrt(df) * Math.exp(-logit / 2)
  if (logit < -largestLogit) {
    throw new StatisticsError('out-of-range', {
      da: `Fraktilen ved p = ${p} og df = ${df} er større end det største tal, der kan regnes med.`,
      en: `The quantile at p = ${p} and df = ${df} is beyond the largest number that can be computed with.`,
    })
  }
  return Math.sign(p - 0.5) * t
}
