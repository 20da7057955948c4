/** The variance of an estimate, and the degrees of freedom that it was found with. */
export interface EstimatedVariance {
  readonly variance: number
  readonly df: number
}

/**
 * Degrees of freedom of the sum of two variances that were each estimated: a real number between the smaller df and both together.
 * Reckoned from the first one's part of the sum, so that neither very small nor very large variances lose it; NaN when both are 0.
 * Source: F. E. Satterthwaite (1946), Biometrics Bulletin 2, 110–114.
 */
export function satterthwaiteDf(a: EstimatedVariance, b: EstimatedVariance): number {
  const part = a.variance / (a.variance + b.variance)
  return 1 / (part ** 2 / a.df + (1 - part) ** 2 / b.df)
}
