import { strToU8 } from 'fflate'
import writeExcelFile, { type Cell } from 'write-excel-file/node'
import { csvText, safeText, type DataCell, type DataColumn } from '../../core/tabular/csv-text.ts'
import { isDay } from '../../core/tabular/written-date.ts'
import { fixPackage } from '../fix-package.ts'
import { printSetup } from '../xlsx/print-setup.ts'

interface ListFile {
  /** Names the sheet; spreadsheets take 31 characters. */
  readonly title: string
  readonly columns: readonly DataColumn[]
  readonly rows: readonly (readonly DataCell[])[]
  readonly format: 'csv' | 'xlsx'
  readonly createdAt: Date
}

/** One table as a file; no text in it is taken for a formula. */
export async function renderList({ title, columns, rows, format, createdAt }: ListFile): Promise<Uint8Array> {
  if (format === 'csv') return strToU8(csvText([columns.map((column) => column.title), ...rows]))
  const sheet = {
    sheet: title.slice(0, 31),
    data: [
      columns.map((column): Cell => ({ value: column.title, type: String, fontWeight: 'bold' })),
      ...rows.map((row) => row.map((cell, at) => sheetCell(cell, columns[at]))),
    ],
    columns: columns.map((column) => ({
      width: column.holds === 'sentences' ? 80 : Math.max(14, column.title.length + 2),
    })),
    stickyRowsCount: 1,
  }
  const setup = printSetup({ title, sheets: [{ name: sheet.sheet, headRows: 1 }] })
  return fixPackage(await writeExcelFile([sheet]).toBuffer(), createdAt, setup)
}

function sheetCell(cell: DataCell, column: DataColumn | undefined): Cell {
  if (cell === null) return null
  // A day is one that a spreadsheet can sort and reckon with, and it reads as in the CSV file.
  if (typeof cell === 'string' && column?.holds === 'days' && isDay(cell))
    return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: safeText(cell), type: String }
}
