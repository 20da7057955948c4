import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { review, smallProgramme } from '../../../test/support/small-programme.ts'
import { tInterval } from '../statistics/t-interval.ts'
import { welchT } from '../statistics/welch-t.ts'
import { analyse } from './analyse.ts'
import { binomialTerm } from '../statistics/binomial-term.ts'
import { compareMeans, intervalOfMean, meanOf, type Mean } from './mean.ts'
import { cover, newCoverage, type Coverage } from './coverage.ts'

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 30 })

function coverageOf(weights: readonly number[], known = false): Coverage {
  const coverage = newCoverage(known)
  for (const weight of weights) cover(coverage, weight)
  return coverage
}

function mean(values: readonly number[], weight = 1): Mean {
  const result = meanOf(
    values.map((value) => ({ value, weight })),
    coverageOf(values.map(() => 1)),
  )
  if (result === undefined) throw new Error('no values')
  return result
}

describe('the mean of per-case composites', () => {
  it('has, with equal weights, the interval and the test of the plain values', () => {
    fc.assert(
      fc.property(shares, shares, (a, b) => {
        const [first, second] = [mean(a), mean(b, 7)]
        fc.pre(first.standardError > 1e-6 && second.standardError > 1e-6)
        const [lower, upper] = tInterval(a)
        const { interval, method } = intervalOfMean(first)
        // Near 0 and 1 Wilson's takes its place.
        const near = upper - lower > Math.min(first.mean, 1 - first.mean)
        expect(method).toBe(near ? 'wilson' : 't')
        expect(near || Math.abs(interval[0] - lower) < 1e-9).toBe(true)
        expect(near || Math.abs(interval[1] - upper) < 1e-9).toBe(true)
        const plain = welchT(a, b)
        const compared = compareMeans(first, second)
        expect(compared?.difference).toBeCloseTo(plain.difference, 9)
        // Near 0 and 1 the test may be more careful than Welch's, never less.
        const careful = near || intervalOfMean(second).method === 'wilson'
        expect(careful || Math.abs((compared?.p ?? 0) - plain.p) < 1e-9).toBe(true)
      }),
    )
  })

  it.each([
    [10, 40, 0.85],
    [10, 100, 0.9],
    [120, 12, 0.9],
    [30, 120, 0.97],
  ])(
    'of %d and %d cases, each all or nothing, raises a false alarm in 5 %% of rounds at most',
    (n, m, share) => {
      const binomial = (size: number) => (x: number) => binomialTerm(x, size - x, share, 1 - share)
      const values = (x: number, size: number) => Array.from({ length: size }, (_, at) => (at < x ? 1 : 0))
      const [now, before] = [binomial(n), binomial(m)]
      let [alarms, known] = [0, 0]
      for (let x = 0; x <= n; x++)
        for (let y = 0; y <= m; y++) {
          const chance = now(x) * before(y)
          if (chance < 1e-7) continue
          known += chance
          const p = compareMeans(mean(values(x, n)), mean(values(y, m)))?.p ?? 1
          if (p <= 0.05) alarms += chance
        }
      expect(known).toBeGreaterThan(0.999)
      expect(alarms).toBeLessThanOrEqual(0.05)
    },
  )

  it('tells a fall from all to none although neither side varies', () => {
    const twelve = (value: number) => mean(Array.from({ length: 12 }, () => value))
    const compared = compareMeans(twelve(0), twelve(1))
    expect(compared?.p).toBeLessThan(0.001)
    expect(compared?.interval[1]).toBeLessThan(-0.5)
  })

  it('does not claim certainty when all cases are alike', () => {
    const { interval, method } = intervalOfMean(mean([1, 1, 1, 1, 1]))
    expect(method).toBe('wilson')
    expect(interval[0]).toBeCloseTo(0.5655, 3)
    expect(compareMeans(mean([1, 1, 1]), mean([1, 1, 1]))).toBeNull()
  })

  it('bends its interval away from 0 and 1 where these are near: a symmetric one would miss what is rare', () => {
    const high = mean([...Array.from({ length: 12 }, () => 1), 0.8, 0.6])
    const { interval, method } = intervalOfMean(high)
    expect(method).toBe('wilson')
    expect(high.mean - interval[0]).toBeGreaterThan(1.5 * (interval[1] - high.mean))
    expect(interval[1]).toBeLessThan(1)
  })

  it.each([1e4, 1e6, 1e9])(
    'says nothing, and does not break, where one case weighs %d and all others 1',
    (heavy) => {
      const weights = Array.from({ length: 16 }, (_, at) => (at === 0 ? heavy : 1))
      const values = weights.map((weight, at) => ({ value: at % 3 === 0 ? 0.5 : 1, weight }))
      const lopsided = meanOf(values, coverageOf(weights))
      if (lopsided === undefined) throw new Error('no values')
      expect(intervalOfMean(lopsided).interval).toEqual([0, 1])
      expect(compareMeans(lopsided, mean([0.2, 0.4, 0.9]))).toBeNull()
    },
  )

  it('carries such weights through a whole analysis', () => {
    const answers = Array.from({ length: 16 }, (_, at) =>
      [1, 2].flatMap((level) =>
        review(`c${at}`, [at % 3 === 0 ? 'no' : 'yes', at % 2 === 0 ? 'no' : 'yes'], {
          level,
          weight: at === 0 ? 1e9 : 1,
        }),
      ),
    ).flat()
    const analysed = analyse({ programme: smallProgramme, round: 'now', answers })
    const rows = analysed.ok ? analysed.value.composites.filter(({ unit }) => unit === null) : []
    expect(rows.map(({ interval }) => interval)).toEqual(rows.map(() => [0, 1]))
    expect(rows.length).toBeGreaterThan(1)
  })

  it('gives a heavy case more say, and is unsurer for it', () => {
    const coverage = coverageOf([1, 1, 1])
    const values = [1, 0.2, 0.4].map((value, at) => ({ value, weight: at === 0 ? 4 : 1 }))
    const uneven = meanOf(values, coverage)
    expect(uneven?.mean).toBeCloseTo(4.6 / 6, 12)
    expect(uneven?.effectiveSize).toBeCloseTo(2, 12)
  })
})
