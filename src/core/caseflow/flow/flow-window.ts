import { dayOf } from '../../calendar/danish-time.ts'
import { endOf, periodsUpTo, type FlowPeriod } from './flow-period.ts'

/** The weeks before a report's own that its run charts show; half a year. */
const weeksBefore = 26
/** The months before. */
const monthsBefore = 12
/** Times are told of what began in the 52 weeks up to the week's end. */
const daysOfCohort = 52 * 7

/** What a report looks at. Days are days since 1970-01-01, moments milliseconds since then. */
export interface FlowWindow {
  readonly period: FlowPeriod
  /** Those before and its own, the oldest first. */
  readonly periods: readonly FlowPeriod[]
  readonly isOver: boolean
  readonly now: number
  /** What runs is told of this moment: the end of the period, or now. */
  readonly asOf: number
  /** The day it belongs to: the period's last, or today. */
  readonly day: number
  /** Of a week: first day of those whose times are told. */
  readonly cohortFrom: number
}

/** Undefined where the period has not begun. */
export function findWindow(period: FlowPeriod, now: number): FlowWindow | undefined {
  const today = dayOf(now)
  if (period.from > today) return undefined
  const end = endOf(period)
  const before = period.name.includes('W') ? weeksBefore : monthsBefore
  return {
    period,
    periods: periodsUpTo(period, before + 1),
    isOver: end <= now,
    now,
    asOf: Math.min(end, now),
    day: Math.min(period.to, today),
    cohortFrom: period.to - daysOfCohort + 1,
  }
}
