import type { DeadlineState } from '../deadline.ts'

export interface UrgentDeadline {
  readonly n: number
  readonly state: DeadlineState
  /** ISO day; null: no limit. */
  readonly dueOn: string | null
  /** Only where the rule counts in hours. */
  readonly dueAt: string | null
}

interface Standing {
  /** Whether anything in the case has begun and not ended. */
  readonly running: boolean
  /** ISO day of the newest event; null: none. */
  readonly newest: string | null
  readonly deadlines: readonly UrgentDeadline[]
  /** Agreements of walk-throughs that are open; [] for whoever may not see them. */
  readonly agreements: readonly { readonly text: string; readonly dueOn: string; readonly late: boolean }[]
}

/** What is to be done first in a case, and how much more of the same there is. */
export type MostUrgent =
  | { readonly kind: 'overdue'; readonly n: number; readonly others: number }
  | { readonly kind: 'agreement'; readonly text: string; readonly dueOn: string; readonly others: number }
  | { readonly kind: 'due'; readonly n: number }
  | { readonly kind: 'nothing' }
  /** Nothing runs any more; `never` deadlines were not met and will not be. */
  | { readonly kind: 'ended'; readonly on: string | null; readonly never: number }

/**
 * A deadline that has passed before all else: one in hours first, because it is about a child in danger, then the one
 * that has waited longest. Then the agreement that is latest, then the deadline that ends next.
 */
export function mostUrgent({ running, newest, deadlines, agreements }: Standing): MostUrgent {
  const overdue = deadlines.filter(({ state }) => state === 'open').toSorted(inUrgency)
  if (!running) return { kind: 'ended', on: newest, never: overdue.length }
  const [first] = overdue
  if (first !== undefined) return { kind: 'overdue', n: first.n, others: overdue.length - 1 }
  const late = agreements.filter((each) => each.late).toSorted((a, b) => compare(a.dueOn, b.dueOn))
  const [latest] = late
  if (latest !== undefined)
    return { kind: 'agreement', text: latest.text, dueOn: latest.dueOn, others: late.length - 1 }
  const [next] = deadlines
    .filter(({ state, dueOn }) => state === 'running' && dueOn !== null)
    .toSorted((a, b) => compare(endOf(a), endOf(b)) || a.n - b.n)
  return next === undefined ? { kind: 'nothing' } : { kind: 'due', n: next.n }
}

function inUrgency(a: UrgentDeadline, b: UrgentDeadline): number {
  return Number(b.dueAt !== null) - Number(a.dueAt !== null) || compare(endOf(a), endOf(b)) || a.n - b.n
}

/** A day without an hour ends with the day. */
function endOf({ dueAt, dueOn }: UrgentDeadline): string {
  return dueAt ?? `${dueOn ?? '9999-12-31'}T24`
}

/** By code unit: all are ISO. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
