const inverseRootTwoPi = 1 / Math.sqrt(2 * Math.PI)

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return inverseRootTwoPi * Math.exp(-0.5 * z * z)
}

/**
 * Probability between 0 and z >= 0 of the standard normal distribution, by the series φ(z) (z + z³/3 + z⁵/15 + ...)
 * whose terms are all positive. Source: M. Abramowitz and I. Stegun (1964), 26.2.11.
 */
export function normalCentre(z: number): number {
  let term = z
  let sum = z
  for (let odd = 3; ; odd += 2) {
    term *= (z * z) / odd
    const next = sum + term
    if (next === sum) return sum * normalDensity(z)
    sum = next
  }
}

/**
 * Probability above z >= 0 of the standard normal distribution: from the series below 2.5, beyond it by the continued
 * fraction φ(z) / (z + 1/(z + 2/(z + ...))) (Abramowitz and Stegun 26.2.14), so that far tails keep their digits.
 */
export function normalTail(z: number): number {
  if (z < 2.5) return 0.5 - normalCentre(z)
  let fraction = z
  for (let k = 120; k >= 1; k--) fraction = z + k / fraction
  return normalDensity(z) / fraction
}
