import { expect, it } from 'vitest'
import { fromCells } from './sheet-cells.ts'

/** The cells that a spreadsheet's dates become. */
function textsOf(...times: readonly number[]): readonly string[] {
  const rows: string[][] = []
  fromCells([times.map((time) => new Date(time))], (cells) => rows.push(cells))
  return rows[0] ?? []
}

it('rounds times to the second, because a fraction of a day is seldom exact', () => {
  const half = Date.UTC(2018, 4, 31, 9, 30)
  expect(textsOf(half - 1, half, half + 1)).toEqual(Array(3).fill('2018-05-31T09:30:00'))
  const midnight = Date.UTC(2018, 5, 1)
  expect(textsOf(midnight - 1, midnight)).toEqual(['2018-06-01', '2018-06-01'])
})
