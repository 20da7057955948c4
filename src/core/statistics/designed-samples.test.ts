import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { cascade } from './cascade.ts'
import { svyDomainProp, type DomainRow } from './svy-domain-prop.ts'
import { twoPhaseMean } from './two-phase-mean.ts'

const answer = fc.integer({ min: 0, max: 1 })

/** Two strata of 40 and 90 cases with 5 to 15 drawn from each, equal weights within, some not applicable. */
const stratified = fc
  .tuple(
    fc.array(fc.option(answer), { minLength: 5, maxLength: 15 }),
    fc.array(fc.option(answer), { minLength: 5, maxLength: 15 }),
  )
  .map(([a, b]) => {
    const rows = (h: string, N: number, values: readonly (number | null)[]): DomainRow[] =>
      values.map((y) => ({ h, w: N / values.length, y }))
    return [...rows('a', 40, a), ...rows('b', 90, b)]
  })
  .filter((rows) =>
    ['a', 'b'].every((h) => {
      const values = rows.filter((row) => row.h === h).map((row) => row.y)
      return values.includes(0) && values.includes(1)
    }),
  )
const strata = [
  { h: 'a', N: 40 },
  { h: 'b', N: 90 },
]

it('the share of a domain and its intervals contain the estimate and turn with y to 1 - y', () => {
  fc.assert(
    fc.property(stratified, (rows) => {
      const one = svyDomainProp(rows, strata)
      const mirrored = svyDomainProp(
        rows.map((row) => ({ ...row, y: row.y === null ? null : 1 - row.y })),
        strata,
      )
      expect(mirrored.p).toBeCloseTo(1 - one.p, 12)
      expect(mirrored.se).toBeCloseTo(one.se, 12)
      for (const name of ['kgBeta', 'xlogit'] as const) {
        expect(one[name][0]).toBeLessThan(one.p)
        expect(one[name][1]).toBeGreaterThan(one.p)
        expect(mirrored[name][0]).toBeCloseTo(1 - one[name][1], 9)
      }
    }),
  )
})

it('in one stratum without missing answers the standard error is that of a simple random sample', () => {
  const rows = [1, 1, 0, 1, 0, 1, 1, 1].map((y) => ({ h: 1, w: 5, y }))
  const { p, se } = svyDomainProp(rows, [{ h: 1, N: 40 }])
  expect(p).toBe(0.75)
  expect(se).toBeCloseTo(Math.sqrt(((1 - 8 / 40) * 0.75 * 0.25) / 7), 14)
})

it('a census has no sampling error', () => {
  const rows = [1, 1, 0].map((y) => ({ h: 1, w: 1, y }))
  expect(svyDomainProp(rows, [{ h: 1, N: 3 }])).toMatchObject({ se: 0, kgBeta: [2 / 3, 2 / 3] })
})

it('a stratum of a single case that was reviewed adds no uncertainty', () => {
  const rows = [1, 1, 0, 1].map((y) => ({ h: 'many', w: 5, y }))
  const { se } = svyDomainProp(rows, [{ h: 'many', N: 20 }])
  const withSingle = svyDomainProp(
    [...rows, { h: 'one', w: 1, y: 1 }],
    [
      { h: 'many', N: 20 },
      { h: 'one', N: 1 },
    ],
  )
  expect(withSingle.se).toBeCloseTo((se * 20) / 21, 12)
})

it('strata that do not vary within are refused, not given an interval without width', () => {
  const rows = [0, 0, 1, 1].map((y) => ({ h: y, w: 5, y }))
  expect(() =>
    svyDomainProp(rows, [
      { h: 0, N: 10 },
      { h: 1, N: 10 },
    ]),
  ).toThrow('do not vary')
})

const phase1 = fc.array(fc.record({ st: fc.integer({ min: 1, max: 2 }), x: answer, y: answer }), {
  minLength: 6,
  maxLength: 40,
})

it.each(['full', 'approx', 'simple'] as const)(
  'two-phase %s: when all of phase 1 is in phase 2 it is a simple random sample',
  (method) => {
    fc.assert(
      fc.property(phase1, (cases) => {
        const ys = cases.map(({ y }) => y)
        const n = ys.length
        const mean = ys.reduce((sum, y) => sum + y, 0) / n
        const variance = ys.reduce((sum, y) => sum + (y - mean) ** 2, 0) / (n - 1)
        const result = twoPhaseMean({
          N: 100,
          st: cases.map(({ st }) => st),
          x: cases.map(({ x }) => x),
          y: ys,
          in2: cases.map(() => true),
          method,
        })
        const se = Math.sqrt(((1 - n / 100) * variance) / n)
        expect(result.mean).toBeCloseTo(mean, 12)
        expect(result.gregMean).toBeCloseTo(mean, 12)
        expect(result.se).toBeCloseTo(se, 12)
        expect(result.gregSe).toBeCloseTo(se, 12)
      }),
    )
  },
)

it('two-phase: where x tells y the regression gives the mean of x over phase 1', () => {
  const x = [0, 1, 1, 1, 0, 1, 1, 0, 1, 1]
  const in2 = [true, true, false, false, true, true, false, false, true, false]
  const y = x.map((value, i) => (in2[i] ? value : null))
  const st = x.map(() => 'all')
  const { mean, gregMean, gregSe, se } = twoPhaseMean({ N: 50, st, x, y, in2, method: 'full' })
  expect(mean).toBeCloseTo(0.6, 12)
  expect(gregMean).toBeCloseTo(0.7, 12)
  expect(gregSe).toBeLessThan(se)
})

/** Shares like those of answered forms: never so close that rounding is all their difference. */
const hundredths = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)

/** 40 cases in two strata; every second goes on to level 2 and every second of those to level 4. */
const cascaded = fc.array(fc.tuple(hundredths, hundredths), { minLength: 40, maxLength: 40 }).map((pairs) =>
  pairs.map(([first, second], i) => ({
    s: i % 3 === 0 ? 'a' : 'b',
    y: { 1: first, 2: (first + second) / 2, 4: second },
    w: { 1: 1, 2: i % 2 === 0 ? 2 : 0, 4: i % 4 === 0 ? 4 : 0 },
  })),
)

it('the cascade of answers turned from y to 1 - y is turned and as sure', () => {
  fc.assert(
    fc.property(cascaded, (units) => {
      const one = cascade(200, [1, 2, 4], units)
      const turned = units.map((unit) => ({
        ...unit,
        y: { 1: 1 - unit.y[1], 2: 1 - unit.y[2], 4: 1 - unit.y[4] },
      }))
      const other = cascade(200, [1, 2, 4], turned)
      expect(other.theta).toBeCloseTo(1 - one.theta, 9)
      expect(other.se).toBeCloseTo(one.se, 9)
    }),
  )
})

it('where all levels answer alike the cascade is worth all the lowest level’s reviews', () => {
  const units = Array.from({ length: 24 }, (_, i) => {
    const y = ((i * 7) % 24) / 24
    return { s: 1, y: { 1: y, 4: y }, w: { 1: 1, 4: i % 3 === 0 ? 3 : 0 } }
  })
  const { theta, df } = cascade(100, [1, 4], units)
  expect(theta).toBeCloseTo(units.reduce((sum, unit) => sum + unit.y[1], 0) / 24, 12)
  expect(df).toBe(6)
})

it('a lower level that does not vary leaves the last level alone to speak', () => {
  const units = [0.2, 0.9, 0.4, 0.7, 0.5, 0.6].map((y, i) => ({
    s: 1,
    y: { 1: 1, 2: y },
    w: { 1: 1, 2: i < 4 ? 1.5 : 0 },
  }))
  expect(cascade(50, [1, 2], units).theta).toBeCloseTo(0.55, 12)
})

it.each([
  ['runs against the last level gets no weight', (y: number) => 1 - y, 0],
  ['varies far less than the last level gets at most the weight 1.5', (y: number) => y / 10, 1.5],
])('a lower level that %s', (_, lower, lambda) => {
  const units = [0.2, 0.9, 0.4, 0.7, 0.5, 0.3].map((y, i) => ({
    s: 1,
    y: { 1: lower(y), 2: y },
    w: { 1: 1, 2: i < 4 ? 1.5 : 0 },
  }))
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const first = units.map((unit) => unit.y[1])
  const correction = lambda * (mean(first) - mean(first.slice(0, 4)))
  expect(cascade(50, [1, 2], units).theta).toBeCloseTo(0.55 + correction, 12)
})

it('a cascade that is not nested is refused', () => {
  const units = [0.2, 0.9, 0.4, 0.7].map((y, i) => ({
    s: 1,
    y: { 1: y, 2: y },
    w: { 1: i === 2 ? 0 : 1, 2: 1 },
  }))
  expect(() => cascade(50, [1, 2], units)).toThrow('units[2] was drawn at level 2, but not at level 1')
})
