import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/node'
import type { Language } from '../../core/language/language.ts'
import type { PrintedCell, PrintedReport, PrintedTable } from '../../core/report/printed-report.ts'
import { fixPackage } from '../fix-package.ts'
import { listTables } from '../list-tables.ts'
import { words } from '../words.ts'
import { findSheetNumber } from './figure-cell.ts'
import { printSetup } from './print-setup.ts'

/** Widths in characters. */
const widest = 70
const narrowest = 9
const lookupWidth = 50
/** Characters in a sheet's name, and those that it cannot hold (the limits of Excel). */
const longestName = 31
const unfitForName = /[[\]:*?/\\'»«"\p{Cc}]/gu
/** Points, at the size of the letters. */
const lineHeight = 15

/** A workbook: a list of contents, then one sheet per table with numbers as numbers. */
export async function renderXlsx(printed: PrintedReport, createdAt: Date): Promise<Uint8Array> {
  const { language } = printed
  const tables = listTables(printed)
  const contents = {
    sheet: words[language].contents,
    data: contentsSheet(printed, tables),
    columns: [{ width: 14 }, { width: 34 }, { width: widest }],
  }
  const sheets = tables.map(({ table }) => ({
    sheet: sheetName(table),
    data: tableSheet(table, language),
    columns: [
      ...shownColumns(table).map((index) => ({ width: columnWidth(table, index) })),
      { width: lookupWidth },
    ],
    stickyRowsCount: 2,
  }))
  const buffer = await writeExcelFile([contents, ...sheets], {
    fontFamily: 'Calibri',
    fontSize: 11,
  }).toBuffer()
  return fixPackage(
    buffer,
    createdAt,
    printSetup({
      title: printed.title,
      sheets: [
        { name: contents.sheet, headRows: 0 },
        ...sheets.map(({ sheet, stickyRowsCount }) => ({ name: sheet, headRows: stickyRowsCount })),
      ],
    }),
  )
}

function contentsSheet(printed: PrintedReport, tables: ReturnType<typeof listTables>): SheetData {
  const { title, subtitle, municipality, edition, notice, basis, brand } = printed
  const lines = [title, subtitle, municipality, ...(brand?.lines ?? []), edition, basis, notice]
  return [
    ...lines.flatMap((line, index): SheetData =>
      line === null ? [] : [[{ value: line, type: String, ...(index === 0 ? { fontWeight: 'bold' } : {}) }]],
    ),
    [],
    ...tables.map(({ section, table }) => [
      text(sheetName(table)),
      text(`${section.number} ${section.title}`),
      text(table.caption),
    ]),
  ]
}

function tableSheet(table: PrintedTable, language: Language): SheetData {
  const shown = shownColumns(table)
  const heads = shown.map((index): Cell => ({
    value: table.columns[index]?.title ?? '',
    type: String,
    fontWeight: 'bold',
    backgroundColor: '#eef3f7',
    ...sideOf(table.columns[index]?.align ?? 'start'),
    wrap: true,
  }))
  const rows = table.rows.map((row, index) =>
    shown.map((column): Cell => {
      const cell = sheetCell(row[column], table.columns[column]?.align ?? 'start', language)
      return table.total && index === table.rows.length - 1 ? { ...cell, fontWeight: 'bold' } : cell
    }),
  )
  const lookups = table.rows.map(lookupOf)
  const widths = shown.map((index) => columnWidth(table, index))
  const caption: Cell = { value: table.caption, type: String, fontWeight: 'bold' }
  if (lookups.every((lookup) => lookup === ''))
    return [[caption], tallEnough(heads, widths), ...rows.map((row) => tallEnough(row, widths))]
  const head: Cell = { ...text(words[language].lookup), fontWeight: 'bold', backgroundColor: '#eef3f7' }
  return [
    [caption],
    [...tallEnough(heads, widths), head],
    ...rows.map((row, index) => [...tallEnough(row, widths), lookupCell(lookups[index] ?? '')]),
  ]
}

/** Programs that do not measure wrapped text by themselves would show its last line only. */
function tallEnough(row: readonly Cell[], widths: readonly number[]): Cell[] {
  const [first, ...rest] = row
  if (typeof first !== 'object' || first === null || !('value' in first)) return [...row]
  const lines = row.map((cell, index) => {
    const value = typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : null
    return typeof value === 'string' ? countLines(value, 0.85 * (widths[index] ?? widest)) : 1
  })
  return [{ ...first, height: lineHeight * Math.max(...lines) }, ...rest]
}

/** Words move whole to the next line. */
function countLines(value: string, width: number): number {
  let lines = 1
  let used = 0
  for (const word of value.split(' ')) {
    if (used > 0 && used + 1 + word.length > width) {
      lines++
      used = word.length
    } else used += word.length + (used > 0 ? 1 : 0)
  }
  return lines
}

function lookupCell(lookup: string): Cell {
  return { value: lookup, type: String, alignVertical: 'top', textColor: '#555d66' }
}

/** The ids of a row's figures, those that differ in their last word only together: `question/a/level-2/all/ share, change`. */
function lookupOf(row: readonly PrintedCell[]): string {
  const ids = row.flatMap(({ figure }) => figure?.id ?? [])
  const byPlace = Map.groupBy(ids, (id) => id.slice(0, id.lastIndexOf('/') + 1))
  return [...byPlace]
    .map(([place, all]) => `${place} ${all.map((id) => id.slice(place.length)).join(', ')}`)
    .join('; ')
}

function sheetCell(cell: PrintedCell | undefined, align: 'start' | 'end', language: Language) {
  if (cell === undefined) return text('')
  const number = findSheetNumber(cell, language)
  const side = { ...sideOf(align), alignVertical: 'top' as const }
  return number === undefined ? { ...text(cell.text), ...side } : { ...number, type: Number, ...side }
}

/** Numbers keep off the words of the next column. */
function sideOf(align: 'start' | 'end') {
  return align === 'end' ? { align: 'right' as const, indent: 1 } : { align: 'left' as const }
}

function text(value: string) {
  return { value, type: String, wrap: true }
}

/** Pictures are left out; their numbers stand in the next column. */
function shownColumns(table: PrintedTable): readonly number[] {
  return table.columns.flatMap((column, index) => (column.picture ? [] : [index]))
}

function columnWidth(table: PrintedTable, index: number): number {
  // A head wraps between its words only.
  const headWords = (table.columns[index]?.title ?? '').split(' ').map((word) => word.length)
  const longest = Math.max(...table.rows.map((row) => row[index]?.text.length ?? 0), ...headWords, narrowest)
  return Math.min(widest, longest + 3)
}

/** `3 Modtaget i ugen`: the table's number, as the report calls it, and what it is of. */
function sheetName({ number, caption }: PrintedTable): string {
  const words = caption
    .replaceAll(unfitForName, ' ')
    .split(' ')
    .filter((word) => word !== '')
  let name = String(number)
  for (const word of words) {
    if (name.length + 1 + word.length > longestName) break
    name += ` ${word}`
  }
  return name.replace(/[,;.–-]+$/u, '')
}
