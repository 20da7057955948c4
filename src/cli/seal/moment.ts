import type { Language } from '../../core/language/language.ts'

/** A time in seconds since 1970 as a Danish wall clock showed it, to the second; what is none is shown as it is. */
export function moment(seconds: string, language: Language): string {
  const date = new Date(Number(seconds) * 1000)
  if (seconds === '' || Number.isNaN(date.getTime())) return seconds === '' ? '–' : seconds
  return new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Europe/Copenhagen',
  }).format(date)
}
