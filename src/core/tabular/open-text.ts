import { Buffer } from 'node:buffer'
import { detectDelimiter, outsideQuotes } from './delimiter.ts'
import { findHeaderRow, mostTitleRows } from './title-rows.ts'

/** Where the rows of a text begin and what separates their cells. */
export interface OpenText {
  readonly body: Buffer
  readonly delimiter: string
  /** Line that the body begins on. */
  readonly line: number
}

/** Excel's own first line `sep=;` names the separator and is no row; nor are titles above the column names. */
export function openText(bytes: Uint8Array): OpenText {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = body.toString('utf8', 0, 65_536)
  const declared = /^sep=(.)(?:\r\n|\n|\r)/iu.exec(start)
  if (declared?.[1] !== undefined)
    return { body: body.subarray(Buffer.byteLength(declared[0])), delimiter: declared[1], line: 2 }
  const rows = firstRows(start)
  const delimiters = rows.map(({ text }) => detectDelimiter(text))
  const header = findHeaderRow(rows.length, (row, as) =>
    shapeOf(rows[row]?.text ?? '', delimiters[as] ?? ';'),
  )
  const above = header === 0 ? '' : start.slice(0, rows[header]?.at)
  return {
    body: body.subarray(Buffer.byteLength(above)),
    delimiter: delimiters[header] ?? ';',
    line: above.split(/\r\n|\n|\r/u).length,
  }
}

/** The first rows that are not blank, and where each begins. */
function firstRows(start: string): readonly { readonly text: string; readonly at: number }[] {
  const rows: { readonly text: string; readonly at: number }[] = []
  for (const { 0: text, index } of start.matchAll(/(?:"(?:[^"]|"")*"|[^\r\n"])+/gu)) {
    if (text.trim() === '') continue
    rows.push({ text, at: index })
    if (rows.length > mostTitleRows) break
  }
  return rows
}

function shapeOf(row: string, delimiter: string) {
  const cells = outsideQuotes(row).split(delimiter)
  return { cells: cells.length, filled: cells.filter((cell) => cell.trim() !== '').length }
}
