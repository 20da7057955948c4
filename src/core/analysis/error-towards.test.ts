import { expect, test } from 'vitest'
import { errorTowards } from './error-towards.ts'

test('is told by the limit on the other estimate’s side, and by the upper one where they are equal', () => {
  const z = 1.959963984540054
  expect(errorTowards(0.9, [0.7, 0.95], 0.5)).toBeCloseTo(0.2 / z, 12)
  expect(errorTowards(0.9, [0.7, 0.95], 1)).toBeCloseTo(0.05 / z, 12)
  expect(errorTowards(0.9, [0.7, 0.95], 0.9)).toBeCloseTo(0.05 / z, 12)
  expect(errorTowards(1, [0.8, 1], 1)).toBe(0)
})
