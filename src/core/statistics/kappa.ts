import { plural } from '../language/plural.ts'
import { requireCount } from './require-number.ts'
import { StatisticsError } from './statistics-error.ts'

/**
 * Cohen's kappa of two raters and its large-sample standard error. `table[i][j]` counts the cases that the first put
 * in category i and the second in j; square, at least one case. Refused when every answer falls in one category:
 * kappa is then 0/0. Annex only: at 15 cases its 95 % interval covers 43 %.
 * Source: J. Cohen (1960); standard error of J. L. Fleiss, J. Cohen and B. S. Everitt (1969); equals `vcd::Kappa`.
 */
export function kappa(table: readonly (readonly number[])[]): { kappa: number; se: number } {
  const n = requireSquareTable(table)
  const rows = table.map((row) => sum(row) / n)
  const columns = table.map((_, j) => sum(table.map((row) => row[j] ?? 0)) / n)
  const observed = sum(table.map((row, i) => row[i] ?? 0)) / n
  const chance = sum(rows.map((row, i) => row * (columns[i] ?? 0)))
  if (rows.some((row, i) => row === 1 && columns[i] === 1)) {
    throw new StatisticsError('no-variation', {
      da: 'Alle svar ligger i én kategori; kappa er ikke defineret.',
      en: 'All answers fall in one category; kappa is not defined.',
    })
  }
  const value = (observed - chance) / (1 - chance)
  let weighted = 0
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      // The column share of the row's category and the row share of the column's: crosswise, as in the source.
      const expected = (1 - value) * ((columns[i] ?? 0) + (rows[j] ?? 0))
      weighted += (count / n) * ((i === j ? 1 : 0) - expected) ** 2
    }
  }
  const variance = weighted - (value - chance * (1 - value)) ** 2
  return { kappa: value, se: Math.sqrt(Math.max(0, variance) / n) / (1 - chance) }
}

function requireSquareTable(table: readonly (readonly number[])[]): number {
  let total = 0
  for (const [i, row] of table.entries()) {
    if (row.length !== table.length) {
      throw new StatisticsError('not-square', {
        da: `table skal være kvadratisk, men række ${i + 1} har ${row.length} tal og der er ${table.length} ${plural('da', table.length, 'række', 'rækker')}.`,
        en: `table must be square, but row ${i + 1} has ${row.length} ${plural('en', row.length, 'number', 'numbers')} and the table ${table.length} ${plural('en', table.length, 'row', 'rows')}.`,
      })
    }
    for (const [j, count] of row.entries()) {
      requireCount(count, `table[${i}][${j}]`)
      total += count
    }
  }
  if (total === 0) {
    throw new StatisticsError('empty-table', {
      da: 'table indeholder ingen observationer.',
      en: 'table holds no observations.',
    })
  }
  return total
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
