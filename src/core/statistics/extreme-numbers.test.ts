import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { answerStatsLine } from './answer-stats-line.ts'

const answer = (fn: string, input: unknown) => answerStatsLine(JSON.stringify({ id: 1, fn, input }), 1, 'en')

it.each([
  ['welchT', { a: [1e308, -1e308], b: [1, 2] }, 'a[0] is 1e+308'],
  ['welchT', { a: [1e200, 2e200], b: [1, 2] }, 'a[0] is 1e+200'],
  ['welchT', { a: [1e-200, 2e-200], b: [1e-200, 3e-200] }, 'values of a differ'],
  ['tInterval', { values: [1e308, 1e308] }, 'values[0] is 1e+308'],
  [
    'twoPhaseMean',
    { N: 9, st: ['a', 'a'], x: [1e308, 1], y: [1, 2], in2: [true, true], method: 'full' },
    'x[0] is 1e+308',
  ],
  [
    'svyDomainProp',
    { rows: [{ h: 'a', w: 1e308, y: 1 }], strata: [{ h: 'a', N: 1 }] },
    'rows[0].w is 1e+308',
  ],
  ['kornGraubard', { p: 0.5, se: 5e-324, n: 10, df: 5 }, 'Use wilsonEffective'],
  ['qt', { p: 1e-300, df: 1e-300 }, 'beyond the largest number'],
])('%s refuses %j and says which number it is', (fn, input, reason) => {
  const result = answer(fn, input)
  expect('error' in result ? result.error.text : result).toContain(reason)
})

const number = fc.constantFrom(1e308, -1e308, 1e200, 1e101, 1e99, 1e-99, 1e-200, 5e-324, 0, 0.1, 1, 2, 3)
const weight = fc.constantFrom(1e308, 1e99, 1e-200, 5e-324, 1, 2)
const several = fc.array(number, { minLength: 2, maxLength: 4 })
const inputs = fc.oneof(
  fc.record({ fn: fc.constant('tInterval'), input: fc.record({ values: several }) }),
  fc.record({ fn: fc.constant('welchT'), input: fc.record({ a: several, b: several }) }),
  fc.record({
    fn: fc.constant('kornGraubard'),
    input: fc.record({ p: fc.constantFrom(0, 0.5, 1e-300, 1), se: weight, n: weight, df: weight }),
  }),
  fc.record({
    fn: fc.constant('cascade'),
    input: fc.array(fc.tuple(number, number, weight), { minLength: 4, maxLength: 6 }).map((rows) => ({
      N: 100,
      levels: [1, 2],
      units: rows.map(([a, b, w]) => ({ s: 's', y: { 1: a, 2: b }, w: { 1: w, 2: w } })),
    })),
  }),
)

it('no number is too large or too small for a finite answer or a reason that names it', () => {
  fc.assert(
    fc.property(inputs, ({ fn, input }) => {
      const result = answer(fn, input)
      const text = 'error' in result ? result.error.text : JSON.stringify(result)
      expect(text).not.toMatch(/NaN|null/u)
    }),
    { numRuns: 500 },
  )
})
