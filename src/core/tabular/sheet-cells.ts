import type { OnRow } from './csv-rows.ts'
import { tidyCell } from './tidy-cell.ts'
import { findHeaderRow, mostTitleRows, type RowShape } from './title-rows.ts'

/**
 * Gives the rows of a spreadsheet's cells as the text that the same sheet saved as CSV would hold, so that one set of
 * checks serves both. A number that lost its leading zeros stays without them; `checkCpr` says so.
 */
export function fromCells(rows: readonly (readonly unknown[])[], onRow: OnRow): void {
  const header = headerOf(rows)
  for (const [index, row] of rows.entries()) {
    if (index < header) continue
    const cells = row.map(cellText)
    if (cells.some((cell) => cell !== '')) onRow(cells, index + 1)
  }
}

/** Where the column names stand, below titles if there are any. */
function headerOf(rows: readonly (readonly unknown[])[]): number {
  const first: { readonly at: number; readonly shape: RowShape }[] = []
  for (const [at, row] of rows.entries()) {
    const filled = row.filter((cell) => cellText(cell) !== '').length
    if (filled > 0) first.push({ at, shape: { cells: row.length, filled } })
    if (first.length > mostTitleRows) break
  }
  const found = findHeaderRow(first.length, (row) => first[row]?.shape ?? { cells: 0, filled: 0 })
  return found === 0 ? 0 : (first[found]?.at ?? 0)
}

function cellText(cell: unknown): string {
  if (typeof cell === 'string') return tidyCell(cell)
  if (typeof cell === 'number') return Number.isFinite(cell) ? plainNumber(cell) : ''
  if (typeof cell === 'boolean') return String(cell)
  if (cell instanceof Date) return dateText(cell)
  return ''
}

/** Spreadsheets keep ids as numbers too; 1e21 and above is no id any more. */
function plainNumber(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value)
}

/**
 * Spreadsheet dates have no time zone; the reader gives them as UTC. Midnight is a date without a time. A time of day is
 * a fraction of a day there, which makes 09:30 a little less; so it is rounded to seconds, not cut.
 */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
}
