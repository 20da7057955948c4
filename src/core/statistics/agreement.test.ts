import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { ac1, acInterval } from './ac1.ts'
import { alphaNominal } from './alpha-nominal.ts'
import { kappa } from './kappa.ts'

const categories = ['yes', 'no']
const rating = fc.constantFrom('yes', 'no', null)
const ratings = fc
  .array(fc.tuple(rating, rating, rating), { minLength: 2, maxLength: 30 })
  .filter((rows) => rows.filter((row) => row.filter((r) => r !== null).length >= 2).length >= 2)
  .filter((rows) => {
    const paired = rows.filter((row) => row.filter((r) => r !== null).length >= 2).flat()
    return paired.includes('yes') && paired.includes('no')
  })
const table = fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 3, maxLength: 3 }), {
  minLength: 3,
  maxLength: 3,
})

it('kappa is 1 with standard error 0 where both always agree', () => {
  expect(
    kappa([
      [7, 0],
      [0, 5],
    ]),
  ).toEqual({ kappa: 1, se: expect.closeTo(0, 7) })
})

it('kappa is 0 where the answers are independent', () => {
  expect(
    kappa([
      [40, 20],
      [20, 10],
    ]).kappa,
  ).toBeCloseTo(0, 14)
})

it('kappa is the same after exchanging raters and renaming categories', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const one = kappa(rows)
      const exchanged = kappa(rows.map((_, j) => rows.map((row) => row[j] ?? 0)))
      const renamed = kappa(rows.toReversed().map((row) => row.toReversed()))
      for (const other of [exchanged, renamed]) {
        expect(other.kappa).toBeCloseTo(one.kappa, 12)
        expect(other.se).toBeCloseTo(one.se, 12)
      }
      expect(one.kappa).toBeGreaterThanOrEqual(-1)
      expect(one.kappa).toBeLessThanOrEqual(1)
    }),
  )
})

it('AC1 and alpha are 1 where all agree on varied cases', () => {
  const agreed = [
    ['yes', 'yes', null],
    ['no', null, 'no'],
    ['yes', 'yes', 'yes'],
  ]
  expect(ac1(agreed, categories).ac1).toBe(1)
  expect(alphaNominal(agreed, categories)).toBe(1)
})

it('AC1 has an answer where all answers are alike, which kappa and alpha have not', () => {
  const alike = [
    ['yes', 'yes'],
    ['yes', 'yes'],
    ['yes', 'yes'],
  ]
  expect(ac1(alike, categories)).toEqual({ ac1: 1, se: 0 })
  expect(() => alphaNominal(alike, categories)).toThrow('All ratings are alike')
  expect(() =>
    kappa([
      [3, 0],
      [0, 0],
    ]),
  ).toThrow('All answers fall in one category')
})

it('AC1 and alpha are the same after exchanging raters, cases and the names of categories', () => {
  fc.assert(
    fc.property(ratings, (rows) => {
      const one = [...Object.values(ac1(rows, categories)), alphaNominal(rows, categories)]
      const raters = rows.map((row) => row.toReversed())
      const cases = rows.toReversed()
      const names = rows.map((row) => row.map((r) => (r === null ? null : r === 'yes' ? 'no' : 'yes')))
      for (const other of [raters, cases, names]) {
        const values = [...Object.values(ac1(other, categories)), alphaNominal(other, categories)]
        for (const [i, value] of values.entries()) expect(value).toBeCloseTo(one[i] ?? Number.NaN, 12)
      }
    }),
  )
})

it('a case that nobody rated changes nothing', () => {
  const rows = [
    ['yes', 'yes'],
    ['no', 'yes'],
    ['no', 'no'],
  ]
  expect(ac1([...rows, [null, null]], categories)).toEqual(ac1(rows, categories))
})

it("AC1's limits contain it and do not pass 1", () => {
  fc.assert(
    fc.property(ratings, (rows) => {
      const [lower, upper] = acInterval(rows, categories)
      const value = ac1(rows, categories).ac1
      expect(lower).toBeLessThanOrEqual(value + 1e-12)
      expect(upper).toBeGreaterThanOrEqual(value - 1e-12)
      expect(upper).toBeLessThanOrEqual(1)
    }),
  )
})

it('alpha of two raters without missing answers is 1 - (2n - 1) disagreements / (yes × no answers)', () => {
  // 4 cases, 8 answers of which 5 yes and 3 no, one disagreement.
  const rows = [
    ['yes', 'yes'],
    ['yes', 'yes'],
    ['yes', 'no'],
    ['no', 'no'],
  ]
  expect(alphaNominal(rows, categories)).toBeCloseTo(1 - (7 * 1) / 15, 14)
})
