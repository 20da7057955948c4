import { array, assert, asyncProperty, constantFrom, string } from 'fast-check'
import { expect, test } from 'vitest'
import { csvText, safeText } from './csv-text.ts'
import { readCsvRows } from './csv-rows.ts'

test.each(['=HYPERLINK("http://x")', '+1', '-2+3', '@SUM(A1)', '\t=1', ' =1', '\r=1'])(
  '%j is no formula when a spreadsheet opens it',
  (cell) => {
    expect(safeText(cell)).toBe(`'${cell}`)
    expect(csvText([[cell]])).toMatch(/^\uFEFF"?'/u)
  },
)

test('numbers are numbers with a decimal comma, nothing is an empty cell', () => {
  expect(csvText([['a', 2.5, -3, null]])).toBe('\uFEFFa;2,5;-3;\r\n')
})

test('what is written is read again as it was, whatever it holds', async () => {
  const cell = string({ unit: constantFrom('a', ';', '"', '\n', ',', 'ø', '1') }).map((text) => `x${text}x`)
  await assert(
    asyncProperty(array(array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), async (rows) => {
      const read: string[][] = []
      const bytes = new TextEncoder().encode(csvText([['one', 'two'], ...rows]))
      expect(readCsvRows(bytes, 'file.csv', (cells) => read.push(cells)).ok).toBe(true)
      expect(read.slice(1)).toEqual(rows)
    }),
  )
})
