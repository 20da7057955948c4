import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumberOf, isoDay } from './day-number.ts'
import { isWorkingDay, officeDays, workingDaysAfter, workingDaysFrom } from './working-days.ts'

const law = { saturdayCounts: false, alsoClosed: [] }
const withSaturdays = { ...law, saturdayCounts: true }
const office = { ...law, alsoClosed: officeDays }
const after = (day: string, count: number, what: typeof law | typeof office) =>
  isoDay(workingDaysAfter(dayNumberOf(day), count, what))

test('six working days from a Friday end on the Monday week, on the Friday where Saturday counts', () => {
  expect(after('2024-11-15', 6, law)).toBe('2024-11-25')
  expect(after('2024-11-15', 6, withSaturdays)).toBe('2024-11-22')
})

test('working days pass over Easter, a Saturday of Easter included', () => {
  // Maundy Thursday 28 March to Easter Monday 1 April 2024.
  expect(after('2024-03-27', 1, law)).toBe('2024-04-02')
  expect(after('2024-03-27', 1, withSaturdays)).toBe('2024-03-30')
})

test('working days pass over Great Prayer Day in 2023 and not in 2024', () => {
  expect(after('2023-05-04', 1, law)).toBe('2023-05-08')
  expect(after('2024-04-25', 1, law)).toBe('2024-04-26')
})

test('the days that offices are closed on count unless the setting says otherwise', () => {
  expect(after('2024-06-04', 1, law)).toBe('2024-06-05')
  expect(after('2024-06-04', 1, office)).toBe('2024-06-06')
  expect(after('2024-12-23', 1, law)).toBe('2024-12-24')
  expect(after('2024-12-23', 1, office)).toBe('2024-12-27')
  expect(after('2024-12-30', 1, office)).toBe('2025-01-02')
})

test('so many working days after, there have been so many, and the last is one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10_000, max: 25_000 }),
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      (day, count, saturdayCounts) => {
        const what = { ...law, saturdayCounts }
        const last = workingDaysAfter(day, count, what)
        expect(isWorkingDay(last, what)).toBe(true)
        expect(workingDaysFrom(day + 1, last + 1, what)).toBe(count)
      },
    ),
  )
})
