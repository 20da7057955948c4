import type { Figure, Report } from './report.ts'

/** A figure that two reports print otherwise, with what it was made of in each. */
export interface FigureChange {
  readonly id: string
  /** Null: only the later report has it. */
  readonly before: Figure | null
  /** Null: only the earlier report has it. */
  readonly after: Figure | null
  readonly why: ChangeReason
}

/**
 * `added`, `removed`: in one of them only. `withheld`: hidden in one of them only. `answers`: other counts. `estimate`: the same
 * counts, estimated otherwise (the method, or what else is read beside it).
 */
export const changeReasons = ['added', 'removed', 'withheld', 'answers', 'estimate'] as const
export type ChangeReason = (typeof changeReasons)[number]

/** The figures whose numbers differ between two reports of the same round, in the order of the later one. */
export function compareReports(before: Report, after: Report): readonly FigureChange[] {
  const changes: FigureChange[] = []
  for (const [id, now] of Object.entries(after.figures)) {
    const then = before.figures[id] ?? null
    const why = then === null ? 'added' : reasonOf(then, now)
    if (why !== null) changes.push({ id, before: then, after: now, why })
  }
  for (const [id, then] of Object.entries(before.figures))
    if (after.figures[id] === undefined) changes.push({ id, before: then, after: null, why: 'removed' })
  return changes
}

function reasonOf(then: Figure, now: Figure): ChangeReason | null {
  if (then.withheld !== now.withheld) return 'withheld'
  if (
    then.numerator !== now.numerator ||
    then.denominator !== now.denominator ||
    then.notApplicable !== now.notApplicable ||
    then.sample !== now.sample
  )
    return 'answers'
  const isSame =
    then.value === now.value &&
    then.interval?.[0] === now.interval?.[0] &&
    then.interval?.[1] === now.interval?.[1]
  return isSame ? null : then.numerator === null && then.denominator === null ? 'answers' : 'estimate'
}
