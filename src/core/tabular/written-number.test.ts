import { describe, expect, it } from 'vitest'
import { parseWrittenNumber } from './written-number.ts'

describe('a written number', () => {
  it.each([
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['-0,25', -0.25],
    ['1.234,5', 1234.5],
    ['12.345.678,9', 12_345_678.9],
    ['1.234', 1.234],
    ['7', 7],
    [' 3 ', 3],
    ['2.5e-3', 0.0025],
  ])('%j is %d', (text, value) => {
    expect(parseWrittenNumber(text)).toBe(value)
  })

  it.each(['', 'to', '1,2,3', '1,234.5', '12.34,5', 'NaN', 'Infinity', '1e999', '0x10'])(
    '%j is refused',
    (text) => {
      expect(parseWrittenNumber(text)).toBeUndefined()
    },
  )
})
