import { startOfDay } from '../../calendar/danish-time.ts'
import { calendarDate, dayNumber, isoDay, weekdayNumber } from '../../calendar/day-number.ts'

/** A week or a month: its name, and its days as days since 1970-01-01, both included. */
export interface FlowPeriod {
  /** 2026-W47, or 2026-11. */
  readonly name: string
  readonly from: number
  readonly to: number
}

const firstYear = 1900
const lastYear = 2100

/** The ISO week (ISO 8601: from Monday, named by the year of its Thursday) that a day lies in. */
export function weekOf(day: number): FlowPeriod {
  const from = day - weekdayNumber(day) + 1
  const { year } = calendarDate(from + 3)
  const week = (from - mondayOfFirst(year)) / 7 + 1
  return { name: `${year}-W${String(week).padStart(2, '0')}`, from, to: from + 6 }
}

/** The month of the calendar that a day lies in. */
export function monthOf(day: number): FlowPeriod {
  const { year, month } = calendarDate(day)
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)
  return { name: isoDay(day).slice(0, 7), from: dayNumber(year, month, 1), to: next - 1 }
}

/** The week of a name such as 2026-W47; undefined where there is none, as the 53rd of most years. */
export function findWeek(name: string): FlowPeriod | undefined {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(name) ?? []
  if (year === undefined || week === undefined || !isKnownYear(year)) return undefined
  const found = weekOf(mondayOfFirst(Number(year)) + (Number(week) - 1) * 7)
  return found.name === name ? found : undefined
}

/** The month of a name such as 2026-11; undefined where there is none. */
export function findMonth(name: string): FlowPeriod | undefined {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(name) ?? []
  if (year === undefined || month === undefined || !isKnownYear(year)) return undefined
  const number = Number(month)
  return number >= 1 && number <= 12 ? monthOf(dayNumber(Number(year), number, 1)) : undefined
}

/** So many periods, one after the other, the last of them this one. */
export function periodsUpTo(last: FlowPeriod, count: number): readonly FlowPeriod[] {
  const of = last.name.includes('W') ? weekOf : monthOf
  const found = [last]
  for (let first = last; found.length < count; found.unshift(first)) first = of(first.from - 1)
  return found
}

/** The first moment after a period. */
export function endOf({ to }: FlowPeriod): number {
  return startOfDay(to + 1)
}

/** Week 1 is the one with 4 January. */
function mondayOfFirst(year: number): number {
  const fourth = dayNumber(year, 1, 4)
  return fourth - weekdayNumber(fourth) + 1
}

function isKnownYear(year: string): boolean {
  return Number(year) >= firstYear && Number(year) <= lastYear
}
