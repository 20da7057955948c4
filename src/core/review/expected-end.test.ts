import { array, assert, integer, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar/days.ts'
import { expectedEnd, fewestForPace, type DayCount } from './expected-end.ts'
import { isWorkingDay } from './working-days.ts'
import { workingDaysAfter, workingDaysBetween } from './working-days-after.ts'

/** A Monday; the ten working days before it are the two weeks from 2 March. */
const today = '2026-03-16'
const drawnOn = '2026-01-05'
const daily = (submitted: number, from = '2026-03-02'): DayCount[] =>
  Array.from({ length: 14 }, (_, at) => addDays(from, at))
    .filter(isWorkingDay)
    .map((day) => ({ day, submitted }))

test('working days are counted after a day, over weekends and holidays', () => {
  expect(workingDaysAfter('2026-03-13', 1)).toBe('2026-03-16')
  // Maundy Thursday, Good Friday and Easter Monday 2026.
  expect(workingDaysAfter('2026-04-01', 1)).toBe('2026-04-07')
  expect(workingDaysBetween('2026-03-13', '2026-03-16')).toBe(1)
  expect(workingDaysBetween('2026-03-16', '2026-03-16')).toBe(0)
})

test('two reviews a day finish ten more in five working days, today counted', () => {
  const end = expectedEnd(daily(2), 10, { drawnOn, today })
  expect(end).toMatchObject({ kind: 'expected', day: '2026-03-20', pace: 2 })
})

test('what was submitted before the two weeks, or today, does not change the pace', () => {
  const more = [{ day: '2026-02-27', submitted: 90 }, ...daily(2), { day: today, submitted: 40 }]
  expect(expectedEnd(more, 10, { drawnOn, today })).toEqual(expectedEnd(daily(2), 10, { drawnOn, today }))
})

test('a level drawn lately has its pace from the day of the draw', () => {
  const lately = daily(3).filter(({ day }) => day >= '2026-03-12')
  const end = expectedEnd(lately, 6, { drawnOn: '2026-03-12', today })
  expect(end).toMatchObject({ kind: 'expected', pace: 3, day: '2026-03-17' })
})

test('work done on a Saturday counts', () => {
  const end = expectedEnd([{ day: '2026-03-14', submitted: 20 }], 10, { drawnOn, today })
  expect(end).toMatchObject({ kind: 'expected', pace: 2 })
})

test('few submissions tell no date', () => {
  const few = [{ day: '2026-03-10', submitted: fewestForPace - 1 }]
  expect(expectedEnd(few, 30, { drawnOn, today })).toEqual({ kind: 'too-few', submitted: fewestForPace - 1 })
  expect(expectedEnd([], 1, { drawnOn: today, today })).toEqual({ kind: 'too-few', submitted: 0 })
})

test('a level without anything left is done, whatever the pace', () => {
  expect(expectedEnd([], 0, { drawnOn, today })).toEqual({ kind: 'done' })
})

test('uneven days make the range wider', () => {
  const even = expectedEnd(daily(2), 40, { drawnOn, today })
  const uneven = expectedEnd([{ day: '2026-03-04', submitted: 20 }], 40, { drawnOn, today })
  if (even.kind !== 'expected' || uneven.kind !== 'expected') throw new Error('no date')
  expect(uneven.day).toBe(even.day)
  expect(uneven.earliest < even.earliest).toBe(true)
  expect(uneven.latest === null || (even.latest !== null && uneven.latest > even.latest)).toBe(true)
})

test('the range always holds the expected day, is not in the past, and moves later with more to do', () => {
  assert(
    property(
      array(nat(30), { minLength: 14, maxLength: 14 }),
      integer({ min: 1, max: 400 }),
      (counts, remaining) => {
        const days = counts.map((submitted, at) => ({ day: addDays('2026-03-02', at), submitted }))
        const end = expectedEnd(days, remaining, { drawnOn, today })
        const later = expectedEnd(days, remaining + 10, { drawnOn, today })
        if (end.kind !== 'expected') return
        const order = [today, end.earliest, end.day, end.latest ?? '9999']
        expect(order).toEqual(order.toSorted())
        expect('day' in later ? later.day >= end.day : later.kind).not.toBe(false)
      },
    ),
  )
})
