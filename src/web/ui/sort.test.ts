import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextSort, parseSort, printSort, sortRows } from './sort.ts'

test('words sort as Danish does, and numbers inside words by their value', () => {
  const sorted = sortRows(['Ørsted', 'Zenia', 'U-10', 'U-2', 'Åby', 'Æbelø'], (row) => row, 'ascending', 'da')
  expect(sorted).toEqual(['U-2', 'U-10', 'Zenia', 'Æbelø', 'Ørsted', 'Åby'])
})

test('rows without a value come last in either direction, and no row is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer())),
      fc.constantFrom('ascending', 'descending'),
      (rows, direction) => {
        const sorted = sortRows(rows, (row) => row, direction, 'en')
        const numbers = rows.filter((row) => row !== null).toSorted((a, b) => a - b)
        if (direction === 'descending') numbers.reverse()
        const blanks = rows.filter((row) => row === null)
        expect(sorted).toEqual([...numbers, ...blanks])
      },
    ),
  )
})

test('pressing a heading again turns the order, pressing another starts ascending', () => {
  const first = nextSort(undefined, 'share')
  expect(first).toEqual({ column: 'share', direction: 'ascending' })
  expect(nextSort(first, 'share').direction).toBe('descending')
  expect(nextSort(nextSort(first, 'share'), 'share').direction).toBe('ascending')
  expect(nextSort(first, 'unit')).toEqual({ column: 'unit', direction: 'ascending' })
})

test('a sort survives the way through the address', () => {
  for (const text of ['change', '-change'])
    expect(printSort(parseSort(text) ?? { column: '', direction: 'ascending' })).toBe(text)
  expect(parseSort('-')).toBeUndefined()
  expect(parseSort(undefined)).toBeUndefined()
})
