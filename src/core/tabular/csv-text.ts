/** Null is an empty cell. */
export type DataCell = string | number | null

/** A column of a list: its heading, and whether it holds days (ISO) or long texts. */
export interface DataColumn {
  readonly title: string
  readonly holds?: 'days' | 'sentences'
}

/**
 * Rows as a CSV file that Danish spreadsheets open as a table: semicolons, decimal commas, and a mark at the front by
 * which they know it is UTF-8. A text that begins as a formula does gets an apostrophe, or the spreadsheet would compute it.
 */
export function csvText(rows: readonly (readonly DataCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(';')}\r\n`).join('')}`
}

export function csvCell(cell: DataCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  const safe = safeText(cell)
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A text that no spreadsheet takes for a formula, also when it is saved in another format later. */
export function safeText(text: string): string {
  return /^\s*[=+\-@\t\r]/u.test(text) ? `'${text}` : text
}
