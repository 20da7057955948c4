import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { laneyP } from '../statistics/laney-p.ts'
import { pChart } from '../statistics/p-chart.ts'
import { runChart, type ChartPoint } from './run-chart.ts'

const rounds = (shares: readonly number[], size = 100): ChartPoint[] =>
  shares.map((share) => ({ share, size }))
const steady = (count: number) => Array.from({ length: count }, (_, at) => (at % 2 === 0 ? 0.7 : 0.74))

function limited(points: readonly ChartPoint[]) {
  const chart = runChart(points)
  if (chart.state === 'no-limits') throw new Error('expected limits')
  return chart
}

test('seven rounds have no limits, eight provisional ones, twelve frozen ones', () => {
  expect(runChart(rounds(steady(7)))).toEqual({ state: 'no-limits' })
  expect(limited(rounds(steady(8)))).toMatchObject({ state: 'provisional', basis: 8 })
  expect(limited(rounds(steady(11)))).toMatchObject({ state: 'provisional', basis: 11 })
  expect(limited(rounds(steady(12)))).toMatchObject({ state: 'frozen', basis: 12 })
})

test('the thirteenth round does not move frozen limits, however far away it lies', () => {
  const twelve = limited(rounds(steady(12)))
  const thirteen = limited(rounds([...steady(12), 0.2]))
  expect(thirteen.centre).toBe(twelve.centre)
  expect(thirteen.points.slice(0, 12)).toEqual(twelve.points)
  expect(thirteen.points.at(-1)?.signs).toEqual(['beyond-limits'])
})

test('eight in a row on one side are a sign, seven are not', () => {
  const before = [0.74, 0.66, 0.74, 0.66, 0.74, 0.66, 0.74, 0.66, 0.74, 0.66, 0.74, 0.66]
  const signsAfter = (count: number) =>
    limited(rounds([...before, ...Array.from({ length: count }, () => 0.72)])).points.map(
      ({ signs }) => signs.length,
    )
  expect(signsAfter(7)).toEqual([...before.map(() => 0), ...Array.from({ length: 7 }, () => 0)])
  expect(signsAfter(8)).toEqual([...before.map(() => 0), ...Array.from({ length: 8 }, () => 1)])
})

test('hundreds of answers a round take Laney’s limits, fewer the p-chart’s, as the statistics give them', () => {
  const shares = [0.62, 0.7, 0.66, 0.74, 0.68, 0.71, 0.65, 0.7]
  const counts = (size: number) => shares.map((share) => Math.round(share * size))
  for (const [size, method, by] of [
    [100, 'p-chart', pChart],
    [500, 'laney-p', laneyP],
  ] as const) {
    const chart = limited(rounds(shares, size))
    const expected = by(
      counts(size),
      shares.map(() => size),
    )
    expect(chart.method).toBe(method)
    expect(chart.points.map(({ upper }) => upper)).toEqual(expected.upper)
    expect(chart.points.map(({ lower }) => lower)).toEqual(expected.lower)
  }
})

test('full compliance in every round has limits without width and no sign', () => {
  const chart = limited(
    rounds(
      Array.from({ length: 9 }, () => 1),
      300,
    ),
  )
  expect([chart.centre, chart.method]).toEqual([1, 'p-chart'])
  expect(chart.points.flatMap(({ signs }) => signs)).toEqual([])
})

test('limits lie around the centre within 0 and 1, and no share between them is beyond', () => {
  const point = fc.record({
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    size: fc.integer({ min: 10, max: 900 }),
  })
  fc.assert(
    fc.property(fc.array(point, { minLength: 8, maxLength: 20 }), (points) => {
      const chart = limited(points)
      for (const [at, { lower, upper, signs }] of chart.points.entries()) {
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(upper).toBeLessThanOrEqual(1)
        expect(lower).toBeLessThanOrEqual(chart.centre)
        expect(upper).toBeGreaterThanOrEqual(chart.centre)
        const share = points[at]?.share ?? 0
        expect(signs.includes('beyond-limits')).toBe(share < lower - 1e-12 || share > upper + 1e-12)
      }
    }),
  )
})
