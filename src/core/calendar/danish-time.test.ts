import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { danishOffset, dayOf, momentsOf, startOfDay } from './danish-time.ts'
import { dayNumberOf, isoDay } from './day-number.ts'

const msInHour = 3_600_000
const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** What clocks in Denmark show at a moment, by the system's own tables, as minutes since 1970-01-01T00:00. */
function shownBySystem(moment: number): number {
  const part = Object.fromEntries(
    format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000
}

test('clocks are where the system’s tables have them, at every hour around each change from 1990 to 2040', () => {
  const changes: string[] = []
  for (let moment = Date.UTC(1990, 0, 1); moment < Date.UTC(2041, 0, 1); moment += msInHour) {
    const offset = danishOffset(moment)
    if (danishOffset(moment - msInHour) === offset) continue
    changes.push(new Date(moment).toISOString().slice(0, 13))
    for (const near of [moment - msInHour, moment - 60_000, moment, moment + 60_000, moment + msInHour])
      expect((near + danishOffset(near)) / 60_000).toBe(shownBySystem(near))
  }
  expect(changes).toHaveLength(2 * 51)
  expect(changes.slice(0, 2)).toEqual(['1990-03-25T01', '1990-09-30T01'])
  expect(changes.slice(-2)).toEqual(['2040-03-25T01', '2040-10-28T01'])
})

test('at any moment from 1980 to 2040 the clocks and the day are those of the system’s tables', () => {
  const moments = fc.integer({ min: Date.UTC(1980, 0, 1) / 60_000, max: Date.UTC(2041, 0, 1) / 60_000 })
  fc.assert(
    fc.property(moments, (minutes) => {
      const shown = shownBySystem(minutes * 60_000)
      expect(minutes + danishOffset(minutes * 60_000) / 60_000).toBe(shown)
      expect(dayOf(minutes * 60_000)).toBe(Math.floor(shown / 1440))
    }),
    { numRuns: 2000 },
  )
})

test('a time that clocks show once names one moment, the skipped hour none, the hour run through twice two', () => {
  const named = (day: string, hour: number, minute: number) =>
    momentsOf(dayNumberOf(day), hour * 60 + minute).map((moment) =>
      new Date(moment).toISOString().slice(0, 16),
    )
  expect(named('2024-07-01', 12, 30)).toEqual(['2024-07-01T10:30'])
  expect(named('2024-12-01', 12, 30)).toEqual(['2024-12-01T11:30'])
  expect(named('2024-03-31', 1, 59)).toEqual(['2024-03-31T00:59'])
  expect(named('2024-03-31', 2, 0)).toEqual([])
  expect(named('2024-03-31', 2, 59)).toEqual([])
  expect(named('2024-03-31', 3, 0)).toEqual(['2024-03-31T01:00'])
  expect(named('2024-10-27', 1, 59)).toEqual(['2024-10-26T23:59'])
  expect(named('2024-10-27', 2, 0)).toEqual(['2024-10-27T00:00', '2024-10-27T01:00'])
  expect(named('2024-10-27', 2, 59)).toEqual(['2024-10-27T00:59', '2024-10-27T01:59'])
  expect(named('2024-10-27', 3, 0)).toEqual(['2024-10-27T02:00'])
})

test('a day begins at midnight in Denmark and lasts 23, 24 or 25 hours', () => {
  const hours = (day: string) => (startOfDay(dayNumberOf(day) + 1) - startOfDay(dayNumberOf(day))) / msInHour
  expect([hours('2024-03-30'), hours('2024-03-31'), hours('2024-10-27')]).toEqual([24, 23, 25])
  fc.assert(
    fc.property(fc.integer({ min: 4000, max: 25_000 }), (day) => {
      expect(dayOf(startOfDay(day))).toBe(day)
      expect(dayOf(startOfDay(day) - 1)).toBe(day - 1)
      expect(momentsOf(day, 0)).toEqual([startOfDay(day)])
    }),
  )
  expect(isoDay(dayOf(Date.parse('2024-06-30T22:00Z')))).toBe('2024-07-01')
})
