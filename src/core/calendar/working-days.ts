import { isDanishHoliday } from './danish-holidays.ts'
import { calendarDate, weekdayNumber } from './day-number.ts'

/** Days that offices are often closed on although they are no public holidays. */
export const officeDays = ['constitution-day', 'christmas-eve', 'new-years-eve'] as const
export type OfficeDay = (typeof officeDays)[number]

/** What is counted as a working day. */
export interface WorkingDayCount {
  readonly saturdayCounts: boolean
  /** No working days either. */
  readonly alsoClosed: readonly OfficeDay[]
}

export function isWorkingDay(day: number, { saturdayCounts, alsoClosed }: WorkingDayCount): boolean {
  const weekday = weekdayNumber(day)
  if (weekday === 7 || (weekday === 6 && !saturdayCounts) || isDanishHoliday(day)) return false
  return alsoClosed.length === 0 || !alsoClosed.some((each) => isOn(day, each))
}

/** The working day `count` working days after a day, which itself does not count. */
export function workingDaysAfter(day: number, count: number, what: WorkingDayCount): number {
  let found = day
  for (let left = count; left > 0; left -= 1) {
    do found += 1
    while (!isWorkingDay(found, what))
  }
  return found
}

/** How many working days there are from a day to another, which does not count. */
export function workingDaysFrom(from: number, to: number, what: WorkingDayCount): number {
  let count = 0
  for (let day = from; day < to; day += 1) if (isWorkingDay(day, what)) count += 1
  return count
}

function isOn(day: number, officeDay: OfficeDay): boolean {
  const { month, date } = calendarDate(day)
  switch (officeDay) {
    case 'constitution-day':
      return month === 6 && date === 5
    case 'christmas-eve':
      return month === 12 && date === 24
    case 'new-years-eve':
      return month === 12 && date === 31
    default:
      return officeDay satisfies never
  }
}
