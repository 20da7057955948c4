import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { PrintedTable } from '../../core/report/printed-report.ts'

/** Half points. */
const size = 17
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const hair = { style: BorderStyle.SINGLE, size: 4, color: 'c5cad0' }
const rule = { style: BorderStyle.SINGLE, size: 8, color: '1b1f24' }

/** A Word table whose header row repeats on every page; rows stay whole; columns of pictures are left out. */
export function docxTable(table: PrintedTable): Table {
  const shown = table.columns.flatMap((column, index) => (column.picture ? [] : [{ column, index }]))
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: shown.map(({ column }) => tableCell(column.title, column.align, { bold: true, shaded: true })),
  })
  const rows = table.rows.map(
    (row, at) =>
      new TableRow({
        cantSplit: true,
        children: shown.map(({ column, index }) =>
          tableCell(row[index]?.text ?? '', column.align, {
            bold: table.total && at === table.rows.length - 1,
            shaded: false,
          }),
        ),
      }),
  )
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
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

function tableCell(
  text: string,
  align: 'start' | 'end',
  { bold, shaded }: { bold: boolean; shaded: boolean },
): TableCell {
  return new TableCell({
    ...(shaded ? { shading: { type: ShadingType.CLEAR, fill: 'eef3f7' } } : {}),
    margins: { top: 30, bottom: 30, left: 70, right: 70 },
    children: [
      new Paragraph({
        alignment: align === 'end' ? AlignmentType.END : AlignmentType.START,
        spacing: { after: 0 },
        children: [new TextRun({ text, bold, size })],
      }),
    ],
  })
}
