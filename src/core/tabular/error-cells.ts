import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Problem } from '../language/problem.ts'
import { ProblemCollection } from './problem-collection.ts'

export interface ErrorCell {
  /** As the sheet counts, from 1. */
  readonly row: number
  /** From 0. */
  readonly column: number
  /** What the cell shows, `#N/A`. */
  readonly shows: string
}

const errorType = /(<(?:[\w.-]+:)?c\s[^<>]*?\bt\s*=\s*)(["'])e\2/gu

/** The workbook with its cells in error as texts: the reader of sheets takes such a cell for a blank one. */
export function errorsAsText(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [name, part] of Object.entries(parts))
    if (name.includes('worksheets/')) {
      // As Latin-1, which keeps every byte.
      const xml = strFromU8(part, true)
      parts[name] = strToU8(xml.replaceAll(errorType, '$1$2str$2'), true)
    }
  return zipSync(parts, { level: 0 })
}

/** The cells that are blank in the one reading of a sheet and texts in the other. */
export function errorCells(
  cells: readonly (readonly unknown[])[],
  withErrors: readonly (readonly unknown[])[],
): readonly ErrorCell[] {
  return withErrors.flatMap((row, at) =>
    row.flatMap((shows, column) =>
      typeof shows === 'string' && (cells[at]?.[column] ?? null) === null
        ? [{ row: at + 1, column, shows }]
        : [],
    ),
  )
}

/** Nobody knows what should stand there, and a blank cell means something else. */
export function tellErrors(cells: readonly ErrorCell[], file: string): readonly Problem[] {
  const problems = new ProblemCollection()
  for (const { row, column, shows } of cells) {
    const shown = shows.slice(0, 20)
    problems.add({
      code: 'cell-in-error',
      text: {
        da: `Cellen viser regnearkets fejl ${shown}, så ingen ved, hvad der skulle stå. Ret formlen, eller gør cellen tom, hvis det ikke vides.`,
        en: `The cell shows the spreadsheet’s error ${shown}, so nobody knows what should stand there. Mend the formula, or empty the cell if it is not known.`,
      },
      at: { file, line: row, column: letters(column) },
    })
  }
  return problems.list(file)
}

/** 0 is A, 26 AA. */
function letters(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}
