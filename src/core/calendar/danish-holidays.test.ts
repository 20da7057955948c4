import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { easterSunday, isDanishHoliday, listDanishHolidays } from './danish-holidays.ts'
import { calendarDate, dayNumberOf, isoDay, weekdayNumber } from './day-number.ts'

// The dates of Easter as almanacs print them; the earliest and latest of the years among them (2008, 2038).
test.each([
  '2000-04-23', '2001-04-15', '2002-03-31', '2003-04-20', '2004-04-11', '2005-03-27', '2006-04-16', '2007-04-08',
  '2008-03-23', '2009-04-12', '2010-04-04', '2011-04-24', '2012-04-08', '2013-03-31', '2014-04-20', '2015-04-05',
  '2016-03-27', '2017-04-16', '2018-04-01', '2019-04-21', '2020-04-12', '2021-04-04', '2022-04-17', '2023-04-09',
  '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2029-04-01', '2030-04-21', '2031-04-13',
  '2032-03-28', '2033-04-17', '2034-04-09', '2035-03-25', '2036-04-13', '2037-04-05', '2038-04-25', '2039-04-10',
  '2040-04-01',
])('Easter Sunday is %s', (day) => {
  expect(isoDay(easterSunday(Number(day.slice(0, 4))))).toBe(day)
}) // prettier-ignore

test('the public holidays of 2023 are those of the almanac, with Great Prayer Day', () => {
  expect(listDanishHolidays(2023).map(({ day, name }) => `${isoDay(day)} ${name.da}`)).toEqual([
    '2023-01-01 Nytårsdag',
    '2023-04-06 Skærtorsdag',
    '2023-04-07 Langfredag',
    '2023-04-09 Påskedag',
    '2023-04-10 2. påskedag',
    '2023-05-05 Store bededag',
    '2023-05-18 Kristi himmelfartsdag',
    '2023-05-28 Pinsedag',
    '2023-05-29 2. pinsedag',
    '2023-12-25 Juledag',
    '2023-12-26 2. juledag',
  ])
})

test('from 2024 Great Prayer Day is none, and Constitution Day and the eves never are', () => {
  expect(isDanishHoliday(dayNumberOf('2023-05-05'))).toBe(true)
  expect(isDanishHoliday(dayNumberOf('2024-04-26'))).toBe(false)
  expect(listDanishHolidays(2024)).toHaveLength(10)
  for (const day of ['2023-06-05', '2023-12-24', '2023-12-31'])
    expect(isDanishHoliday(dayNumberOf(day))).toBe(false)
})

test('Easter is a Sunday from 22 March to 25 April, and Ascension Day a Thursday', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
      const easter = easterSunday(year)
      const { month, date } = calendarDate(easter)
      expect(weekdayNumber(easter)).toBe(7)
      expect(month * 100 + date).toBeGreaterThanOrEqual(322)
      expect(month * 100 + date).toBeLessThanOrEqual(425)
      const ascension = listDanishHolidays(year).find(({ name }) => name.en === 'Ascension Day')
      expect(weekdayNumber(ascension?.day ?? 0)).toBe(4)
    }),
  )
})
