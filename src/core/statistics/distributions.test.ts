import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { dhyper } from './dhyper.ts'
import { hypergeometricDistribution } from './hypergeometric-distribution.ts'
import { incompleteBeta } from './incomplete-beta.ts'
import { normalCentre, normalTail } from './normal-tail.ts'
import { qbeta } from './qbeta.ts'
import { qnorm } from './qnorm.ts'
import { qt } from './qt.ts'
import { twoSidedTTail } from './t-tail.ts'

function relativeError(answer: number, expected: number): number {
  return Math.abs(answer - expected) / Math.abs(expected)
}

/** Probabilities over many orders of magnitude, not only near the middle. */
const probability = fc.oneof(
  fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
  fc.double({ min: -290, max: -1, noNaN: true }).map((exponent) => 10 ** exponent),
)
const shape = fc.double({ min: -1, max: 4, noNaN: true }).map((exponent) => 10 ** exponent)

// 50-digit values by mpmath 1.3 (ncdf, betainc), rounded.
it.each([
  [0.1, 0.460172162722971],
  [2.4999, 0.00621141837494449],
  [2.5, 0.00620966532577614],
  [10, 7.61985302416053e-24],
  [37, 5.72557122252458e-300],
])('the normal tail beyond %d keeps its digits', (z, expected) => {
  expect(relativeError(normalTail(z), expected)).toBeLessThanOrEqual(1e-12)
})

it.each([
  [0.2, 13, 6, 2.519659184128e-6],
  [0.999, 300, 2, 0.962919141802929],
])('the beta distribution function at %d with shapes %d and %d is %d', (x, a, b, expected) => {
  expect(relativeError(incompleteBeta(x, 1 - x, a, b).lower, expected)).toBeLessThanOrEqual(1e-12)
})

it('both tails of a beta distribution sum to 1, and exchanging the shapes exchanges them', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), shape, shape, (x, a, b) => {
      const { lower, upper } = incompleteBeta(x, 1 - x, a, b)
      const mirrored = incompleteBeta(1 - x, x, b, a)
      expect(lower + upper).toBeCloseTo(1, 13)
      expect(mirrored.upper).toBeCloseTo(lower, 12)
      expect(Math.min(lower, upper)).toBeGreaterThanOrEqual(0)
    }),
  )
})

it('for whole shapes the beta distribution function is a binomial tail', () => {
  // P(X >= 3) of 5 trials at 0.3: 10 * 0.027 * 0.49 + 5 * 0.0081 * 0.7 + 0.00243.
  expect(relativeError(incompleteBeta(0.3, 0.7, 3, 3).lower, 0.16308)).toBeLessThanOrEqual(1e-12)
})

it('a normal quantile has the tail it was asked for', () => {
  fc.assert(
    fc.property(probability, (p) => {
      const z = qnorm(p)
      const lower = z < 0 ? normalTail(-z) : 0.5 + normalCentre(z)
      expect(relativeError(lower, p)).toBeLessThanOrEqual(2e-13 * Math.max(1, z * z))
    }),
  )
})

it('a beta quantile has the tail it was asked for', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), shape, shape, (p, a, b) => {
      const x = qbeta(p, a, b)
      // Where x is so near 0 or 1 that 1 - x has lost its digits only the other side says anything.
      fc.pre(x > 1e-290 && x < 1 - 1e-3)
      expect(relativeError(incompleteBeta(x, 1 - x, a, b).lower, p)).toBeLessThanOrEqual(1e-10)
    }),
  )
})

it('a t quantile has the tail it was asked for', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 0.499, noNaN: true }), shape, (p, df) => {
      expect(relativeError(twoSidedTTail(qt(p, df), df) / 2, p)).toBeLessThanOrEqual(1e-11)
      expect(qt(1 - p, df)).toBeGreaterThan(0)
    }),
  )
})

it('t quantiles pass into normal ones without a step where the expansion takes over', () => {
  const [below, above] = [qt(0.975, 0.999e8), qt(0.975, 1.001e8)]
  expect(relativeError(below, above)).toBeLessThanOrEqual(1e-10)
  expect(relativeError(qt(0.975, 1e300), qnorm(0.975))).toBeLessThanOrEqual(1e-12)
  expect(relativeError(twoSidedTTail(1.96, 0.999e8), twoSidedTTail(1.96, 1.001e8))).toBeLessThanOrEqual(1e-9)
})

it('hypergeometric probabilities sum to 1, one by one and as a distribution', () => {
  const count = fc.integer({ min: 0, max: 300 })
  fc.assert(
    fc.property(count, count, fc.double({ min: 0, max: 1, noNaN: true }), (m, n, share) => {
      const k = Math.round(share * (m + n))
      const { first, probabilities } = hypergeometricDistribution(m, n, k)
      let sum = 0
      for (const [i, value] of probabilities.entries()) {
        expect(relativeError(value, dhyper(first + i, m, n, k))).toBeLessThanOrEqual(1e-11)
        sum += value
      }
      expect(sum).toBeCloseTo(1, 12)
    }),
  )
})

it('a draw that cannot occur has probability 0', () => {
  expect(dhyper(4, 3, 5, 4)).toBe(0)
  expect(dhyper(0, 3, 2, 4)).toBe(0)
})
