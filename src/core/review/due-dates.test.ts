import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar/days.ts'
import { listDueDays, planDueDates, usualDuePlan, type ReviewToPlan } from './due-dates.ts'
import { isWorkingDay } from './working-days.ts'

const day = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays('2022-01-01', offset))
const never = () => false

test('four weeks after a draw on a Monday are four Fridays', () => {
  expect(listDueDays('2024-10-07', { ...usualDuePlan, days: 25 }, '2024-10-07')).toEqual([
    '2024-10-11',
    '2024-10-18',
    '2024-10-25',
    '2024-11-01',
  ])
})

test('there is always a day, they are in order, and none comes sooner than a few days from today', () => {
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 1, max: 365 }),
      fc.boolean(),
      fc.integer({ min: 0, max: 400 }),
      (drawn, days, spread, later) => {
        const today = addDays(drawn, later)
        const found = listDueDays(drawn, { days, spread }, today)
        expect(found.length).toBeGreaterThan(0)
        expect(found).toEqual([...new Set(found)].toSorted())
        for (const each of found) expect(each > today).toBe(true)
        const inTime = found.every(
          (each) => isWorkingDay(each) && each <= addDays(drawn, days) && each >= addDays(today, 4),
        )
        expect(inTime || days < 30 || later > 0).toBe(true)
      },
    ),
  )
})

test('everybody gets the same number a week, give or take one', () => {
  const days = ['2024-10-11', '2024-10-18', '2024-10-25']
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 }), (people) => {
      const reviews = people.map((person, i): ReviewToPlan => ({
        id: String(i),
        people: [person],
        dueOn: null,
      }))
      const planned = planDueDates(reviews, days, never)
      for (const person of ['a', 'b', 'c']) {
        const counts = days.map(
          (each) =>
            reviews.filter(({ id, people: [who] }) => who === person && planned.get(id) === each).length,
        )
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('a review that comes later fills the emptiest week, and nothing is due while its reviewer is away', () => {
  const days = ['2024-10-11', '2024-10-18']
  const review = (id: string, dueOn: string | null): ReviewToPlan => ({ id, people: ['a'], dueOn })
  expect(planDueDates([review('1', '2024-10-11'), review('2', null)], days, never).get('2')).toBe(
    '2024-10-18',
  )
  const away = (_person: string, on: string) => on === '2024-10-18'
  expect(planDueDates([review('1', '2024-10-11'), review('2', null)], days, away).get('2')).toBe('2024-10-11')
  expect(planDueDates([review('1', null)], days, () => true).get('1')).toBe('2024-10-11')
})
