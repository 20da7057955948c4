/** Everything a person can have to do. What falls on the same day is done in this order. */
export const taskKinds = [
  'critical',
  'reviews',
  'begin-restoring',
  'finish-restoring',
  'case-deadlines',
  'plan',
  'approve',
  'verify',
  'agreements',
  'approve-plans',
  'judge-break-glass',
  'write-report',
  'check-report',
  'approve-report',
  'release-report',
  'disputes',
  'calibration',
  'visit',
  'visit-minutes',
  'visit-points',
  'unassigned',
  'initiative',
  'initiative-news',
  'goal-without-round',
  'goal-judged',
  'feedback',
] as const
export type TaskKind = (typeof taskKinds)[number]

/** One line of the list: a single thing, or how many there are of a kind. */
export interface MyTask {
  readonly kind: TaskKind
  /** Id of the single thing; null: the line stands for `count` of them. */
  readonly subject: string | null
  /** What a single thing is called. */
  readonly name: string | null
  readonly unit: { readonly id: string; readonly name: string } | null
  readonly count: number
  /** The earliest day of them, ISO; null: none has a day. */
  readonly due: string | null
  /** How many of them are overdue. */
  readonly overdue: number
}

/** A child at risk first, then what is overdue, then by the day; what has no day comes last. */
export function inTaskOrder<T extends Omit<MyTask, 'subject'>>(tasks: readonly T[]): readonly T[] {
  return tasks.toSorted(
    (a, b) =>
      Number(b.kind === 'critical') - Number(a.kind === 'critical') ||
      Number(b.overdue > 0) - Number(a.overdue > 0) ||
      compare(dayOf(a), dayOf(b)) ||
      taskKinds.indexOf(a.kind) - taskKinds.indexOf(b.kind) ||
      compare(nameOf(a), nameOf(b)),
  )
}

function dayOf({ due }: Pick<MyTask, 'due'>): string {
  return due ?? '9999-12-31'
}

function nameOf({ name, unit }: Pick<MyTask, 'name' | 'unit'>): string {
  return name ?? unit?.name ?? ''
}

/** By code unit and not by a language: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** How many there are of a kind with their earliest day. */
export interface Waiting {
  readonly count: number
  readonly due: string | null
  readonly overdue: number
}

/** What waits, of things with a day each; null has none. Nothing there: null. */
export function waitingOf(days: readonly (string | null)[], today: string): Waiting | null {
  if (days.length === 0) return null
  const known = days.flatMap((day) => (day === null ? [] : [day])).toSorted(compare)
  return { count: days.length, due: known[0] ?? null, overdue: known.filter((day) => day < today).length }
}

/** Several of a kind as one; null: none of them has anything. */
export function together(parts: readonly Waiting[]): Waiting | null {
  if (parts.length === 0) return null
  const days = parts.flatMap(({ due }) => (due === null ? [] : [due])).toSorted(compare)
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    due: days[0] ?? null,
    overdue: parts.reduce((sum, { overdue }) => sum + overdue, 0),
  }
}
