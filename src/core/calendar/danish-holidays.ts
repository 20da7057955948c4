import type { LocalText } from '../language/language.ts'
import { calendarDate, dayNumber } from './day-number.ts'

/** Easter Sunday of a year of the Gregorian calendar: the algorithm of Meeus, Jones and Butcher (Nature, 1876). */
export function easterSunday(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const k = c % 4
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const p = h + l - 7 * m + 114
  return dayNumber(year, Math.floor(p / 31), (p % 31) + 1)
}

export interface Holiday {
  readonly day: number
  readonly name: LocalText
}

/** The last year that "store bededag" was a holiday in: abolished from 2024 (lov nr. 214 af 6/3 2023). */
const lastPrayerDay = 2023

const byEaster: readonly (readonly [offset: number, name: LocalText])[] = [
  [-3, { da: 'Skærtorsdag', en: 'Maundy Thursday' }],
  [-2, { da: 'Langfredag', en: 'Good Friday' }],
  [0, { da: 'Påskedag', en: 'Easter Sunday' }],
  [1, { da: '2. påskedag', en: 'Easter Monday' }],
  [26, { da: 'Store bededag', en: 'Great Prayer Day' }],
  [39, { da: 'Kristi himmelfartsdag', en: 'Ascension Day' }],
  [49, { da: 'Pinsedag', en: 'Whit Sunday' }],
  [50, { da: '2. pinsedag', en: 'Whit Monday' }],
]

/** The public holidays (helligdage) of a year in Denmark, in order. Two may fall on one day. */
export function listDanishHolidays(year: number): readonly Holiday[] {
  const easter = easterSunday(year)
  return [
    { day: dayNumber(year, 1, 1), name: { da: 'Nytårsdag', en: 'New Year’s Day' } },
    ...byEaster
      .filter(([offset]) => offset !== 26 || year <= lastPrayerDay)
      .map(([offset, name]) => ({ day: easter + offset, name })),
    { day: dayNumber(year, 12, 25), name: { da: 'Juledag', en: 'Christmas Day' } },
    { day: dayNumber(year, 12, 26), name: { da: '2. juledag', en: 'Boxing Day' } },
  ]
}

const holidays = new Map<number, ReadonlySet<number>>()

export function isDanishHoliday(day: number): boolean {
  const { year } = calendarDate(day)
  let known = holidays.get(year)
  if (known === undefined) {
    known = new Set(listDanishHolidays(year).map((holiday) => holiday.day))
    holidays.set(year, known)
  }
  return known.has(day)
}
