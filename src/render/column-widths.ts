import type { PrintedTable } from '../core/report/printed-report.ts'

/** Millimetres that one character takes at the table's size, on average, and a cell's padding. */
const perCharacter = { body: 1.75, header: 1.8 }
const padding = 3
/** A narrow column of words wraps at about this many characters. */
const mostCharacters = 19

/**
 * Widths in millimetres of the columns that do not stretch: as wide as their longest number or word, so that headings
 * wrap instead of numbers. Null for those that stretch.
 */
export function columnWidths(table: PrintedTable): readonly (number | null)[] {
  return table.columns.map((column, index) => {
    if (column.stretch !== null || column.picture) return null
    const body = table.rows.map((row) => Math.min(mostCharacters, row[index]?.text.length ?? 0))
    const words = column.title.split(/\s/).map((word) => word.length)
    return (
      padding + Math.max(perCharacter.body * Math.max(0, ...body), perCharacter.header * Math.max(...words))
    )
  })
}
