/** How a row looks when its cells are told apart as another row's are. */
export interface RowShape {
  readonly cells: number
  /** Of them not blank. */
  readonly filled: number
}

/** Titles are few; whatever begins further down is no header. */
export const mostTitleRows = 20

/**
 * Which of a file's first rows that are not blank holds the column names: reports put a title, a period or who made them
 * above. A row is passed over only where a later one has at least twice as many cells filled and is followed by rows as
 * long as itself; where none is, it is the first, and what is wrong with it will be said.
 *
 * @param rows how many there are to look at
 * @param shape of a row, its cells told apart as those of the row `as`
 */
export function findHeaderRow(rows: number, shape: (row: number, as: number) => RowShape): number {
  const mayBeHeader = (row: number): boolean => {
    const { cells, filled } = shape(row, row)
    if (filled < 2 || filled * 2 <= cells) return false
    const isLast = row === rows - 1
    return isLast || later(row, rows).some((other) => shape(other, row).cells === cells)
  }
  for (let row = 0; row < rows; row += 1) {
    if (!mayBeHeader(row)) continue
    const { filled } = shape(row, row)
    const above = Array.from({ length: row }, (_, index) => shape(index, row))
    return above.every((title) => title.filled * 2 <= filled) ? row : 0
  }
  return 0
}

function later(row: number, rows: number): readonly number[] {
  return Array.from({ length: rows - row - 1 }, (_, index) => row + 1 + index)
}
