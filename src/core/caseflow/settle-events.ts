import type { Problem } from '../language/problem.ts'
import type { EventColumns } from './event-columns.ts'

/** Rows in the order of cases and time, without those that do not count. */
export interface Settled {
  readonly order: Int32Array
  readonly firsts: Int32Array
  /** The same row once more. */
  readonly sameRow: Count
  /** An event that was registered again, later, with another content. */
  readonly replaced: Count
}

export interface Count {
  count: number
  /** First of the lines that do not count; 0 where there are none. */
  line: number
}

/**
 * Sorts the rows by case, day, moment (none first) and line; counts a row that stands twice once; and of an event that
 * was registered several times keeps the newest registration. Where nothing says which is the newest, that is a problem.
 */
export function settleEvents(
  columns: EventColumns,
  cases: number,
  contradiction: (row: number, earlier: number) => Problem,
  report: (problem: Problem) => void,
): Settled {
  const { order, firsts } = groupByCase(columns, cases)
  const settled = { sameRow: { count: 0, line: 0 }, replaced: { count: 0, line: 0 } }
  const kept = new Int32Array(cases + 1)
  let to = 0
  for (let at = 0; at < cases; at += 1) {
    const first = firsts[at] ?? 0
    const rows = order.subarray(first, firsts[at + 1])
    sortByTime(rows, columns)
    const dropped = rows.length < 2 ? none : settleCase(rows, columns, settled, contradiction, report)
    kept[at] = to
    for (const row of rows) {
      if (dropped.has(row)) continue
      order[to] = row
      to += 1
    }
  }
  kept[cases] = to
  return { order: order.subarray(0, to), firsts: kept, ...settled }
}

const none: ReadonlySet<number> = new Set()

function groupByCase(columns: EventColumns, cases: number): { order: Int32Array; firsts: Int32Array } {
  const firsts = new Int32Array(cases + 1)
  for (let row = 0; row < columns.size; row += 1) {
    const next = (columns.caseAt[row] ?? 0) + 1
    firsts[next] = (firsts[next] ?? 0) + 1
  }
  for (let at = 0; at < cases; at += 1) firsts[at + 1] = (firsts[at + 1] ?? 0) + (firsts[at] ?? 0)
  const filled = firsts.slice()
  const order = new Int32Array(columns.size)
  for (let row = 0; row < columns.size; row += 1) {
    const at = columns.caseAt[row] ?? 0
    const slot = filled[at] ?? 0
    order[slot] = row
    filled[at] = slot + 1
  }
  return { order, firsts }
}

/** Rows come in the order of lines, mostly in that of time too, where sorting by insertion has nothing to do. */
function sortByTime(rows: Int32Array, columns: EventColumns): void {
  if (rows.length > 64) {
    rows.sort((a, b) => compare(a, b, columns))
    return
  }
  for (let at = 1; at < rows.length; at += 1) {
    const row = rows[at] ?? 0
    let hole = at
    while (hole > 0 && compare(rows[hole - 1] ?? 0, row, columns) > 0) {
      rows[hole] = rows[hole - 1] ?? 0
      hole -= 1
    }
    rows[hole] = row
  }
}

function compare(a: number, b: number, { day, moment }: EventColumns): number {
  const days = (day[a] ?? 0) - (day[b] ?? 0)
  if (days !== 0) return days
  const first = moment[a] ?? Number.NaN
  const second = moment[b] ?? Number.NaN
  if (first < second) return -1
  if (first > second) return 1
  if (Number.isNaN(first) !== Number.isNaN(second)) return Number.isNaN(first) ? -1 : 1
  return a - b
}

/** Rows of one case that do not count. */
function settleCase(
  rows: Int32Array,
  columns: EventColumns,
  settled: { readonly sameRow: Count; readonly replaced: Count },
  contradiction: (row: number, earlier: number) => Problem,
  report: (problem: Problem) => void,
): ReadonlySet<number> {
  let dropped: Set<number> | undefined
  const drop = (row: number, count?: Count): void => {
    dropped ??= new Set()
    dropped.add(row)
    if (count === undefined) return
    const line = columns.line[row] ?? 0
    count.line = count.count === 0 ? line : Math.min(count.line, line)
    count.count += 1
  }
  let hasIds = false
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0
    if ((columns.eventId[row] ?? 0) !== 0) hasIds = true
    // Rows of one kind and time stand beside each other, but for others of the same time.
    for (let before = at - 1; before >= 0; before -= 1) {
      const other = rows[before] ?? 0
      if (columns.day[other] !== columns.day[row] || !Object.is(columns.moment[other], columns.moment[row]))
        break
      if (dropped?.has(other) === true) continue
      if (columns.fromColumn[row] === 1 && columns.fromColumn[other] === 1) {
        if (!columns.areAtOneTime(other, row)) continue
        drop(row)
        break
      }
      if (!columns.areSame(other, row)) continue
      drop(row, settled.sameRow)
      break
    }
  }
  if (!hasIds) return dropped ?? none
  const registrations = new Map<number, number[]>()
  for (const row of rows.toSorted()) {
    const id = columns.eventId[row] ?? 0
    if (id === 0 || dropped?.has(row) === true) continue
    const earlier = registrations.get(id)
    if (earlier === undefined) registrations.set(id, [row])
    else earlier.push(row)
  }
  for (const [first = 0, ...others] of registrations.values()) {
    const newest = newestOf([first, ...others], columns)
    // Neither is believed, so each is told of.
    if (newest === undefined) {
      for (const row of others) report(contradiction(row, first))
      report(contradiction(first, others[0] ?? first))
    }
    for (const row of others.length === 0 ? [] : [first, ...others])
      if (newest === undefined) drop(row)
      else if (row !== newest) drop(row, settled.replaced)
  }
  return dropped ?? none
}

/** The registration after all others; undefined where one does not say when, or two were at once. */
function newestOf(rows: readonly number[], { registered }: EventColumns): number | undefined {
  const times = rows.map((row) => registered[row] ?? Number.NaN)
  const last = Math.max(...times)
  const newest = rows.filter((_, index) => times[index] === last)
  return rows.length === 1 || newest.length === 1 ? (newest[0] ?? rows[0]) : undefined
}
