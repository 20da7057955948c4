import { monthsAfter } from '../calendar/day-number.ts'
import { workingDaysAfter, workingDaysFrom, type WorkingDayCount } from '../calendar/working-days.ts'
import type { CaseEvent } from './case-event.ts'
import { pointOf, type Verdict } from './deadline-row.ts'
import type { GivenLimit } from './case-limit.ts'
import type { Pause } from './pauses.ts'

type DayLimit = Exclude<GivenLimit, { readonly unit: 'missing' }>

/** The last day in time, pauses apart. Hours are not counted in days. */
export function dueDay(start: number, limit: DayLimit, what: WorkingDayCount): number {
  switch (limit.unit) {
    case 'date':
      return limit.day
    case 'months':
      return monthsAfter(start, limit.count)
    case 'working-days':
      return workingDaysAfter(start, limit.count, what)
    case 'days':
      return start + limit.count
    case 'hours':
      throw new Error('hours are not counted in days')
    default:
      return limit satisfies never
  }
}

/**
 * The last day in time with what the pauses add: each day that began in a pause, from the day it began to the day before
 * it ended; null while a pause lasts. A pause that begins after the last day changes nothing.
 */
export function pausedDueDay(
  start: number,
  due: number,
  pauses: readonly Pause[],
  until: number | null,
  unit: DayLimit['unit'],
  what: WorkingDayCount,
): number | null {
  let moved = due
  for (const pause of pauses) {
    if (pause.from.day > moved) break
    const ends = [pause.until?.day ?? null, until].filter((day) => day !== null)
    if (ends.length === 0) return null
    const end = Math.min(...ends)
    if (unit === 'working-days') {
      const from = Math.max(pause.from.day, start + 1)
      moved = workingDaysAfter(moved, workingDaysFrom(from, end, what), what)
    } else moved += Math.max(0, end - Math.max(pause.from.day, start))
  }
  return moved
}

/** Judges a clock that counts in days: the last day is in time to its end. `until` is what ended it, if anything has. */
export function judgeDays(due: number, until: CaseEvent | null, asOfDay: number): Verdict {
  const lateBy = (until?.day ?? asOfDay) - due
  const rest = {
    due: { day: due, moment: null },
    done: until === null ? null : pointOf(until),
    because: null,
  }
  if (lateBy <= 0) return { ...rest, state: until === null ? 'running' : 'met', lateBy: null }
  return { ...rest, state: until === null ? 'open' : 'late', lateBy }
}
