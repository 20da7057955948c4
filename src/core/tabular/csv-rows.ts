import type { Buffer } from 'node:buffer'
import { CsvError, parse } from 'csv-parse/sync'
import type { Checked, Problem } from '../language/problem.ts'
import { openText } from './open-text.ts'
import { decodeTextBytes } from './text-bytes.ts'
import { tidyCell } from './tidy-cell.ts'

/** Takes one row; `line` is the line its first character stands on. The header row comes first. */
export type OnRow = (cells: string[], line: number) => void

/** Called now and then while a large file is read, with the share of it that is done (0 to 1). */
export type OnProgress = (share: number) => void

/** A row this long is a quote that was never closed. */
export const longestRow = 1_000_000
const rowsBetweenProgress = 20_000

/**
 * Reads separated values row by row, without keeping them. Blank lines are skipped but counted.
 */
export function readCsvRows(
  bytes: Uint8Array,
  file: string,
  onRow: OnRow,
  onProgress?: OnProgress,
): Checked<null> {
  const decoded = decodeTextBytes(bytes, file)
  if (!decoded.ok) return decoded
  const { body, delimiter, line: firstLine } = openText(decoded.value.bytes)
  let line = firstLine
  let rows = 0
  try {
    parse(body, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: longestRow,
      on_record: (cells: string[], context) => {
        const blank = cells.length === 1 && cells[0]?.trim() === ''
        // The parser's own line count takes CR LF within quotes for two lines, so lines are counted here.
        const next = line + 1 + countLineBreaks(cells)
        if (!blank) onRow(cells.map(tidyCell), line)
        line = next
        rows += 1
        if (onProgress !== undefined && rows % rowsBetweenProgress === 0)
          onProgress(context.bytes / body.length)
        return null
      },
    })
  } catch (error) {
    if (error instanceof CsvError) return { ok: false, problems: [describe(error.code, file, line, body)] }
    throw error
  }
  return { ok: true, value: null }
}

function countLineBreaks(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) {
    if (cell.includes('\n') || cell.includes('\r')) count += cell.split(/\r\n|\n|\r/u).length - 1
  }
  return count
}

function describe(code: string, file: string, line: number, body: Buffer): Problem {
  const at = { file, line }
  if (code === 'CSV_MAX_RECORD_SIZE' && !body.includes('"')) return rowTooLong(file, line)
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return {
      code: 'quote-not-closed',
      text: {
        da: 'Et anførselstegn (") i denne række bliver aldrig lukket. Luk det, eller skriv to ("") for et anførselstegn i selve teksten.',
        en: 'A quotation mark (") in this row is never closed. Close it, or write two ("") for one that belongs to the text.',
      },
      at,
    }
  return {
    code: 'stray-quote',
    text: {
      da: 'Et anførselstegn (") står midt i en celle. Sæt hele cellen i anførselstegn, og skriv to ("") for det indre.',
      en: 'A quotation mark (") stands inside a cell. Put the whole cell in quotation marks and write two ("") for the inner one.',
    },
    at,
  }
}

export function rowTooLong(file: string, line: number): Problem {
  return {
    code: 'row-too-long',
    text: {
      da: 'Rækken er over en million tegn lang. Er filen en tabel med en række pr. linje?',
      en: 'The row is more than a million characters long. Is the file a table with one row per line?',
    },
    at: { file, line },
  }
}
