import type { Checked, Problem } from '../../language/problem.ts'
import { comparable } from '../../tabular/column-names.ts'
import type { Table } from '../../tabular/table.ts'
import { parseWrittenNumber } from '../../tabular/written-number.ts'
import type { FigureRow } from './figures-of-rows.ts'

const columns = {
  label: ['label', 'figur', 'tekst'],
  percent: ['percent', 'procent', 'pct', '%'],
  n: ['n', 'antal', 'sager', 'cases'],
  count: ['count', 'heraf', 'ja', 'yes'],
} as const

/** Rows of a CSV or XLSX file; `count` (how many of n) may be left out. */
export function rowsOfTable(table: Table): Checked<readonly FigureRow[]> {
  const positionOf = (names: readonly string[]) =>
    table.columns.findIndex((column) => names.includes(comparable(column)))
  const at = {
    label: positionOf(columns.label),
    percent: positionOf(columns.percent),
    n: positionOf(columns.n),
    count: positionOf(columns.count),
  }
  const missing = (['label', 'percent', 'n'] as const).filter((name) => at[name] < 0)
  if (missing.length > 0)
    return { ok: false, problems: missing.map((column) => missingColumn(column, table)) }
  const rows: FigureRow[] = []
  const problems: Problem[] = []
  for (const { cells, line } of table.rows) {
    const cell = (position: number) => cells[position] ?? ''
    const written = cell(at.percent).replace(/\s*%$/u, '')
    const percent = parseWrittenNumber(written)
    const n = parseWrittenNumber(cell(at.n))
    const countCell = at.count < 0 ? '' : cell(at.count)
    const count = countCell === '' ? null : parseWrittenNumber(countCell)
    if (percent === undefined || percent < 0 || percent > 100)
      problems.push(notANumber('percent', cell(at.percent), table.file, line))
    if (n === undefined || !Number.isInteger(n) || n < 1)
      problems.push(notANumber('n', cell(at.n), table.file, line))
    if (count === undefined || (count !== null && (!Number.isInteger(count) || count < 0)))
      problems.push(notANumber('count', countCell, table.file, line))
    else if (percent !== undefined && n !== undefined)
      rows.push({
        label: cell(at.label),
        percent,
        decimals: /[.,](\d+)$/u.exec(written)?.[1]?.length ?? 0,
        n,
        count,
        line,
      })
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: rows }
}

function missingColumn(column: string, table: Table): Problem {
  const found = table.columns.join(', ')
  return {
    code: 'missing-column',
    text: {
      da: `Kolonnen ${column} mangler. Fundet: ${found}.`,
      en: `The column ${column} is missing. Found: ${found}.`,
    },
    at: { file: table.file, line: table.line, column },
  }
}

function notANumber(column: 'percent' | 'n' | 'count', found: string, file: string, line: number): Problem {
  const wanted = {
    percent: { da: 'et procenttal fra 0 til 100', en: 'a percentage from 0 to 100' },
    n: { da: 'et helt antal på mindst 1', en: 'a whole number of at least 1' },
    count: { da: 'et helt antal', en: 'a whole number' },
  }[column]
  return {
    code: 'bad-number',
    text: { da: `"${found}" er ikke ${wanted.da}.`, en: `"${found}" is not ${wanted.en}.` },
    at: { file, line, column },
  }
}
