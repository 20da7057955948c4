import type { Problem } from '../../language/problem.ts'
import type { PrintedSpan } from './printed-figures.ts'

/** Rows that end before they start, and totals that their rows contradict. */
export function checkSpans(spans: readonly PrintedSpan[], file: string): readonly Problem[] {
  const tables = Map.groupBy(spans, (span) => span.table)
  return [...tables.values()].flatMap((rows) => [
    ...rows.flatMap((row) => endBeforeStart(row, file)),
    ...rows
      .filter((row) => row.isTotal)
      .flatMap((total) =>
        totalProblems(
          total,
          rows.filter((row) => !row.isTotal),
          file,
        ),
      ),
  ])
}

function endBeforeStart(row: PrintedSpan, file: string): readonly Problem[] {
  const { earliestStart: start, latestEnd: end } = row
  if (start === null || end === null || end >= start) return []
  return [
    {
      code: 'end-before-start',
      text: {
        da: `${row.table} ${row.row}: seneste slut ${end} ligger før tidligste start ${start}.`,
        en: `${row.table} ${row.row}: the latest end ${end} lies before the earliest start ${start}.`,
      },
      at: { file, line: row.line },
    },
  ]
}

function totalProblems(total: PrintedSpan, rows: readonly PrintedSpan[], file: string): readonly Problem[] {
  const at = { file, line: total.line }
  const problems: Problem[] = []
  const counts = rows.map((row) => row.n)
  if (total.n !== null && counts.length > 0 && counts.every((n) => n !== null)) {
    const sum = counts.reduce((a, b) => a + b, 0)
    if (sum !== total.n)
      problems.push({
        code: 'total-differs',
        text: {
          da: `${total.table}: totalen er ${total.n}, men rækkerne giver ${sum}.`,
          en: `${total.table}: the total is ${total.n}, but the rows add up to ${sum}.`,
        },
        at,
      })
  }
  // ISO dates sort as text.
  const first = rows
    .map((row) => row.earliestStart)
    .filter((day) => day !== null)
    .sort()[0]
  if (total.earliestStart !== null && first !== undefined && total.earliestStart !== first)
    problems.push({
      code: 'total-start-differs',
      text: {
        da: `${total.table}: totalens tidligste start er ${total.earliestStart}, men rækkernes er ${first} (${rowOf(rows, 'earliestStart', first)}).`,
        en: `${total.table}: the total's earliest start is ${total.earliestStart}, but the rows' is ${first} (${rowOf(rows, 'earliestStart', first)}).`,
      },
      at,
    })
  const last = rows
    .map((row) => row.latestEnd)
    .filter((day) => day !== null)
    .sort()
    .at(-1)
  if (total.latestEnd !== null && last !== undefined && total.latestEnd !== last)
    problems.push({
      code: 'total-end-differs',
      text: {
        da: `${total.table}: totalens seneste slut er ${total.latestEnd}, men rækkernes er ${last} (${rowOf(rows, 'latestEnd', last)}).`,
        en: `${total.table}: the total's latest end is ${total.latestEnd}, but the rows' is ${last} (${rowOf(rows, 'latestEnd', last)}).`,
      },
      at,
    })
  return problems
}

function rowOf(rows: readonly PrintedSpan[], field: 'earliestStart' | 'latestEnd', day: string): string {
  return rows.find((row) => row[field] === day)?.row ?? ''
}
