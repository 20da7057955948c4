import { dayNumberOf } from '../../core/calendar/day-number.ts'
import { momentsOf, startOfDay } from '../../core/calendar/danish-time.ts'
import { parseWrittenTime } from '../../core/tabular/written-date.ts'

const msInMinute = 60_000

/** The moment that `--as-of` means: a day without a time is judged when it is over. Undefined for what is no time. */
export function readAsOf(text: string): number | undefined {
  const written = parseWrittenTime(text)
  if (written === undefined) return undefined
  const day = dayNumberOf(written.day)
  if (written.time === undefined) return startOfDay(day + 1) - 1
  if (written.offset !== undefined) return Date.parse(`${written.day}T${written.time}${written.offset}`)
  const [hour = 0, minute = 0, second = 0] = written.time.split(':').map(Number)
  // Of an hour that clocks showed twice the later one: all that was known by then counts.
  const moment = momentsOf(day, hour * 60 + minute).at(-1)
  return moment === undefined ? undefined : moment + Math.floor(second * 1000) - (moment % msInMinute)
}
