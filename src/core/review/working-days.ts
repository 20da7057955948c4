import { addDays, weekdayOf } from '../calendar/days.ts'

/** Easter Sunday of a year of the Gregorian calendar: the algorithm of Meeus, Jones and Butcher (Nature, 1876). */
function easterSunday(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const k = c % 4
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Monday. */
const byEaster = [-3, -2, 1, 39, 50]
/** New Year's Day, Christmas Eve, Christmas Day, Boxing Day, New Year's Eve: municipal offices are closed. */
const fixed = ['01-01', '12-24', '12-25', '12-26', '12-31']
/** The fourth Friday after Easter, "store bededag", was a holiday until and with this year (lov nr. 214 af 6/3 2023). */
const lastPrayerDay = 2023

function isHoliday(day: string): boolean {
  if (fixed.includes(day.slice(5))) return true
  const year = Number(day.slice(0, 4))
  const easter = easterSunday(year)
  return (
    byEaster.some((offset) => addDays(easter, offset) === day) ||
    (year <= lastPrayerDay && addDays(easter, 26) === day)
  )
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
