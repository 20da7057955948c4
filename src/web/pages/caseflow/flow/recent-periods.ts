import { dayOf } from '../../../../core/calendar/danish-time.ts'
import { monthOf, periodsUpTo, weekOf, type FlowPeriod } from '../../../../core/caseflow/flow/flow-period.ts'

export type PeriodKind = 'week' | 'month'

const ofDay = { week: weekOf, month: monthOf }
/** How many to choose from: two years and a bit, back and forth at a meeting. */
const offered = { week: 106, month: 25 }

/** The last one that is over, which is what a report is read for. */
export function lastOver(kind: PeriodKind, now: number): FlowPeriod {
  return ofDay[kind](ofDay[kind](dayOf(now)).from - 1)
}

/** The newest first, the running one at the top. */
export function recentPeriods(kind: PeriodKind, now: number): readonly FlowPeriod[] {
  return periodsUpTo(ofDay[kind](dayOf(now)), offered[kind]).toReversed()
}

export interface Neighbours {
  readonly previous: FlowPeriod
  /** Null where this one is not over. */
  readonly next: FlowPeriod | null
}

export function neighboursOf(kind: PeriodKind, period: FlowPeriod, now: number): Neighbours {
  return {
    previous: ofDay[kind](period.from - 1),
    next: period.to < dayOf(now) ? ofDay[kind](period.to + 1) : null,
  }
}
