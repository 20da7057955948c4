/** Separated as the language's spreadsheets expect, with a mark at the front by which they know it is UTF-8. */
export function toCsv(rows: readonly (readonly string[])[], separator: string): Blob {
  const text = rows.map((row) => row.map((cell) => quoted(cell, separator)).join(separator)).join('\r\n')
  return new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv;charset=utf-8' })
}

/** A title that begins as a formula does gets an apostrophe, or the spreadsheet would compute it. */
function quoted(cell: string, separator: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(cell) ? `'${cell}` : cell
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
