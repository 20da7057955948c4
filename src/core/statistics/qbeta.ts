import { betaQuantile } from './beta-quantile.ts'
import { requireAtMost, requirePositive, requireProbability } from './require-number.ts'
import { StatisticsError } from './statistics-error.ts'

const smallestShape = 1e-3
const largestShape = 1e9

function requireShape(value: number, name: string): void {
  requirePositive(value, name)
  if (value < smallestShape) {
    throw new StatisticsError('out-of-range', {
      da: `${name} skal være mindst ${smallestShape}, men er ${value}.`,
      en: `${name} must be at least ${smallestShape}, but is ${value}.`,
    })
  }
  requireAtMost(value, largestShape, name, {
    da: 'Brug en normalfordeling.',
    en: 'Use a normal distribution.',
  })
}

/**
 * Quantile of the beta distribution with shapes `a` and `b` (each 0.001 to 1e9) at probability `p` (0 to 1).
 * Source: inversion of the incomplete beta function, NIST Digital Library of Mathematical Functions 8.17.
 */
export function qbeta(p: number, a: number, b: number): number {
  requireProbability(p, 'p')
  requireShape(a, 'a')
  requireShape(b, 'b')
  if (p === 0 || p === 1) return p
  return betaQuantile(p, 1 - p, a, b)
}
