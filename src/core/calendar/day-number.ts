/** Days as days since 1970-01-01, so that a million of them are reckoned with in milliseconds. */

/** January is 1. Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", for the Gregorian calendar. */
export function dayNumber(year: number, month: number, date: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

export interface CalendarDate {
  readonly year: number
  /** January is 1. */
  readonly month: number
  readonly date: number
}

export function calendarDate(day: number): CalendarDate {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  }
}

/** Of an ISO day. */
export function dayNumberOf(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return dayNumber(year, month, date)
}

export function isoDay(day: number): string {
  const { year, month, date } = calendarDate(day)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayNumber(day: number): number {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** The same day of the month so many months after, or that month's last one. */
export function monthsAfter(day: number, months: number): number {
  const { year, month, date } = calendarDate(day)
  const index = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  const first = dayNumber(toYear, toMonth, 1)
  const next = toMonth === 12 ? dayNumber(toYear + 1, 1, 1) : dayNumber(toYear, toMonth + 1, 1)
  return Math.min(first + date, next) - 1
}
