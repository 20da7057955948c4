import type { Language } from '../language/language.ts'

const locale = { da: 'da-DK', en: 'en-GB' } as const

/** `4. april 2017` and `4 April 2017`, or the month alone; `–` without a date. */
export function printDate(date: string | null, precision: 'day' | 'month', language: Language): string {
  if (date === null) return '–'
  const day = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(day.getTime())) return date
  return new Intl.DateTimeFormat(locale[language], {
    ...(precision === 'day' ? { day: 'numeric' } : {}),
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(day)
}

/** `2018q2` as people say it: `2. kvartal 2018`, `second quarter of 2018`. Other names stay as they are. */
export function printRound(round: string, language: Language): string {
  const quarter = /^(\d{4})-?q([1-4])$/i.exec(round)
  if (quarter === null) return round
  const [, year, number] = quarter
  const ordinal = ['first', 'second', 'third', 'fourth'][Number(number) - 1]
  return language === 'da' ? `${number}. kvartal ${year}` : `${ordinal} quarter of ${year}`
}
