import { cascadeMean, fitCascade } from './cascade-fit.ts'
import { nestedSamples, type CascadeUnit } from './nested-samples.ts'
import { requireNotAbove, requireSampleSize } from './require-number.ts'

export interface CascadeEstimate {
  readonly theta: number
  readonly se: number
  /** Degrees of freedom for a t interval. */
  readonly df: number
}

/**
 * What the last level would have found on all `N` cases, from nested random samples: its own mean, corrected at each
 * lower level by that level's mean on its whole sample minus its mean on the next level's, shrunk by lambda. `levels`
 * ascends and ends with the reference level; every unit has its stratum `s`, answers `y` and weights `w` (0: not
 * drawn) by level. Refused where the samples are not nested.
 * Source: statistics note 3; the regression (difference) estimator of J. N. K. Rao (1973), Biometrika 60, over several
 * phases. Variances use Kish's sizes and residuals within strata on the last level's cases.
 */
export function cascade(
  N: number,
  levels: readonly number[],
  units: readonly CascadeUnit[],
): CascadeEstimate {
  requireSampleSize(N, 'N')
  const samples = nestedSamples(levels, units)
  requireNotAbove(samples.sample(0).length, N, 'units', 'N')
  const fit = fitCascade(samples)
  const { theta, variance } = cascadeMean(samples, fit, N)
  return { theta, se: Math.sqrt(variance), df: fit.df }
}
