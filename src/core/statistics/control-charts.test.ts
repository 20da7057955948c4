import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { laneyP } from './laney-p.ts'
import { pChart } from './p-chart.ts'

const rounds = fc
  .array(
    fc
      .integer({ min: 1, max: 500 })
      .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) })),
    { minLength: 2, maxLength: 20 },
  )
  .filter((list) => list.some(({ x }) => x > 0) && list.some(({ x, n }) => x < n))

it.each([
  ['the p-chart', pChart],
  ['the p′ chart', laneyP],
])('%s has limits around its centre within 0..1 and turns with x to n - x', (_, chart) => {
  fc.assert(
    fc.property(rounds, (list) => {
      const n = list.map((round) => round.n)
      const one = chart(
        list.map(({ x }) => x),
        n,
      )
      const turned = chart(
        list.map(({ x, n }) => n - x),
        n,
      )
      expect(turned.centre).toBeCloseTo(1 - one.centre, 12)
      for (const [i, lower] of one.lower.entries()) {
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(lower).toBeLessThanOrEqual(one.centre)
        expect(one.upper[i]).toBeLessThanOrEqual(1)
        expect(turned.upper[i]).toBeCloseTo(1 - lower, 12)
      }
    }),
  )
})

it('rounds that vary more than chance widen the p′ limits', () => {
  const [x, n] = [
    [150, 50, 150, 50],
    [200, 200, 200, 200],
  ]
  const { sigmaZ, lower } = laneyP(x, n)
  expect(sigmaZ).toBeGreaterThan(10)
  expect(lower[0]).toBe(0)
  expect(pChart(x, n).lower[0]).toBeCloseTo(0.5 - 3 * Math.sqrt(0.25 / 200), 12)
})

it('rounds that are all alike have a p-chart and no p′ chart', () => {
  expect(pChart([9, 9], [9, 9])).toEqual({ centre: 1, lower: [1, 1], upper: [1, 1] })
  expect(() => laneyP([9, 9], [9, 9])).toThrow('All answers are alike')
})
