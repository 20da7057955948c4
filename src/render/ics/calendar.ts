import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { Language } from '../../core/language/language.ts'
import { plural } from '../../core/language/plural.ts'
import type { CalendarEntry } from '../../core/review/calendar-entries.ts'
import { addDays } from '../../core/calendar/days.ts'

interface Calendar {
  readonly entries: readonly CalendarEntry[]
  readonly language: Language
  readonly person: string
  readonly now: Date
}

/**
 * An iCalendar file (RFC 5545) of whole days. Such a day is a date without a clock, so that neither summer time nor a
 * reader's time zone moves it.
 */
export function renderCalendar({ entries, language, person, now }: Calendar): string {
  const calendar = ical({
    name: language === 'da' ? 'Tilsyn: gennemgange' : 'Tilsyn: reviews',
    prodId: { company: 'Tilsyn', product: 'Tilsyn', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const entry of entries)
    calendar.createEvent({
      id: `${entry.day}-${entry.overdue ? 'overdue-' : ''}${person}@tilsyn`,
      stamp: now,
      // Without a time zone the library reads the day off UTC.
      start: new Date(`${entry.day}T00:00:00Z`),
      end: new Date(`${addDays(entry.day, 1)}T00:00:00Z`),
      allDay: true,
      summary: summaryOf(entry, language),
      // A reminder of work to be fitted in somewhere; the day stays free for meetings.
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  return calendar.toString()
}

function summaryOf({ reviews, minutes, overdue }: CalendarEntry, language: Language): string {
  const hours = (Math.ceil(minutes / 30) / 2).toLocaleString(language === 'da' ? 'da-DK' : 'en-GB')
  if (language === 'da') {
    const what = plural('da', reviews, '1 gennemgang', `${reviews} gennemgange`)
    return overdue
      ? `Tilsyn: ${what} over tiden, ca. ${hours} t`
      : `Tilsyn: frist for ${what}, ca. ${hours} t`
  }
  const what = plural('en', reviews, '1 review', `${reviews} reviews`)
  return overdue ? `Tilsyn: ${what} overdue, about ${hours} h` : `Tilsyn: ${what} due, about ${hours} h`
}
