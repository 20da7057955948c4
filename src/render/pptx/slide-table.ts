import type { PrintedTable } from '../../core/report/printed-report.ts'

/** Inches, at 14 points: what a letter takes in a wide font, a heading's letter, a cell's padding, and a line. */
const letter = { body: 0.12, heading: 0.15 }
const padding = 0.25
const line = 0.25
const rowPadding = 0.1
/** Texts longer than this wrap, and share what room there is. */
const longestWhole = 12

export interface SlideTable {
  /** Inches of each column that is shown. */
  readonly widths: readonly number[]
  /** As many of the first rows as fit. */
  readonly rows: number
}

/** How a table lies on a slide: numbers and headings' words whole, sentences in the room that is left. */
export function slideTable(
  table: PrintedTable,
  shown: readonly number[],
  room: { readonly width: number; readonly height: number },
): SlideTable {
  const columns = shown.map((index) => {
    const longest = Math.max(0, ...table.rows.map((row) => row[index]?.text.length ?? 0))
    const words = (table.columns[index]?.title ?? '').split(/\s/u).map((word) => word.length)
    const least =
      padding + Math.max(letter.heading * Math.max(...words), letter.body * Math.min(longest, longestWhole))
    return { least, longing: longest > longestWhole ? longest - longestWhole : 0 }
  })
  const free = room.width - columns.reduce((sum, { least }) => sum + least, 0)
  const longing = columns.reduce((sum, column) => sum + column.longing, 0)
  const widths = columns.map((column) => {
    if (free <= 0) return (column.least * room.width) / (room.width - free)
    return column.least + (longing === 0 ? free / columns.length : (free * column.longing) / longing)
  })
  const heights = table.rows.map(
    (row) =>
      rowPadding +
      line *
        lines(
          shown.map((index) => row[index]?.text ?? ''),
          widths,
        ),
  )
  let used =
    rowPadding +
    line *
      lines(
        shown.map((index) => table.columns[index]?.title ?? ''),
        widths,
      )
  const tooMany = heights.findIndex((height) => (used += height) > room.height)
  return { widths, rows: tooMany === -1 ? heights.length : Math.max(1, tooMany) }
}

/** Lines of a row's highest cell. */
function lines(texts: readonly string[], widths: readonly number[]): number {
  return Math.max(
    1,
    ...texts.map((text, at) => Math.ceil((text.length * letter.body) / ((widths[at] ?? 1) - padding))),
  )
}
