import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { PrintedTable } from '../../core/report/printed-report.ts'
import { columnWidths } from '../column-widths.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const hair = { style: BorderStyle.SINGLE, size: 4, color: 'c5cad0' }
const rule = { style: BorderStyle.SINGLE, size: 8, color: '1b1f24' }
/** Word measures in twentieths of a point. */
const perMillimetre = 1440 / 25.4
/** Millimetres below which a column of sentences cannot be read. */
const narrowest = 30
/** The widths are those of the report's own font; a program without Word's sets a wider one. */
const ease = 1.15

/**
 * A Word table as wide as the page (`room`, in millimetres), whose header row repeats on every page; rows stay whole;
 * columns of pictures are left out. Cells have the style `TableText`.
 */
export function docxTable(table: PrintedTable, room: number): Table {
  const shown = table.columns.flatMap((column, index) => (column.picture ? [] : [{ column, index }]))
  const widths = fitWidths(table, room)
  const cellsOf = (texts: readonly string[], { bold, shaded }: { bold: boolean; shaded: boolean }) =>
    shown.map(({ column }, at) =>
      tableCell(texts[at] ?? '', { align: column.align, width: widths[at] ?? 0, bold, shaded }),
    )
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: cellsOf(
      shown.map(({ column }) => column.title),
      { bold: true, shaded: true },
    ),
  })
  const rows = table.rows.map(
    (row, at) =>
      new TableRow({
        cantSplit: true,
        children: cellsOf(
          shown.map(({ index }) => row[index]?.text ?? ''),
          { bold: table.total && at === table.rows.length - 1, shaded: false },
        ),
      }),
  )
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    borders: {
      top: rule,
      bottom: rule,
      left: none,
      right: none,
      insideHorizontal: hair,
      insideVertical: none,
    },
    rows: [header, ...rows],
  })
}

/** Twentieths of a point for each column that is shown: numbers as wide as they are, sentences share the rest. */
function fitWidths(table: PrintedTable, room: number): readonly number[] {
  const own = columnWidths(table).map((width) => (width === null ? null : width * ease))
  const shown = table.columns.flatMap((column, index) =>
    column.picture ? [] : [{ fixed: own[index] ?? null, stretch: column.stretch ?? 1 }],
  )
  const fixed = shown.reduce((sum, column) => sum + (column.fixed ?? 0), 0)
  const stretch = shown.reduce((sum, column) => sum + (column.fixed === null ? column.stretch : 0), 0)
  const widths = shown.map((column) =>
    column.fixed === null ? Math.max(narrowest, ((room - fixed) * column.stretch) / stretch) : column.fixed,
  )
  const sum = widths.reduce((total, width) => total + width, 0)
  // A table of narrow columns stays as narrow as it is; one that is too wide is pressed into the page.
  const scale = Math.min(1, room / sum)
  return widths.map((width) => Math.floor(width * scale * perMillimetre))
}

interface CellForm {
  readonly align: 'start' | 'end'
  readonly width: number
  readonly bold: boolean
  readonly shaded: boolean
}

function tableCell(text: string, { align, width, bold, shaded }: CellForm): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(shaded ? { shading: { type: ShadingType.CLEAR, fill: 'eef3f7' } } : {}),
    margins: { top: 30, bottom: 30, left: 70, right: 70 },
    children: [
      new Paragraph({
        style: 'TableText',
        alignment: align === 'end' ? AlignmentType.END : AlignmentType.START,
        children: [new TextRun({ text, bold })],
      }),
    ],
  })
}
