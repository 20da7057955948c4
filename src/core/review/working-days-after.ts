import { addDays } from '../calendar/days.ts'
import { isWorkingDay } from './working-days.ts'

/** The working day `count` working days after a day. */
export function workingDaysAfter(day: string, count: number): string {
  let found = day
  for (let left = count; left > 0; left -= 1) {
    do found = addDays(found, 1)
    while (!isWorkingDay(found))
  }
  return found
}

/** How many working days there are from the day after `from` to `to`, which counts too. */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1
  return count
}
