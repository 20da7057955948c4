export interface WalkCase {
  readonly caseId: string
  /** Deadlines that have passed and are not met. */
  readonly overdue: number
  /** When the first of those passed, ISO moment; null: none has. */
  readonly overdueSince: string | null
  /** When the next deadline ends, ISO moment; null: none runs. */
  readonly next: string | null
  /** ISO day of the last walk-through that was closed; null: never. */
  readonly lastWalked: string | null
}

/**
 * The order in which cases are walked through: those with a passed deadline first, the longest passed before the
 * others; then by the deadline that ends next; then those that have waited longest for a walk-through.
 */
export function inWalkOrder<C extends WalkCase>(cases: readonly C[]): readonly C[] {
  return cases.toSorted(
    (a, b) =>
      compare(a.overdueSince ?? last, b.overdueSince ?? last) ||
      compare(a.next ?? last, b.next ?? last) ||
      compare(a.lastWalked ?? '', b.lastWalked ?? '') ||
      compare(a.caseId, b.caseId),
  )
}

const last = '9999'

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether a walk-through on a day counts for the month that today lies in. Both ISO days. */
export function isThisMonth(day: string, today: string): boolean {
  return day.slice(0, 7) === today.slice(0, 7)
}
