import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { satterthwaiteDf } from './satterthwaite.ts'
import { welchT } from './welch-t.ts'

const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true })
const df = fc.integer({ min: 1, max: 500 })

test('lies between the smaller degrees of freedom and both together, whatever the scale', () => {
  fc.assert(
    fc.property(positive, positive, df, df, fc.constantFrom(1e-200, 1, 1e200), (a, b, dfA, dfB, scale) => {
      const found = satterthwaiteDf({ variance: a * scale, df: dfA }, { variance: b * scale, df: dfB })
      expect(found).toBeGreaterThanOrEqual(Math.min(dfA, dfB) * (1 - 1e-12))
      expect(found).toBeLessThanOrEqual((dfA + dfB) * (1 + 1e-12))
    }),
  )
})

test('two sides alike have both their degrees of freedom, and a side that does not vary adds none', () => {
  expect(satterthwaiteDf({ variance: 3, df: 7 }, { variance: 3, df: 7 })).toBeCloseTo(14, 12)
  expect(satterthwaiteDf({ variance: 3, df: 7 }, { variance: 0, df: 50 })).toBe(7)
})

test('is what Welch’s test uses', () => {
  const [a, b] = [
    [1, 2, 4, 9],
    [2, 2, 3],
  ]
  // By hand: variances 38/3 and 1/3, so 19/6 with 3 and 1/9 with 2 degrees of freedom.
  const found = satterthwaiteDf({ variance: 38 / 3 / 4, df: 3 }, { variance: 1 / 3 / 3, df: 2 })
  expect(welchT(a ?? [], b ?? []).df).toBeCloseTo(found, 12)
})
