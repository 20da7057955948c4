import { readFile, writeFile } from 'node:fs/promises'
import { readTable, type Table } from '../../src/core/tabular/table.ts'
import { parseWrittenTime } from '../../src/core/tabular/written-date.ts'

/**
 * node examples/permit-receipt/derive-frame.ts LOG.csv FRAME.csv
 *
 * Turns the event log of the receipt phase into a frame: one row per case, with the case's own attributes. Days are
 * those written in the log, in the municipality's local time. Cases without an end stay in as open; cases whose row
 * cannot be a stage are left out and counted.
 */

const columns = {
  case_id: 'case:concept:name',
  unit: 'case:department',
  caseworker: 'case:responsible',
  started: 'case:startdate',
  completed: 'case:enddate',
  channel: 'case:channel',
} as const

type Column = keyof typeof columns
type LoggedCase = Record<Column, string>

interface Derived {
  readonly rows: readonly LoggedCase[]
  readonly counts: ReadonlyMap<string, number>
}

const [logPath, framePath] = process.argv.slice(2)
if (logPath === undefined || framePath === undefined) {
  console.error('usage: derive-frame.ts LOG.csv FRAME.csv')
  process.exitCode = 2
} else {
  const log = await readTable(await readFile(logPath), logPath)
  if (log.ok) {
    const { rows, counts } = derive(log.value)
    await writeFile(framePath, frameText(rows))
    for (const [what, count] of counts) console.log(`${String(count).padStart(6)}  ${what}`)
  } else {
    for (const problem of log.problems) console.error(problem.text.en)
    process.exitCode = 1
  }
}

function derive(log: Table): Derived {
  const counts = new Map<string, number>()
  const count = (what: string, by = 1): void => void counts.set(what, (counts.get(what) ?? 0) + by)
  const cases = firstRows(log)
  count('events', log.rows.length)
  count('cases', cases.length)
  const rows = cases.flatMap((logged) => {
    const started = parseWrittenTime(logged.started)
    const completed = logged.completed === '' ? undefined : parseWrittenTime(logged.completed)
    if (started === undefined || (logged.completed !== '' && completed === undefined)) {
      count('left out: a date that cannot be read')
      return []
    }
    if (completed !== undefined && completed.day < started.day) {
      count('left out: ends on a day before it starts')
      return []
    }
    count(completed === undefined ? 'open: no end date' : 'finished')
    if (completed !== undefined) {
      const clock = { start: Date.parse(isoOf(logged.started)), end: Date.parse(isoOf(logged.completed)) }
      if (clock.end < clock.start) count('finished: ends before it starts by the clock, but on the same day')
      if (utcDay(logged.started) !== started.day)
        count('finished: another start day if times were turned into UTC')
      if (utcDay(logged.completed).slice(0, 7) !== completed.day.slice(0, 7))
        count('finished: another month of completion if times were turned into UTC')
    }
    return [{ ...logged, started: started.day, completed: completed?.day ?? '' }]
  })
  return { rows, counts }
}

/** The case's attributes are repeated on each of its events. */
function firstRows(log: Table): LoggedCase[] {
  const at = (name: Column): number => {
    const index = log.columns.indexOf(columns[name])
    if (index === -1) throw new Error(`the log has no column ${columns[name]}`)
    return index
  }
  const positions = Object.keys(columns).map((name) => [name as Column, at(name as Column)] as const) // keys of `columns`
  const cases = new Map<string, LoggedCase>()
  for (const { cells } of log.rows) {
    const id = cells[at('case_id')] ?? ''
    if (cases.has(id)) continue
    const entries = positions.map(([name, position]) => [name, cells[position] ?? ''])
    cases.set(id, Object.fromEntries(entries) as LoggedCase) // one entry per column
  }
  return [...cases.values()]
}

/** `2011-10-11 13:42:22.688000+02:00` as `Date` reads it. */
function isoOf(written: string): string {
  return written.replace(' ', 'T')
}

function utcDay(written: string): string {
  return new Date(isoOf(written)).toISOString().slice(0, 10)
}

function frameText(rows: readonly LoggedCase[]): string {
  const lines = rows.map((row) =>
    [row.case_id, 'receipt', row.unit, row.caseworker, row.started, row.completed, row.channel].join(';'),
  )
  return `case_id;stage;unit;caseworker;started;completed;channel\n${lines.join('\n')}\n`
}
