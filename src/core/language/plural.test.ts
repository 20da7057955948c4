import { expect, test } from 'vitest'
import { plural } from './plural.ts'

test('one of a kind is told in the singular, none and several in the plural', () => {
  const rows = (count: number) => `${count} ${plural('da', count, 'række', 'rækker')}`
  expect([0, 1, 2, 21].map(rows)).toEqual(['0 rækker', '1 række', '2 rækker', '21 rækker'])
  expect([0, 1, 2].map((count) => plural('en', count, 'row', 'rows'))).toEqual(['rows', 'row', 'rows'])
})
