import { safeText } from '../../../core/tabular/csv-text.ts'

/** Separated as the language's spreadsheets expect, with a mark at the front by which they know it is UTF-8. */
export function toCsv(rows: readonly (readonly string[])[], separator: string): Blob {
  const text = rows.map((row) => row.map((cell) => quoted(cell, separator)).join(separator)).join('\r\n')
  return new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv;charset=utf-8' })
}

/** As this page writes numbers. */
const number = /^[-\u2212]?\d+(?:[.,]\d+)?$/

/** A title that begins as a formula does gets an apostrophe, or the spreadsheet would compute it. */
function quoted(cell: string, separator: string): string {
  const safe = number.test(cell) ? cell : safeText(cell)
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
