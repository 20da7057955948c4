import type { Buffer } from 'node:buffer'
import type { Checked, Problem } from '../language/problem.ts'
import type { ByteDictionary } from './byte-dictionary.ts'
import { longestRow, rowTooLong, type OnProgress } from './csv-rows.ts'
import { openText, type OpenText } from './open-text.ts'
import { emptyFile, ragged, readRows, type Header } from './table.ts'
import { decodeTextBytes } from './text-bytes.ts'
import { workbookKind } from './workbook.ts'

const decoder = new TextDecoder()

/** One row: cells are slices of UTF-8 bytes, without spaces and tabs around them. The same object serves for every row. */
export class ByteRow {
  bytes: Uint8Array = new Uint8Array(0)
  /** Line that the row begins on. */
  line = 0
  starts = new Int32Array(64)
  ends = new Int32Array(64)

  isBlank(column: number): boolean {
    return this.starts[column] === this.ends[column]
  }

  textOf(column: number): string {
    return decoder.decode(this.cell(column))
  }

  cell(column: number): Uint8Array {
    return this.bytes.subarray(this.starts[column], this.ends[column])
  }

  /** The cell's number in its column's dictionary; that of the empty text where there is no such column. */
  numberIn(texts: ByteDictionary, column: number | undefined): number {
    if (column === undefined) return 0
    return texts.numberOf(this.bytes, this.starts[column] ?? 0, this.ends[column] ?? 0)
  }

  /** Room for twice as many cells. */
  grow(): void {
    const [starts, ends] = [this.starts, this.ends]
    this.starts = new Int32Array(starts.length * 2)
    this.ends = new Int32Array(ends.length * 2)
    this.starts.set(starts)
    this.ends.set(ends)
  }
}

export interface ByteRowReader {
  /** Called once; a problem ends the reading. */
  readonly header: (header: Header) => Checked<null>
  /** Called for every row below, all of them as long as the header. */
  readonly row: (row: ByteRow) => void
  /** Rows of another length than the header's. */
  readonly ragged: (problem: Problem) => void
}

const [tab, lineFeed, carriageReturn, space, quote] = [9, 10, 13, 32, 34]
const rowsBetweenProgress = 20_000

/**
 * The rows of a CSV or XLSX file as bytes, for files of a million rows, of which a parser that makes a string of every
 * cell takes several seconds. Workbooks, and text with marks or line breaks within cells, are left to those parsers.
 */
export async function readByteRows(
  bytes: Uint8Array,
  file: string,
  reader: ByteRowReader,
  onProgress?: OnProgress,
): Promise<Checked<null>> {
  if (workbookKind(bytes) !== 'none' || /\.xlsx$/iu.test(file))
    return readEncoded(bytes, file, reader, onProgress)
  const decoded = decodeTextBytes(bytes, file)
  if (!decoded.ok) return decoded
  const text = openText(decoded.value.bytes)
  return isPlain(text)
    ? new PlainRows(text, file, reader).read(onProgress)
    : readEncoded(decoded.value.bytes, file, reader, onProgress)
}

/** Whether every line is a row, and quotation marks stand around whole cells only. */
function isPlain({ body, delimiter }: OpenText): boolean {
  if (delimiter.length !== 1 || delimiter.charCodeAt(0) > 127) return false
  if (body.includes(quote)) return isPlainlyQuoted(body, delimiter.charCodeAt(0))
  let at = body.indexOf(carriageReturn)
  while (at >= 0) {
    if (body[at + 1] !== lineFeed) return false
    at = body.indexOf(carriageReturn, at + 2)
  }
  return true
}

/** False where a mark or a line break stands within a cell: those need a parser that knows more than this. */
function isPlainlyQuoted(body: Buffer, delimiter: number): boolean {
  let isOpen = false
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at]
    if (byte === quote) {
      const beside = body[isOpen ? at + 1 : at - 1]
      const isEdge = beside === undefined || beside === delimiter || beside === lineFeed
      if (!isEdge && !(isOpen && beside === carriageReturn)) return false
      isOpen = !isOpen
    } else if (byte === lineFeed && isOpen) return false
    else if (byte === carriageReturn && (isOpen || body[at + 1] !== lineFeed)) return false
  }
  return !isOpen
}

class PlainRows {
  readonly #body: Buffer
  readonly #file: string
  readonly #reader: ByteRowReader
  readonly #delimiter: number
  readonly #row = new ByteRow()

  constructor({ body, delimiter, line }: OpenText, file: string, reader: ByteRowReader) {
    this.#body = body
    this.#file = file
    this.#reader = reader
    this.#delimiter = delimiter.charCodeAt(0)
    this.#row.bytes = body
    this.#row.line = line
  }

  read(onProgress: OnProgress | undefined): Checked<null> {
    const body = this.#body
    let width = 0
    for (let at = 0; at < body.length; this.#row.line += 1) {
      const found = body.indexOf(lineFeed, at)
      const end = found < 0 ? body.length : found
      if (end - at > longestRow) return { ok: false, problems: [rowTooLong(this.#file, this.#row.line)] }
      const cells = this.#split(at, end)
      at = end + 1
      const filled = this.#filled(cells)
      // Separators alone are a blank row too, unless they are too few.
      if (filled === 0 && (width === 0 || cells === 1 || cells >= width)) continue
      if (width === 0) {
        width = filled
        const accepted = this.#header(width)
        if (!accepted.ok) return accepted
      } else if (cells < width || filled > width)
        this.#reader.ragged(ragged(cells, width, this.#file, this.#row.line))
      else this.#reader.row(this.#row)
      if (onProgress !== undefined && this.#row.line % rowsBetweenProgress === 0) onProgress(at / body.length)
    }
    if (width === 0) return { ok: false, problems: [emptyFile(this.#file)] }
    return { ok: true, value: null }
  }

  /** How many cells a line has; where they lie is in the two arrays. */
  #split(from: number, to: number): number {
    const body = this.#body
    const row = this.#row
    const delimiter = this.#delimiter
    let cells = 0
    for (let start = from; start <= to;) {
      if (cells === row.starts.length) row.grow()
      let first = start
      // What a quotation mark closes; what stands between it and the next separator is no part of the cell.
      let closed = -1
      if (start < to && body[start] === quote) {
        first += 1
        closed = body.indexOf(quote, first)
      }
      let at = closed < 0 ? start : closed
      while (at < to && body[at] !== delimiter) at += 1
      let last = closed < 0 ? at : closed
      while (first < last && isBlank(body[first])) first += 1
      while (last > first && isBlank(body[last - 1])) last -= 1
      row.starts[cells] = first
      row.ends[cells] = last
      cells += 1
      start = at + 1
    }
    return cells
  }

  /** Cells up to the last that is not blank. */
  #filled(cells: number): number {
    let filled = cells
    while (filled > 0 && this.#row.starts[filled - 1] === this.#row.ends[filled - 1]) filled -= 1
    return filled
  }

  #header(width: number): Checked<null> {
    const columns = Array.from({ length: width }, (_, index) =>
      this.#body.toString('utf8', this.#row.starts[index], this.#row.ends[index]).trim().normalize('NFC'),
    )
    return this.#reader.header({ file: this.#file, line: this.#row.line, columns })
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === space || byte === tab || byte === carriageReturn
}

/** Rows that a parser gives as strings, as bytes again, so that one reader serves all files. */
async function readEncoded(
  bytes: Uint8Array,
  file: string,
  reader: ByteRowReader,
  onProgress?: OnProgress,
): Promise<Checked<null>> {
  const encoder = new TextEncoder()
  const row = new ByteRow()
  row.bytes = new Uint8Array(4096)
  return readRows(
    bytes,
    file,
    {
      header: reader.header,
      row: (cells, line) => {
        while (row.starts.length < cells.length) row.grow()
        // UTF-8 takes at most three bytes for a unit of a string.
        const longest = cells.reduce((sum, cell) => sum + cell.length * 3, 0)
        if (longest > row.bytes.length) row.bytes = new Uint8Array(longest * 2)
        let at = 0
        for (const [index, cell] of cells.entries()) {
          row.starts[index] = at
          at += encoder.encodeInto(cell, row.bytes.subarray(at)).written
          row.ends[index] = at
        }
        row.line = line
        reader.row(row)
      },
      ragged: reader.ragged,
    },
    onProgress,
  )
}
