import { strToU8, zipSync } from 'fflate'
import writeExcelFile, { type Cell } from 'write-excel-file/node'
import type { Language } from '../../core/language/language.ts'
import type { DataTable } from '../../core/report/round-data.ts'
import { csvText, safeText, type DataCell } from '../../core/tabular/csv-text.ts'
import { fixPackage } from '../fix-package.ts'
import { printSetup } from '../xlsx/print-setup.ts'

export interface RoundDataFile {
  readonly title: string
  readonly tables: readonly DataTable[]
  readonly language: Language
  readonly createdAt: Date
}

const words = {
  da: {
    about: 'Om filen',
    file: 'om-filen.txt',
    what: 'Svarene i runden, niveau for niveau. Ingen personer er nævnt, og bemærkninger, dokumentation og begrundelser er ikke med. Et tomt felt betyder, at der ikke er noget svar.',
  },
  en: {
    about: 'About the file',
    file: 'about-the-file.txt',
    what: 'The answers of the round, level by level. No person is named, and comments, evidence and reasons in words are left out. An empty cell means that there is no answer.',
  },
} as const

/** A workbook with a sheet for each table. */
export async function renderRoundXlsx({
  title,
  tables,
  language,
  createdAt,
}: RoundDataFile): Promise<Uint8Array> {
  const { about, what } = words[language]
  const first = {
    sheet: about,
    data: [
      [{ value: title, type: String, fontWeight: 'bold' as const }],
      [{ value: what, type: String, wrap: true }],
      ...tables.map(({ key, about: text }) => [
        { value: `${key}: ${text[language]}`, type: String, wrap: true },
      ]),
    ],
    columns: [{ width: 110 }],
  }
  const sheets = tables.map(({ key, columns, rows }) => ({
    sheet: key,
    data: [
      columns.map((column): Cell => ({ value: column, type: String, fontWeight: 'bold' })),
      ...rows.map((row) => row.map(sheetCell)),
    ],
    columns: columns.map((column) => ({ width: column === 'text' ? 60 : Math.max(12, column.length + 2) })),
    stickyRowsCount: 1,
  }))
  const setup = printSetup({
    title,
    sheets: [{ name: about, headRows: 0 }, ...sheets.map(({ sheet }) => ({ name: sheet, headRows: 1 }))],
  })
  return fixPackage(await writeExcelFile([first, ...sheets]).toBuffer(), createdAt, setup)
}

function sheetCell(cell: DataCell): Cell {
  if (cell === null) return null
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: safeText(cell), type: String }
}

/** An archive with a CSV file for each table. */
export function renderRoundCsv({ title, tables, language, createdAt }: RoundDataFile): Uint8Array {
  const { file, what } = words[language]
  const about = [title, what, ...tables.map(({ key, about: text }) => `${key}.csv: ${text[language]}`)]
  const files = [
    [file, `${about.join('\r\n\r\n')}\r\n`] as const,
    ...tables.map(({ key, columns, rows }) => [`${key}.csv`, csvText([columns, ...rows])] as const),
  ]
  return zipSync(
    Object.fromEntries(files.map(([name, text]) => [name, [strToU8(text), { mtime: createdAt }]])),
  )
}
