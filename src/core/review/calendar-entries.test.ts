import { expect, test } from 'vitest'
import { calendarEntries } from './calendar-entries.ts'

test('a calendar has one entry a day with the number and the time, and what is overdue stands on today', () => {
  const review = (dueOn: string | null) => ({ dueOn, minutes: 60 })
  expect(
    calendarEntries(
      [review('2024-10-25'), review('2024-10-18'), review('2024-10-25'), review('2024-10-01'), review(null)],
      '2024-10-18',
    ),
  ).toEqual([
    { day: '2024-10-18', reviews: 1, minutes: 60, overdue: true },
    { day: '2024-10-18', reviews: 1, minutes: 60, overdue: false },
    { day: '2024-10-25', reviews: 2, minutes: 120, overdue: false },
  ])
})
