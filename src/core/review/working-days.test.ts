import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar/days.ts'
import { isWorkingDay, lastDayWithin, lastWorkingDay, workingDaysBefore } from './working-days.ts'

test('the Danish holidays of a year are no working days', () => {
  // Easter Sunday was 31 March 2024, and store bededag had been abolished.
  for (const day of [
    '2024-03-28',
    '2024-03-29',
    '2024-04-01',
    '2024-05-09',
    '2024-05-20',
    '2024-12-24',
    '2025-01-01',
  ])
    expect([day, isWorkingDay(day)]).toEqual([day, false])
  for (const day of ['2024-03-27', '2024-04-02', '2024-04-26', '2024-12-23'])
    expect([day, isWorkingDay(day)]).toEqual([day, true])
  // Store bededag 2023.
  expect(isWorkingDay('2023-05-05')).toBe(false)
  expect(isWorkingDay('2024-11-23')).toBe(false)
})

test('working days are counted back over weekends and Easter', () => {
  expect(workingDaysBefore('2024-11-15', 2)).toBe('2024-11-13')
  expect(workingDaysBefore('2024-11-18', 2)).toBe('2024-11-14')
  expect(workingDaysBefore('2024-04-02', 2)).toBe('2024-03-26')
  expect(lastWorkingDay('2024-12-26')).toBe('2024-12-23')
})

test('what is so many working days away at most includes the days off after the last of them', () => {
  // A Wednesday, and the Thursday before a weekend.
  expect(lastDayWithin('2024-11-13', 2)).toBe('2024-11-17')
  expect(lastDayWithin('2024-11-14', 2)).toBe('2024-11-18')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 6 }), (offset, count) => {
      const today = addDays('2020-01-01', offset)
      const last = lastDayWithin(today, count)
      // The next working day is one too many.
      expect(workingDaysBefore(addDays(last, 1), count) > today).toBe(true)
      expect(workingDaysBefore(lastWorkingDay(last), count) <= today).toBe(true)
    }),
  )
})
