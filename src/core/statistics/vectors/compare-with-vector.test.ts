import { expect, it } from 'vitest'
import { compareWithVector } from './compare-with-vector.ts'

const expected = { mean: 0.5, limits: [0, 0.9] }

it('accepts an answer within the tolerance', () => {
  expect(compareWithVector({ mean: 0.5 + 1e-11, limits: [1e-12, 0.9] }, expected, 1e-9)).toEqual([])
})

it.each([
  ['a number that is off', { mean: 0.500001, limits: [0, 0.9] }, 'result.mean'],
  ['NaN', { mean: Number.NaN, limits: [0, 0.9] }, 'result.mean'],
  ['NaN where 0 is expected', { mean: 0.5, limits: [Number.NaN, 0.9] }, 'result.limits.0'],
  ['an infinity', { mean: Number.POSITIVE_INFINITY, limits: [0, 0.9] }, 'result.mean'],
  ['null for a number', { mean: null, limits: [0, 0.9] }, 'result.mean'],
  ['a text for a number', { mean: '0.5', limits: [0, 0.9] }, 'result.mean'],
  ['a missing field', { limits: [0, 0.9] }, 'result.mean'],
  ['an additional field', { mean: 0.5, limits: [0, 0.9], se: 0.1 }, 'result.se'],
  ['a list that is too short', { mean: 0.5, limits: [0] }, 'result.limits.1'],
  ['a list that is too long', { mean: 0.5, limits: [0, 0.9, 1] }, 'result.limits.2'],
  ['an object for a list', { mean: 0.5, limits: { 0: 0, 1: 0.9 } }, 'result.limits'],
  ['a number for the whole', 0.5, 'result'],
  ['nothing', undefined, 'result'],
])('reports %s', (_, answer, at) => {
  expect(compareWithVector(answer, expected, 1e-9).map((difference) => difference.at)).toEqual([at])
})

it('reports a vector that expects no number', () => {
  expect(compareWithVector(null, null, 1e-9)).toHaveLength(1)
})
