import { expect, it } from 'vitest'
import { stats } from '../stats.ts'
import { compareWithVector } from './compare-with-vector.ts'
import file from './statistics-vectors.json' with { type: 'json' }

it.each(file.vectors)('$id agrees with $R', ({ fn, input, expected }) => {
  const answer = stats.get(fn)?.(input)
  expect(compareWithVector(answer, expected, 1e-9)).toEqual([])
})

it('covers every function that the vectors name', () => {
  expect(new Set(file.vectors.map(({ fn }) => fn)).size).toBe(23)
})
