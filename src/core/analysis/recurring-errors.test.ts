import { expect, test } from 'vitest'
import { listRecurring } from './recurring-errors.ts'

const row = (question: string, errors: number, denominator: number) => ({
  question,
  numerator: denominator - errors,
  denominator,
})

test('requirements broken more than once stand with most errors first, and what was broken once is left out', () => {
  const rows = [
    row('b-two-of-three', 2, 3),
    row('one-of-one', 1, 1),
    row('one-of-three', 1, 3),
    row('a-two-of-three', 2, 3),
    row('three-of-four', 3, 4),
    row('all-well', 0, 9),
  ]
  expect(listRecurring(rows).map(({ question }) => question)).toEqual([
    'three-of-four',
    'a-two-of-three',
    'b-two-of-three',
  ])
})
