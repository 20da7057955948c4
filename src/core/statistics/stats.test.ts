import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StatisticsError } from './statistics-error.ts'
import { stats } from './stats.ts'
import file from './vectors/statistics-vectors.json' with { type: 'json' }

/** The code a call is refused with; `answered` when it is not. */
function refusal(fn: string, input: unknown): string {
  try {
    stats.get(fn)?.(input)
    return 'answered'
  } catch (error) {
    if (error instanceof StatisticsError) return error.code
    throw error
  }
}

describe.each(['wilson', 'clopperPearson', 'jeffreys'])('%s refuses', (fn) => {
  it.each([
    ['an empty sample', { x: 0, n: 0 }, 'empty-sample'],
    ['a negative x', { x: -1, n: 5 }, 'not-a-count'],
    ['a negative n', { x: 1, n: -5 }, 'not-a-count'],
    ['half a success', { x: 1.5, n: 5 }, 'not-a-count'],
    ['half a case', { x: 1, n: 5.5 }, 'not-a-count'],
    ['more successes than cases', { x: 6, n: 5 }, 'count-above-total'],
    ['NaN', { x: Number.NaN, n: 5 }, 'not-a-count'],
    ['an infinite n', { x: 1, n: Number.POSITIVE_INFINITY }, 'not-a-count'],
    ['a confidence of 95', { x: 1, n: 5, conf: 95 }, 'not-a-confidence-level'],
    ['a confidence of 1', { x: 1, n: 5, conf: 1 }, 'not-a-confidence-level'],
    ['a confidence of 0', { x: 1, n: 5, conf: 0 }, 'not-a-confidence-level'],
    ['a text for a number', { x: '1', n: 5 }, 'wrong-type'],
    ['null for a number', { x: null, n: 5 }, 'wrong-type'],
    ['a missing n', { x: 1 }, 'missing-field'],
    ['a mistyped conf', { x: 1, n: 5, cnof: 0.9 }, 'unknown-field'],
    ['a list', [1, 5], 'wrong-type'],
    ['nothing', null, 'wrong-type'],
  ])('%s', (_, input, code) => {
    expect(refusal(fn, input)).toBe(code)
  })
})

describe.each(['fisher', 'fisherMidP2', 'barnard', 'boschloo', 'newcombe'])('%s refuses', (fn) => {
  it.each([
    ['an empty first side', { x1: 0, n1: 0, x2: 1, n2: 5 }, 'empty-sample'],
    ['an empty second side', { x1: 1, n1: 5, x2: 0, n2: 0 }, 'empty-sample'],
    ['more successes than cases', { x1: 1, n1: 5, x2: 6, n2: 5 }, 'count-above-total'],
    ['a negative count', { x1: -1, n1: 5, x2: 1, n2: 5 }, 'not-a-count'],
  ])('%s', (_, input, code) => {
    expect(refusal(fn, input)).toBe(code)
  })
})

it.each<[string, unknown, string]>([
  ['wilsonEffective', { p: 1.1, n: 5 }, 'not-a-probability'],
  ['wilsonEffective', { p: 0.5, n: 0 }, 'out-of-range'],
  ['barnard', { x1: 1, n1: 1001, x2: 1, n2: 5 }, 'too-large'],
  ['boschloo', { x1: 1, n1: 5, x2: 1, n2: 1001 }, 'too-large'],
  ['fisher', { x1: 1, n1: 2e6, x2: 1, n2: 5 }, 'too-large'],
  ['mcnemarMidP', { b: -1, c: 2 }, 'not-a-count'],
  ['mcnemarMidP', { b: 1e10, c: 2 }, 'too-large'],
  ['hyperExact', { x: 1, n: 6, N: 5 }, 'count-above-total'],
  ['hyperExact', { x: 0, n: 0, N: 5 }, 'empty-sample'],
  ['dhyper', { x: 1, m: 2, n: 3, k: 6 }, 'count-above-total'],
  ['dhyper', { x: -1, m: 2, n: 3, k: 2 }, 'not-a-count'],
  ['bh', { p: [0.5, 1.5] }, 'not-a-probability'],
  ['bh', { p: [0.5, -0.1] }, 'not-a-probability'],
  ['bh', { p: [0.5, null] }, 'wrong-type'],
  ['bh', { p: [Number.NaN] }, 'not-a-probability'],
  ['qbeta', { p: 1.1, a: 1, b: 1 }, 'not-a-probability'],
  ['qbeta', { p: 0.5, a: 0, b: 1 }, 'out-of-range'],
  ['qbeta', { p: 0.5, a: 1, b: 1e10 }, 'too-large'],
  ['qnorm', { p: 0 }, 'not-a-probability'],
  ['qnorm', { p: 1 }, 'not-a-probability'],
  ['qt', { p: 0.5, df: 0 }, 'out-of-range'],
  ['qt', { p: 2, df: 5 }, 'not-a-probability'],
  ['kappa', { table: [] }, 'empty-table'],
  [
    'kappa',
    {
      table: [
        [0, 0],
        [0, 0],
      ],
    },
    'empty-table',
  ],
  [
    'kappa',
    {
      table: [
        [1, 2, 3],
        [4, 5, 6],
      ],
    },
    'not-square',
  ],
  [
    'kappa',
    {
      table: [
        [1, -2],
        [4, 5],
      ],
    },
    'not-a-count',
  ],
  [
    'kappa',
    {
      table: [
        [9, 0],
        [0, 0],
      ],
    },
    'no-variation',
  ],
  ['ac1', { ratings: [], categories: [0, 1] }, 'no-pairs'],
  [
    'ac1',
    {
      ratings: [
        [1, null],
        [null, 0],
      ],
      categories: [0, 1],
    },
    'no-pairs',
  ],
  ['ac1', { ratings: [[1, 1]], categories: [0, 1] }, 'too-few-values'],
  [
    'ac1',
    {
      ratings: [
        [1, 2],
        [0, 0],
      ],
      categories: [0, 1],
    },
    'unknown-category',
  ],
  ['ac1', { ratings: [[1, 1], [0]], categories: [0, 1] }, 'ragged-table'],
  [
    'ac1',
    {
      ratings: [
        [1, 1],
        [0, 0],
      ],
      categories: [0, 0, 1],
    },
    'duplicate',
  ],
  [
    'ac1',
    {
      ratings: [
        [1, 1],
        [1, 1],
      ],
      categories: [1],
    },
    'too-few-values',
  ],
  [
    'alphaNominal',
    {
      ratings: [
        [1, 1],
        [1, 1],
      ],
      categories: [0, 1],
    },
    'no-variation',
  ],
  ['tInterval', { values: [1] }, 'too-few-values'],
  ['tInterval', { values: [1, Number.POSITIVE_INFINITY] }, 'not-finite'],
  ['welchT', { a: [1, 1], b: [2, 2] }, 'no-variation'],
  ['welchT', { a: [1, 2], b: [] }, 'too-few-values'],
  ['kornGraubard', { p: 0.5, se: 0.1, n: 1, df: 1 }, 'too-few-values'],
  ['svyDomainProp', { rows: [], strata: [] }, 'too-few-values'],
  ['svyDomainProp', { rows: [{ h: 1, w: 1, y: 1 }], strata: [{ h: 1, N: 9 }] }, 'stratum-too-small'],
  ['svyDomainProp', { rows: [{ h: 1, w: 0, y: 1 }], strata: [{ h: 1, N: 9 }] }, 'out-of-range'],
  ['svyDomainProp', { rows: [{ h: 2, w: 1, y: 1 }], strata: [] }, 'unknown-stratum'],
  ['svyDomainProp', { rows: [{ h: 1, w: 1 }], strata: [] }, 'missing-field'],
  ['pChart', { x: [], n: [] }, 'too-few-values'],
  ['pChart', { x: [1], n: [2, 3] }, 'different-lengths'],
  ['pChart', { x: [3], n: [2] }, 'count-above-total'],
  ['laneyP', { x: [1], n: [2] }, 'too-few-values'],
  ['cascade', { N: 5, levels: [], units: [] }, 'too-few-values'],
  ['cascade', { N: 5, levels: [1], units: [] }, 'empty-sample'],
  ['cascade', { N: 5, levels: [2, 1], units: [] }, 'out-of-range'],
  ['twoPhaseMean', { N: 5, st: [], x: [], y: [], in2: [], method: 'full' }, 'empty-sample'],
  ['twoPhaseMean', { N: 5, st: [1], x: [1], y: [1], in2: [true], method: 'exact' }, 'wrong-type'],
])('%s refuses %j', (fn, input, code) => {
  expect(refusal(fn, input)).toBe(code)
})

it('a refusal has a Danish and an English text', () => {
  const refused = (): unknown => stats.get('wilson')?.({ x: 6, n: 5 })
  expect(refused).toThrow(
    expect.objectContaining({
      text: { da: 'x (6) må ikke være større end n (5).', en: 'x (6) must not be above n (5).' },
    }),
  )
})

it('any input is either answered with finite numbers or refused with a code', () => {
  const value = fc.oneof(
    fc.integer({ min: -3, max: 30 }),
    fc.double(),
    fc.constantFrom(
      null,
      '',
      true,
      [],
      {},
      [1],
      [0.5, 2],
      [
        [1, 2],
        [3, 4],
      ],
    ),
  )
  // Inputs of the right shape with one field replaced, so that the checks behind the shape are reached too.
  const calls = fc
    .constantFrom(...file.vectors)
    .chain(({ fn, input }) =>
      fc
        .tuple(fc.constantFrom(...Object.keys(input)), value)
        .map(([name, replaced]): [string, unknown] => [fn, { ...input, [name]: replaced }]),
    )
  fc.assert(
    fc.property(calls, ([fn, input]) => {
      if (refusal(fn, input) !== 'answered') return
      expect(JSON.stringify(stats.get(fn)?.(input))).not.toContain('null')
    }),
    { numRuns: 2000 },
  )
})
