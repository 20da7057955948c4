import { expect, test } from 'vitest'
import { dayNumberOf, isoDay } from '../../calendar/day-number.ts'
import { endOf, findMonth, findWeek, monthOf, periodsUpTo, weekOf } from './flow-period.ts'

const week = (day: string) => weekOf(dayNumberOf(day)).name

test('a week has the year of its Thursday, and some years have 53', () => {
  expect(['2020-12-31', '2021-01-03', '2021-01-04'].map(week)).toEqual(['2020-W53', '2020-W53', '2021-W01'])
  expect(['2024-12-29', '2024-12-30', '2026-11-22'].map(week)).toEqual(['2024-W52', '2025-W01', '2026-W47'])
  expect(findWeek('2026-W53')?.to).toBe(dayNumberOf('2027-01-03'))
  expect(findWeek('2025-W53')).toBeUndefined()
})

test('every week and month of two hundred years is found again by its name', () => {
  for (let day = dayNumberOf('1901-01-01'); day < dayNumberOf('2100-01-01'); day += 7) {
    const found = weekOf(day)
    expect(findWeek(found.name)).toEqual(found)
    expect(findMonth(monthOf(day).name)).toEqual(monthOf(day))
  }
})

test('names that are none are no week and no month', () => {
  for (const name of ['2026-W00', '2026-W54', '2026-W1', '26-W01', '2026-01', '1899-W01', ''])
    expect(findWeek(name)).toBeUndefined()
  for (const name of ['2026-00', '2026-13', '2026-1', '2026-W01', '2101-01'])
    expect(findMonth(name)).toBeUndefined()
})

test('a week of summer time beginning is an hour shorter, and periods follow each other', () => {
  const summer = weekOf(dayNumberOf('2026-03-29'))
  expect(endOf(summer) - endOf(weekOf(summer.from - 1))).toBe((7 * 24 - 1) * 3_600_000)
  expect(periodsUpTo(weekOf(dayNumberOf('2021-01-04')), 3).map(({ name }) => name)).toEqual([
    '2020-W52',
    '2020-W53',
    '2021-W01',
  ])
  expect(isoDay(monthOf(dayNumberOf('2024-02-10')).to)).toBe('2024-02-29')
})
