import { strToU8 } from 'fflate'
import writeExcelFile, { type Cell } from 'write-excel-file/node'
import { csvText, safeText, type DataCell } from '../../core/tabular/csv-text.ts'
import { fixPackage } from '../fix-package.ts'

interface ListFile {
  /** Names the sheet; spreadsheets take 31 characters. */
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly DataCell[])[]
  readonly format: 'csv' | 'xlsx'
  readonly createdAt: Date
}

/** One table as a file; no text in it is taken for a formula. */
export async function renderList({ title, columns, rows, format, createdAt }: ListFile): Promise<Uint8Array> {
  if (format === 'csv') return strToU8(csvText([columns, ...rows]))
  const sheet = {
    sheet: title.slice(0, 31),
    data: [
      columns.map((column): Cell => ({ value: column, type: String, fontWeight: 'bold' })),
      ...rows.map((row) => row.map(sheetCell)),
    ],
    columns: columns.map((column) => ({ width: Math.max(14, column.length + 2) })),
    stickyRowsCount: 1,
  }
  return fixPackage(await writeExcelFile([sheet]).toBuffer(), createdAt)
}

function sheetCell(cell: DataCell): Cell {
  if (cell === null) return null
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: safeText(cell), type: String }
}
