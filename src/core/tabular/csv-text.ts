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

/**
 * Signs that begin a formula, also as East Asian spreadsheets take them (whatever Unicode's NFKC makes one of them: wide,
 * small and raised forms, and the true minus), after whatever cannot be seen. A line break or tab in front is cut off by
 * some spreadsheets before they look.
 */
const beginsFormula =
  /^(?:[\t\r\n]|[\s\p{C}]*[=+\-@\u2212\u207a-\u207c\u208a-\u208c\u2a75\u2a76\ufb29\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20])/u

/** A text that no spreadsheet takes for a formula, also when it is saved in another format later. */
export function safeText(text: string): string {
  return beginsFormula.test(text) ? `'${text}` : text
}
