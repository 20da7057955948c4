import { calendarDate, dayNumber, weekdayNumber } from './day-number.ts'

/** Days are days since 1970-01-01, moments are milliseconds since 1970-01-01T00:00Z. */
const msInMinute = 60_000
const msInHour = 3_600_000
const msInDay = 86_400_000

/**
 * How far Danish clocks are ahead of UTC, in milliseconds: an hour, two in summer. Since 1980; before, clocks were never
 * changed. Source: the European rule, from the last Sunday of March to that of October (of September until 1995), always
 * at 01:00 UTC; in 1980 summer time began on 6 April.
 */
export function danishOffset(moment: number): number {
  const { start, end } = summerOf(calendarDate(Math.floor(moment / msInDay)).year)
  return moment >= start && moment < end ? 2 * msInHour : msInHour
}

/** The day it is in Denmark at a moment. */
export function dayOf(moment: number): number {
  return Math.floor((moment + danishOffset(moment)) / msInDay)
}

/**
 * The moments at which Danish clocks show a time, minutes after midnight: one; none in the hour that is skipped when
 * summer time begins; two, the earlier first, in the hour that is run through twice when it ends.
 */
export function momentsOf(day: number, minute: number): readonly number[] {
  const shown = day * msInDay + minute * msInMinute
  return [shown - 2 * msInHour, shown - msInHour].filter((moment) => moment + danishOffset(moment) === shown)
}

/** The first moment of a day in Denmark; clocks are never changed at midnight. */
export function startOfDay(day: number): number {
  const midnight = day * msInDay
  return midnight - danishOffset(midnight - 2 * msInHour)
}

interface Summer {
  readonly start: number
  readonly end: number
}

const summers = new Map<number, Summer>()

function summerOf(year: number): Summer {
  const known = summers.get(year)
  if (known !== undefined) return known
  const summer = { start: startOfSummer(year), end: lastSunday(year, year <= 1995 ? 9 : 10) + msInHour }
  summers.set(year, summer)
  return summer
}

function startOfSummer(year: number): number {
  if (year < 1980) return Number.POSITIVE_INFINITY
  return (year === 1980 ? Date.UTC(1980, 3, 6) : lastSunday(year, 3)) + msInHour
}

/** Midnight UTC of the last Sunday of a month of 30 or 31 days. */
function lastSunday(year: number, month: number): number {
  const last = dayNumber(year, month, month === 9 ? 30 : 31)
  return (last - (weekdayNumber(last) % 7)) * msInDay
}
