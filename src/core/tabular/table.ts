import { plural } from '../language/plural.ts'
import type { Checked, Problem } from '../language/problem.ts'
import { readCsvRows, type OnProgress } from './csv-rows.ts'
import { ProblemCollection } from './problem-collection.ts'
import { fromCells } from './sheet-cells.ts'
import { readWorkbook, workbookKind } from './workbook.ts'

interface TableRow {
  /** Line in the text file, or row in the sheet, where the row begins. */
  readonly line: number
  /** One cell per column, trimmed; blank cells are ''. */
  readonly cells: readonly string[]
}

/** The first row that is not blank. Names are as written, trimmed; blank columns at the end are gone. */
export interface Header {
  readonly file: string
  readonly line: number
  readonly columns: readonly string[]
}

/** A file with a header row, as text. */
export interface Table extends Header {
  readonly rows: readonly TableRow[]
}

export interface RowReader {
  /** Called once; a problem ends the reading. */
  readonly header: (header: Header) => Checked<null>
  /** Called for every row below, all of them as long as the header. */
  readonly row: (cells: readonly string[], line: number) => void
  /** Rows of another length than the header's. Without it they are problems of the whole file. */
  readonly ragged?: (problem: Problem, line: number) => void
}

/** CSV or XLSX, decided by the bytes, all in memory: for files that are looked at as a whole. */
export async function readTable(bytes: Uint8Array, file: string): Promise<Checked<Table>> {
  let header: Header = { file, line: 1, columns: [] }
  const rows: TableRow[] = []
  const read = await readRows(bytes, file, {
    header: (found) => {
      header = found
      return { ok: true, value: null }
    },
    row: (cells, line) => rows.push({ line, cells }),
  })
  return read.ok ? { ok: true, value: { ...header, rows } } : read
}

/** The same, row by row, for files of hundreds of megabytes; nothing is kept. Rows of another length are problems. */
export async function readRows(
  bytes: Uint8Array,
  file: string,
  reader: RowReader,
  onProgress?: OnProgress,
): Promise<Checked<null>> {
  const problems = new ProblemCollection()
  let width: number | undefined
  let refused: Checked<null> | undefined
  const onRow = (cells: string[], line: number): void => {
    if (refused !== undefined) return
    if (width === undefined) {
      const columns = withoutTrailingBlanks(cells)
      width = columns.length
      const accepted = reader.header({ file, line, columns })
      if (!accepted.ok) refused = accepted
      return
    }
    const fitted = fitRow(cells, width)
    if (fitted === undefined) {
      const problem = ragged(cells.length, width, file, line)
      if (reader.ragged === undefined) problems.add(problem)
      else reader.ragged(problem, line)
    } else if (fitted.some((cell) => cell !== '')) reader.row(fitted, line)
  }
  const read = await readAnyRows(bytes, file, onRow, onProgress)
  if (!read.ok) return read
  if (width === undefined) return { ok: false, problems: [emptyFile(file)] }
  if (refused !== undefined) return refused
  return problems.isEmpty ? read : { ok: false, problems: problems.list(file) }
}

async function readAnyRows(
  bytes: Uint8Array,
  file: string,
  onRow: (cells: string[], line: number) => void,
  onProgress?: OnProgress,
): Promise<Checked<null>> {
  const isWorkbook = workbookKind(bytes) !== 'none' || (bytes.length > 0 && /\.xlsx$/iu.test(file))
  if (!isWorkbook) return readCsvRows(bytes, file, onRow, onProgress)
  const sheet = await readWorkbook(bytes, file)
  if (!sheet.ok) return sheet
  fromCells(sheet.value, onRow)
  return { ok: true, value: null }
}

function withoutTrailingBlanks(cells: string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
}

/** Spreadsheets pad rows with blank cells; those are cut. A row that is too short was cut off or lacks a separator. */
function fitRow(cells: string[], width: number): readonly string[] | undefined {
  if (cells.length === width) return cells
  if (cells.length < width) return undefined
  return cells.slice(width).every((cell) => cell === '') ? cells.slice(0, width) : undefined
}

/** A row that is too short was cut off or lacks a separator. */
export function ragged(found: number, width: number, file: string, line: number): Problem {
  return {
    code: 'ragged-row',
    text: {
      da: `Rækken har ${found} ${plural('da', found, 'celle', 'celler')}, men overskriften har ${width}. Mangler der et skilletegn, eller står der et i en tekst uden anførselstegn?`,
      en: `The row has ${found} ${plural('en', found, 'cell', 'cells')}, but the header has ${width}. Is a separator missing, or does one stand in a text without quotation marks?`,
    },
    at: { file, line },
  }
}

export function emptyFile(file: string): Problem {
  return {
    code: 'empty-file',
    text: {
      da: 'Filen er tom. Den skal begynde med en række kolonnenavne.',
      en: 'The file is empty. It must begin with a row of column names.',
    },
    at: { file },
  }
}
