import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthsBefore } from './days.ts'
import { calendarDate, dayNumber, dayNumberOf, isoDay, monthsAfter, weekdayNumber } from './day-number.ts'

const days = fc.integer({ min: -50_000, max: 90_000 })

test('a day’s number is the one JavaScript’s own calendar has, and the way back', () => {
  fc.assert(
    fc.property(days, (day) => {
      const iso = new Date(day * 86_400_000).toISOString().slice(0, 10)
      expect(isoDay(day)).toBe(iso)
      expect(dayNumberOf(iso)).toBe(day)
      const { year, month, date } = calendarDate(day)
      expect(dayNumber(year, month, date)).toBe(day)
      expect(weekdayNumber(day)).toBe(new Date(day * 86_400_000).getUTCDay() || 7)
    }),
  )
})

test.each([
  ['2017-08-31', 6, '2018-02-28'],
  ['2023-08-31', 6, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-05-31', 4, '2024-09-30'],
  ['2024-10-15', 4, '2025-02-15'],
  ['2024-12-31', 2, '2025-02-28'],
])('from %s, %i months end on %s', (from, months, to) => {
  expect(isoDay(monthsAfter(dayNumberOf(from), months))).toBe(to)
})

test('months after are never in a later month, and back again is the same day or the month’s last', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 60 }), (day, months) => {
      const later = monthsAfter(day, months)
      const [from, to] = [calendarDate(day), calendarDate(later)]
      expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months)
      expect(to.date === from.date || to.date >= 28).toBe(true)
      expect(monthsBefore(isoDay(later), months) <= isoDay(day)).toBe(true)
    }),
  )
})
