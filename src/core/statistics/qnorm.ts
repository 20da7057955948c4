import { normalCentre, normalDensity, normalTail } from './normal-tail.ts'
import { StatisticsError } from './statistics-error.ts'

/** Refuses probabilities at or outside 0 and 1, where the normal and t quantiles are infinite or do not exist. */
export function requireInnerProbability(p: number): void {
  if (!(p > 0 && p < 1)) {
    throw new StatisticsError('not-a-probability', {
      da: `p skal være større end 0 og mindre end 1, men er ${p}.`,
      en: `p must be above 0 and below 1, but is ${p}.`,
    })
  }
}

/**
 * Quantile of the standard normal distribution at probability `p`, 0 < p < 1, to about 1e-15 relative.
 * Source: a first value from M. Abramowitz and I. Stegun (1964), 26.2.23, then Newton steps: on the central
 * probability near the middle, on the logarithm of the tail outside.
 */
export function qnorm(p: number): number {
  requireInnerProbability(p)
  const tail = Math.min(p, 1 - p)
  const t = Math.sqrt(-2 * Math.log(tail))
  let z = Math.max(
    0,
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))),
  )
  for (let step = 0; step < 5; step++) {
    if (tail > 0.05) {
      z += (Math.abs(p - 0.5) - normalCentre(z)) / normalDensity(z)
    } else {
      const upper = normalTail(z)
      z += (Math.log(upper / tail) * upper) / normalDensity(z)
    }
  }
  return p < 0.5 ? -z : z
}
