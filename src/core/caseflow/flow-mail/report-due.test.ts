import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { weekdayOf } from '../../calendar/days.ts'
import { isoDay } from '../../calendar/day-number.ts'
import { isWorkingDay } from '../../review/working-days.ts'
import { dayOf } from '../../calendar/danish-time.ts'
import { flowRhythms, newestDue } from './report-due.ts'

const at = (moment: string) => Date.parse(moment)
const week = (moment: string) => newestDue('week', at(moment)).period.name
const month = (moment: string) => newestDue('month', at(moment)).period.name

test('a week is told of from the Monday after it at seven in Denmark, in winter and in summer', () => {
  expect(week('2026-11-23T05:59:59Z')).toBe('2026-W46')
  expect(week('2026-11-23T06:00:00Z')).toBe('2026-W47')
  expect(week('2026-11-29T22:00:00Z')).toBe('2026-W47')
  expect(week('2026-06-15T04:59:59Z')).toBe('2026-W23')
  expect(week('2026-06-15T05:00:00Z')).toBe('2026-W24')
})

test('a Monday that is a public holiday is told on all the same, and week 53 is not left out', () => {
  // Easter Monday and Whit Monday.
  expect(week('2026-04-06T05:30:00Z')).toBe('2026-W14')
  expect(week('2026-05-25T05:30:00Z')).toBe('2026-W21')
  expect(week('2027-01-04T06:30:00Z')).toBe('2026-W53')
})

test('a month is told of from the first working day after it', () => {
  // 1 November 2026 is a Sunday.
  expect(month('2026-11-02T05:59:59Z')).toBe('2026-09')
  expect(month('2026-11-02T06:00:00Z')).toBe('2026-10')
  // 1 January 2027 is a holiday on a Friday; Monday is the 4th.
  expect(month('2027-01-03T12:00:00Z')).toBe('2026-11')
  expect(month('2027-01-04T06:00:00Z')).toBe('2026-12')
})

test('what is told of is always over, and due on a morning that is not after now', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...flowRhythms),
      fc.date({ min: new Date('2015-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      (rhythm, moment) => {
        const now = moment.getTime()
        const { period, dueAt } = newestDue(rhythm, now)
        const day = isoDay(dayOf(dueAt))
        expect(dueAt).toBeLessThanOrEqual(now)
        expect(period.to).toBeLessThan(dayOf(now))
        expect(rhythm === 'week' ? weekdayOf(day) === 1 : isWorkingDay(day)).toBe(true)
        expect(newestDue(rhythm, dueAt)).toEqual({ period, dueAt })
        expect(newestDue(rhythm, dueAt - 1).period.to).toBe(period.from - 1)
      },
    ),
  )
})
