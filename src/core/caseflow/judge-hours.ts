import { dayOf, startOfDay } from '../calendar/danish-time.ts'
import type { CaseEvent } from './case-event.ts'
import type { DeadlinePoint } from './deadline.ts'
import { pointOf, type Verdict } from './deadline-row.ts'
import { timePrefix } from './reasons.ts'

const msInHour = 3_600_000

/**
 * Judges a clock that counts in hours; `until` is what ended it, null while nothing has. Where a time of day is missing,
 * the whole day is reckoned with: only what holds at each moment of it is said.
 */
export function judgeHours(
  start: CaseEvent,
  until: CaseEvent | null,
  limitMs: number,
  asOf: number,
): Verdict {
  const [earliest, latest] = boundsOf(start, asOf)
  const [first, last] = until === null ? ([asOf, asOf] as const) : boundsOf(until, asOf)
  const shortest = first - latest
  const longest = last - earliest
  const due = dueOf(start, latest + limitMs)
  const done = until === null ? null : pointOf(until)
  if (longest <= limitMs)
    return { state: until === null ? 'running' : 'met', due, done, lateBy: null, because: null }
  if (shortest > limitMs)
    return {
      state: until === null ? 'open' : 'late',
      due,
      done,
      lateBy: (shortest - limitMs) / msInHour,
      because: null,
    }
  const missing = start.moment === null ? start : until
  return { state: 'cannot-tell', due, done, lateBy: null, because: `${timePrefix}${missing?.kind ?? ''}` }
}

/** The first and the last moment an event can have been at. */
function boundsOf({ day, moment }: CaseEvent, asOf: number): readonly [number, number] {
  if (moment !== null) return [moment, moment]
  return [startOfDay(day), Math.min(startOfDay(day + 1) - 1, asOf)]
}

/** Of a start without a time of day the last day it can be due on. */
function dueOf(start: CaseEvent, latest: number): DeadlinePoint {
  return { day: dayOf(latest), moment: start.moment === null ? null : latest }
}
