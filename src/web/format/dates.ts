import type { Language } from '../../core/language/language.ts'
import { localeOf } from './numbers.ts'

/** A day without a time (`YYYY-MM-DD`) as `22. november 2026` / `22 November 2026`; no time zone can move it. */
export function formatDate(day: string, language: Language): string {
  return dayFormat(language, { day: 'numeric', month: 'long', year: 'numeric' }, day)
}

/** For columns of dates: `22.11.2026` / `22/11/2026`. */
export function formatShortDate(day: string, language: Language): string {
  return dayFormat(language, { day: '2-digit', month: '2-digit', year: 'numeric' }, day)
}

/** For an axis of months: `jun. 26`. */
export function formatMonth(day: string, language: Language): string {
  return dayFormat(language, { month: 'short', year: '2-digit' }, day)
}

/** An instant as the clock on a Danish wall showed it. */
export function formatDateTime(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Copenhagen',
  }).format(new Date(instant))
}

export function formatTime(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Copenhagen',
  }).format(new Date(instant))
}

/** Periods as `1. april 2018 – 30. juni 2018`. */
export function formatPeriod(from: string, until: string, language: Language): string {
  return `${formatDate(from, language)} – ${formatDate(until, language)}`
}

function dayFormat(language: Language, options: Intl.DateTimeFormatOptions, day: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' }).format(
    new Date(`${day.slice(0, 10)}T00:00:00Z`),
  )
}
