import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { Language } from '../../core/language/language.ts'
import { plural } from '../../core/language/plural.ts'
import type { CalendarEntry } from '../../core/review/calendar-entries.ts'
import { addDays } from '../../core/calendar/days.ts'

interface Calendar {
  readonly entries: readonly CalendarEntry[]
  readonly language: Language
  /** Of whose calendar it is. */
  readonly id: string
  readonly now: Date
}

/**
 * An iCalendar file (RFC 5545) of whole days. Such a day is a date without a clock, so that neither summer time nor a
 * reader's time zone moves it.
 */
export function renderCalendar({ entries, language, id, now }: Calendar): string {
  const calendar = ical({
    name: language === 'da' ? 'Tilsyn: frister og besøg' : 'Tilsyn: due days and visits',
    prodId: { company: 'Tilsyn', product: 'Tilsyn', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const entry of entries)
    calendar.createEvent({
      id: `${idOf(entry)}${id}@tilsyn`,
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

/** The same from one download to the next, so that an entry is replaced and not doubled. */
function idOf(entry: CalendarEntry): string {
  switch (entry.kind) {
    case 'reviews':
      return `${entry.day}-${entry.overdue ? 'overdue-' : ''}`
    case 'restorations':
      return `${entry.day}-restorations-${entry.overdue ? 'overdue-' : ''}`
    case 'deadlines':
      return `${entry.day}-deadlines-${entry.overdue ? 'overdue-' : ''}`
    case 'agreements':
      return `${entry.day}-agreements-${entry.overdue ? 'overdue-' : ''}`
    case 'visit':
      return `visit-${entry.id}-`
  }
  return entry satisfies never
}

function summaryOf(entry: CalendarEntry, language: Language): string {
  switch (entry.kind) {
    case 'reviews':
      return reviewsDue(entry, language)
    case 'restorations':
      return restorationsDue(entry, language)
    case 'deadlines':
      return deadlinesDue(entry, language)
    case 'agreements':
      return agreementsDue(entry, language)
    case 'visit':
      return language === 'da' ? 'Tilsyn: læringsbesøg' : 'Tilsyn: learning visit'
  }
  return entry satisfies never
}

type Of<K extends CalendarEntry['kind']> = Extract<CalendarEntry, { readonly kind: K }>

function reviewsDue({ count, minutes, overdue }: Of<'reviews'>, language: Language): string {
  const hours = (Math.ceil(minutes / 30) / 2).toLocaleString(language === 'da' ? 'da-DK' : 'en-GB')
  if (language === 'da') {
    const what = plural('da', count, '1 gennemgang', `${count} gennemgange`)
    return overdue
      ? `Tilsyn: ${what} over tiden, ca. ${hours} t`
      : `Tilsyn: frist for ${what}, ca. ${hours} t`
  }
  const what = plural('en', count, '1 review', `${count} reviews`)
  return overdue ? `Tilsyn: ${what} overdue, about ${hours} h` : `Tilsyn: ${what} due, about ${hours} h`
}

function restorationsDue({ count, overdue }: Of<'restorations'>, language: Language): string {
  if (language === 'da')
    return overdue
      ? `Tilsyn: ${count} fejl skulle have været rettet op`
      : `Tilsyn: frist for at rette ${count} fejl op`
  const what = plural('en', count, '1 error', `${count} errors`)
  return overdue ? `Tilsyn: ${what} should have been made good` : `Tilsyn: ${what} due to be made good`
}

function deadlinesDue({ count, overdue }: Of<'deadlines'>, language: Language): string {
  if (language === 'da') {
    const what = plural('da', count, '1 frist', `${count} frister`)
    return overdue ? `Tilsyn: ${what} i sager er overskredet` : `Tilsyn: ${what} i sager udløber`
  }
  const what = plural('en', count, '1 deadline', `${count} deadlines`)
  const verb = plural('en', count, 'has', 'have')
  return overdue ? `Tilsyn: ${what} in cases ${verb} passed` : `Tilsyn: ${what} in cases due`
}

function agreementsDue({ count, overdue }: Of<'agreements'>, language: Language): string {
  if (language === 'da') {
    const what = plural('da', count, '1 aftale', `${count} aftaler`)
    return overdue
      ? `Tilsyn: ${what} fra sagsgennemgang er over tiden`
      : `Tilsyn: ${what} fra sagsgennemgang skal være gjort`
  }
  const what = plural('en', count, '1 agreement', `${count} agreements`)
  return overdue ? `Tilsyn: ${what} from walk-throughs overdue` : `Tilsyn: ${what} from walk-throughs due`
}
