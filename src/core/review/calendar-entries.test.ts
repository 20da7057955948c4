import { expect, test } from 'vitest'
import { calendarEntries } from './calendar-entries.ts'

const nothing = { reviews: [], restorations: [], deadlines: [], agreements: [], visits: [] }

test('a calendar has one entry a day with the number and the time, and what is overdue stands on today', () => {
  const review = (dueOn: string | null) => ({ dueOn, minutes: 60 })
  const reviews = [
    review('2024-10-25'),
    review('2024-10-18'),
    review('2024-10-25'),
    review('2024-10-01'),
    review(null),
  ]
  expect(calendarEntries({ ...nothing, reviews }, '2024-10-18')).toEqual([
    { kind: 'reviews', day: '2024-10-18', count: 1, minutes: 60, overdue: true },
    { kind: 'reviews', day: '2024-10-18', count: 1, minutes: 60, overdue: false },
    { kind: 'reviews', day: '2024-10-25', count: 2, minutes: 120, overdue: false },
  ])
})

test('restorations, deadlines of cases and agreements stand beside the reviews of their day, and every visit stands for itself', () => {
  const work = {
    reviews: [{ dueOn: '2024-10-21', minutes: 45 }],
    restorations: ['2024-10-21', '2024-10-02', '2024-10-21'],
    deadlines: ['2024-10-21', '2024-10-17'],
    agreements: ['2024-10-22', '2024-10-11'],
    visits: [
      { id: 'b', day: '2024-10-22' },
      { id: 'a', day: '2024-10-21' },
    ],
  }
  expect(calendarEntries(work, '2024-10-18')).toEqual([
    { kind: 'restorations', day: '2024-10-18', count: 1, overdue: true },
    { kind: 'deadlines', day: '2024-10-18', count: 1, overdue: true },
    { kind: 'agreements', day: '2024-10-18', count: 1, overdue: true },
    { kind: 'reviews', day: '2024-10-21', count: 1, minutes: 45, overdue: false },
    { kind: 'restorations', day: '2024-10-21', count: 2, overdue: false },
    { kind: 'deadlines', day: '2024-10-21', count: 1, overdue: false },
    { kind: 'visit', id: 'a', day: '2024-10-21' },
    { kind: 'agreements', day: '2024-10-22', count: 1, overdue: false },
    { kind: 'visit', id: 'b', day: '2024-10-22' },
  ])
})
