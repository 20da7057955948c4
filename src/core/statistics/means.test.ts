import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { tInterval } from './t-interval.ts'
import { welchT } from './welch-t.ts'

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 40 })

/** Samples whose spread is large enough for the differences of rounding not to matter. */
const varied = shares.filter((values) => Math.max(...values) - Math.min(...values) > 1e-3)

// scipy 1.17: ttest_ind(equal_var=False) and t.interval.
it('Welch and Student agree with a reference', () => {
  const a = [0.5, 0.75, 1, 0.25, 0.9]
  const test = welchT(a, [0.4, 0.6, 0.55, 0.1])
  expect(test.p).toBeCloseTo(0.17443122188864862, 13)
  expect(test.df).toBeCloseTo(6.983163644025128, 12)
  expect(test.interval[0]).toBeCloseTo(-0.15109107502434005, 13)
  expect(test.interval[1]).toBeCloseTo(0.6860910750243399, 13)
  const [lower, upper] = tInterval(a)
  expect(lower).toBeCloseTo(0.30083476633056516, 13)
  expect(upper).toBeCloseTo(1.0591652336694346, 13)
})

it('a t interval is centred on the mean and turns with y to 1 - y', () => {
  fc.assert(
    fc.property(varied, (values) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const [lower, upper] = tInterval(values)
      const [mirroredLower, mirroredUpper] = tInterval(values.map((value) => 1 - value))
      expect((lower + upper) / 2).toBeCloseTo(mean, 12)
      expect(mirroredLower).toBeCloseTo(1 - upper, 10)
      expect(mirroredUpper).toBeCloseTo(1 - lower, 10)
    }),
  )
})

it('Welch: exchanging the samples turns the difference and its interval and leaves p', () => {
  fc.assert(
    fc.property(varied, varied, (a, b) => {
      const [one, other] = [welchT(a, b), welchT(b, a)]
      expect(other.difference).toBeCloseTo(-one.difference, 12)
      expect(other.interval[0]).toBeCloseTo(-one.interval[1], 10)
      expect(other.p).toBeCloseTo(one.p, 12)
      expect(one.p).toBeGreaterThanOrEqual(0)
      expect(one.p).toBeLessThanOrEqual(1)
    }),
  )
})

it('Welch: p is below 5 % exactly when the 95 % interval leaves out 0', () => {
  fc.assert(
    fc.property(varied, varied, (a, b) => {
      const { p, interval } = welchT(a, b)
      fc.pre(Math.abs(p - 0.05) > 1e-9)
      expect(p < 0.05).toBe(interval[0] > 0 || interval[1] < 0)
    }),
  )
})

it('equal values far from 0 are seen as without variation, not as rounding noise', () => {
  expect(tInterval([0.1, 0.1, 0.1])).toEqual([expect.closeTo(0.1, 15), expect.closeTo(0.1, 15)])
  expect(() => welchT([0.1, 0.1, 0.1], [0.3, 0.3, 0.3])).toThrow('Neither sample varies')
})
