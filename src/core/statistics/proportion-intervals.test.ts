import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clopperPearson } from './clopper-pearson.ts'
import { hyperExact } from './hyper-exact.ts'
import type { Interval } from './interval.ts'
import { jeffreys } from './jeffreys.ts'
import { kornGraubard } from './korn-graubard.ts'
import { newcombe } from './newcombe.ts'
import { wilson } from './wilson.ts'

const conf = fc.double({ min: 0.5, max: 0.999, noNaN: true })
const sample = fc
  .integer({ min: 1, max: 2000 })
  .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }))

describe.each<[string, (x: number, n: number, conf?: number) => Interval]>([
  ['wilson', wilson],
  ['clopperPearson', clopperPearson],
  ['jeffreys', jeffreys],
  ['hyperExact in a population of 3000', (x, n, conf) => hyperExact(x, n, 3000, conf)],
])('%s', (name, interval) => {
  it('contains the estimate and stays within 0..1', () => {
    fc.assert(
      fc.property(sample, conf, ({ x, n }, conf) => {
        const [lower, upper] = interval(x, n, conf)
        // Jeffreys' plain interval leaves the estimate just outside at both ends, as its description says.
        if (name === 'jeffreys' && (x === 0 || x === n)) return
        expect(lower).toBeLessThanOrEqual(x / n)
        expect(upper).toBeGreaterThanOrEqual(x / n)
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(upper).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('moves up when there is one success more', () => {
    fc.assert(
      fc.property(sample, conf, ({ x, n }, conf) => {
        fc.pre(x < n)
        const [fewer, more] = [interval(x, n, conf), interval(x + 1, n, conf)]
        expect(more[0]).toBeGreaterThanOrEqual(fewer[0])
        expect(more[1]).toBeGreaterThanOrEqual(fewer[1])
      }),
    )
  })

  it('is mirrored when successes and failures are exchanged', () => {
    fc.assert(
      fc.property(sample, conf, ({ x, n }, conf) => {
        const [lower, upper] = interval(x, n, conf)
        const mirrored = interval(n - x, n, conf)
        expect(mirrored[0]).toBeCloseTo(1 - upper, 10)
        expect(mirrored[1]).toBeCloseTo(1 - lower, 10)
      }),
    )
  })

  it('is wider at a higher confidence', () => {
    fc.assert(
      fc.property(sample, ({ x, n }) => {
        const [narrow, wide] = [interval(x, n, 0.9), interval(x, n, 0.99)]
        expect(wide[0]).toBeLessThanOrEqual(narrow[0])
        expect(wide[1]).toBeGreaterThanOrEqual(narrow[1])
      }),
    )
  })
})

it('Wilson: with no errors in 8 files the interval is not without width', () => {
  const [lower, upper] = wilson(8, 8)
  expect(lower).toBeCloseTo(0.6756, 4)
  expect(upper).toBe(1)
})

it('Wilson: 18 of 18 means 82 to 100 %', () => {
  expect(wilson(18, 18).map((limit) => Math.round(100 * limit))).toEqual([82, 100])
})

it('Wilson takes an effective sample size that is no whole number', () => {
  const [lower, upper] = wilson(0.8 * 12.5, 12.5)
  const [wider] = wilson(0.8 * 12, 12)
  expect(lower).toBeGreaterThan(wider)
  expect(upper).toBeLessThan(1)
})

it('Wilson keeps the digits of limits near 0 at very large sizes', () => {
  // z²/(n + z²) at x = 0.
  const zz = 1.959963984540054 ** 2
  expect(wilson(0, 1e12)[1] / (zz / (1e12 + zz))).toBeCloseTo(1, 12)
})

it('Newcombe contains the difference, stays within -1..1 and turns its sign with the samples', () => {
  fc.assert(
    fc.property(sample, sample, conf, (a, b, conf) => {
      const [lower, upper] = newcombe(a.x, a.n, b.x, b.n, conf)
      const turned = newcombe(b.x, b.n, a.x, a.n, conf)
      const difference = a.x / a.n - b.x / b.n
      expect(lower).toBeLessThanOrEqual(difference)
      expect(upper).toBeGreaterThanOrEqual(difference)
      expect(lower).toBeGreaterThanOrEqual(-1)
      expect(upper).toBeLessThanOrEqual(1)
      expect(turned[0]).toBeCloseTo(-upper, 12)
      expect(turned[1]).toBeCloseTo(-lower, 12)
    }),
  )
})

it('Korn and Graubard with the standard error of a simple random sample is Clopper and Pearson', () => {
  fc.assert(
    fc.property(sample, conf, ({ x, n }, conf) => {
      fc.pre(n >= 2)
      const p = x / n
      const [lower, upper] = kornGraubard(p, Math.sqrt((p * (1 - p)) / n), n, n - 1, conf)
      const exact = clopperPearson(x, n, conf)
      expect(lower).toBeCloseTo(exact[0], 9)
      expect(upper).toBeCloseTo(exact[1], 9)
    }),
  )
})

it('the exact limits of a complete review are its share', () => {
  expect(hyperExact(13, 18, 18)).toEqual([13 / 18, 13 / 18])
})

it('the exact limits agree with a search through all populations up to 14', () => {
  for (let N = 1; N <= 14; N++) {
    for (let n = 1; n <= N; n++) {
      for (let x = 0; x <= n; x++) {
        const possible = Array.from({ length: N + 1 }, (_, M) => M).filter((M) => {
          const draws = Array.from({ length: n + 1 }, (_, k) => choose(M, k) * choose(N - M, n - k))
          const above = sum(draws.slice(x)) / choose(N, n)
          const below = sum(draws.slice(0, x + 1)) / choose(N, n)
          return above > 0.025 && below > 0.025
        })
        expect(hyperExact(x, n, N)).toEqual([Math.min(...possible) / N, Math.max(...possible) / N])
      }
    }
  }
})

function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0
  let value = 1
  for (let i = 0; i < k; i++) value = (value * (n - i)) / (i + 1)
  return Math.round(value)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
