import { isDanishHoliday } from '../calendar/danish-holidays.ts'
import { dayNumberOf } from '../calendar/day-number.ts'
import { addDays, weekdayOf } from '../calendar/days.ts'

/** Christmas Eve and New Year's Eve are no public holidays, but municipal offices are closed. */
const closed = ['12-24', '12-31']

function isHoliday(day: string): boolean {
  return closed.includes(day.slice(5)) || isDanishHoliday(dayNumberOf(day))
}

export function isWorkingDay(day: string): boolean {
  return weekdayOf(day) <= 5 && !isHoliday(day)
}

/** The day itself, or the last working day before it. */
export function lastWorkingDay(day: string): string {
  let found = day
  while (!isWorkingDay(found)) found = addDays(found, -1)
  return found
}

/** The working day `count` working days before a day. */
export function workingDaysBefore(day: string, count: number): string {
  let found = day
  for (let left = count; left > 0; left -= 1) found = lastWorkingDay(addDays(found, -1))
  return found
}

/** The working day `count` working days after a day, which itself does not count. `saturdayCounts`: a programme's setting. */
export function workingDaysAfter(day: string, count: number, saturdayCounts = false): string {
  const counts = (each: string) =>
    isWorkingDay(each) || (saturdayCounts && weekdayOf(each) === 6 && !isHoliday(each))
  let found = day
  let left = count
  while (left > 0) {
    found = addDays(found, 1)
    if (counts(found)) left -= 1
  }
  return found
}

/** The last day that is at most `count` working days away on `today`. */
export function lastDayWithin(today: string, count: number): string {
  let day = today
  while (!isWorkingDay(addDays(day, 1)) || workingDaysBefore(addDays(day, 1), count) <= today)
    day = addDays(day, 1)
  return day
}
