import { dayOf, momentsOf } from '../../calendar/danish-time.ts'
import { isoDay } from '../../calendar/day-number.ts'
import { isWorkingDay } from '../../review/working-days.ts'
import { monthOf, weekOf, type FlowPeriod } from '../flow/flow-period.ts'

export const flowRhythms = ['week', 'month'] as const
export type FlowRhythm = (typeof flowRhythms)[number]

/** When people begin to be told, Danish time. */
const hour = 7

export interface DueReport {
  readonly period: FlowPeriod
  /** From this moment on (milliseconds since 1970-01-01T00:00Z) it is told of. */
  readonly dueAt: number
}

/**
 * The newest report that is to be told of at a moment: of a week from the Monday after it, public holiday or not, of a
 * month from the first working day after it. A server that was away tells of it later, until the next one is due.
 */
export function newestDue(rhythm: FlowRhythm, now: number): DueReport {
  const today = dayOf(now)
  const periodOf = rhythm === 'week' ? weekOf : monthOf
  let current = periodOf(today)
  for (;;) {
    const dueAt = morningOf(rhythm === 'week' ? current.from : firstWorkingDay(current))
    const before = periodOf(current.from - 1)
    if (dueAt <= now) return { period: before, dueAt }
    current = before
  }
}

function firstWorkingDay({ from }: FlowPeriod): number {
  let day = from
  while (!isWorkingDay(isoDay(day))) day += 1
  return day
}

/** Clocks are never changed at that hour. */
function morningOf(day: number): number {
  const [moment] = momentsOf(day, hour * 60)
  if (moment === undefined) throw new Error(`${isoDay(day)} has no morning`)
  return moment
}
