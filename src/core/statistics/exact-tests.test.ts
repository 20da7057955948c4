import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barnard, barnardIsAtMost } from './barnard.ts'
import { boschloo } from './boschloo.ts'
import { coinMidP, doubledMidP, fisherFraction, pooledZFraction } from './brute-force/exact-counts.ts'
import { unconditionalPValues } from './brute-force/unconditional-p-values.ts'
import { fisherMidP2 } from './fisher-mid-p2.ts'
import { fisher } from './fisher.ts'
import { mcnemarMidP } from './mcnemar-mid-p.ts'

/** The reference enumerates for about a second on a quiet machine. */
const enumerationMilliseconds = 60_000
const sides = Array.from({ length: 12 }, (_, i) => i + 1)
const sample = fc
  .integer({ min: 1, max: 60 })
  .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }))

function relativeError(answer: number, expected: number): number {
  return Math.abs(answer - expected) / Math.abs(expected)
}

it('Fisher and its mid-p agree with counting on all tables up to 12 a side', () => {
  let tables = 0
  for (const n1 of sides) {
    for (const n2 of sides) {
      for (let x1 = 0; x1 <= n1; x1++) {
        for (let x2 = 0; x2 <= n2; x2++) {
          const [numerator, denominator] = fisherFraction(x1, n1, x2, n2)
          expect(relativeError(fisher(x1, n1, x2, n2), numerator / denominator)).toBeLessThanOrEqual(1e-9)
          expect(relativeError(fisherMidP2(x1, n1, x2, n2), doubledMidP(x1, n1, x2, n2))).toBeLessThanOrEqual(
            1e-9,
          )
          tables += 1
        }
      }
    }
  }
  expect(tables).toBe(8100)
})

it(
  'Barnard agrees with enumeration on all tables up to 12 a side',
  () => {
    for (const n1 of sides) {
      for (const n2 of sides.filter((side) => side >= n1)) {
        for (const { x1, x2, p } of unconditionalPValues(n1, n2, pooledZFraction)) {
          expect(relativeError(barnard(x1, n1, x2, n2), p)).toBeLessThanOrEqual(1e-9)
          expect(relativeError(barnard(x2, n2, x1, n1), p)).toBeLessThanOrEqual(1e-9)
        }
      }
    }
  },
  enumerationMilliseconds,
)

it('whether Barnard is at most a limit is what its p says, also right beside it', () => {
  const factor = fc.constantFrom(0, 0.5, 0.97, 1 - 1e-9, 1 + 1e-9, 1.03, 2)
  fc.assert(
    fc.property(sample, sample, factor, (a, b, times) => {
      const p = barnard(a.x, a.n, b.x, b.n)
      const limit = p * times
      fc.pre(limit < 1)
      expect(barnardIsAtMost(limit, a.x, a.n, b.x, b.n)).toBe(p <= limit)
    }),
  )
})

it(
  'Boschloo agrees with enumeration on all tables up to 12 a side',
  () => {
    for (const n1 of sides) {
      for (const n2 of sides.filter((side) => side >= n1)) {
        // The smaller Fisher's p, the more extreme the table.
        const extremeness = (...table: Parameters<typeof fisherFraction>): readonly [number, number] => {
          const [numerator, denominator] = fisherFraction(...table)
          return [denominator, numerator]
        }
        for (const { x1, x2, p } of unconditionalPValues(n1, n2, extremeness)) {
          expect(relativeError(boschloo(x1, n1, x2, n2), p)).toBeLessThanOrEqual(1e-9)
          expect(relativeError(boschloo(x2, n2, x1, n1), p)).toBeLessThanOrEqual(1e-9)
        }
      }
    }
  },
  enumerationMilliseconds,
)

it('McNemar mid-p agrees with adding up coins for all pairs up to 12', () => {
  for (let b = 0; b <= 12; b++)
    for (let c = 0; c <= 12; c++)
      expect(relativeError(mcnemarMidP(b, c), coinMidP(b, c))).toBeLessThanOrEqual(1e-9)
})

describe.each([
  ['fisher', fisher],
  ['fisherMidP2', fisherMidP2],
  ['barnard', barnard],
  ['boschloo', boschloo],
])('%s', (_, test) => {
  it('lies in 0..1 and does not depend on the order of the samples or on what is called a success', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const p = test(a.x, a.n, b.x, b.n)
        expect(p).toBeGreaterThan(0)
        expect(p).toBeLessThanOrEqual(1)
        expect(relativeError(test(b.x, b.n, a.x, a.n), p)).toBeLessThanOrEqual(1e-9)
        expect(relativeError(test(a.n - a.x, a.n, b.n - b.x, b.n), p)).toBeLessThanOrEqual(1e-9)
      }),
    )
  })

  it('is 1 for equal shares', () => {
    expect(test(7, 20, 7, 20)).toBe(1)
    expect(test(20, 20, 5, 5)).toBe(1)
    expect(test(0, 20, 0, 5)).toBe(1)
  })
})

it('Barnard and Boschloo keep the digits of very small p-values', () => {
  // Only the two extreme tables belong to the region: 2 (p q)^30 has its top at 1/2.
  expect(relativeError(barnard(30, 30, 0, 30), 2 * 0.25 ** 30)).toBeLessThanOrEqual(1e-9)
  expect(relativeError(boschloo(30, 30, 0, 30), 2 * 0.25 ** 30)).toBeLessThanOrEqual(1e-9)
})

it('Boschloo is never above Fisher', () => {
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      expect(boschloo(a.x, a.n, b.x, b.n)).toBeLessThanOrEqual(fisher(a.x, a.n, b.x, b.n) * (1 + 1e-9))
    }),
  )
})

it('the printed fall from 13 of 18 to 8 of 18 is no clear change', () => {
  expect(barnard(13, 18, 8, 18)).toBeCloseTo(0.11, 2)
})

it('Fisher answers for a million a side', () => {
  expect(fisher(500_000, 1_000_000, 501_000, 1_000_000)).toBeCloseTo(0.1575, 3)
})
