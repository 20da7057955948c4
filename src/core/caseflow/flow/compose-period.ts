import { languages, type Language, type LocalText } from '../../language/language.ts'

const locales = { da: 'da-DK', en: 'en-GB' } as const

/** The days from one to another, `16.–22. november 2026`; ISO days, both included. */
export function dayRange(from: string, to: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatRange(midnight(from), midnight(to))
}

/** `uge 47, 2026` of 2026-W47. */
export function weekWords(week: string): LocalText {
  const [year = '', number = ''] = week.split('-W')
  return { da: `uge ${Number(number)}, ${year}`, en: `week ${Number(number)}, ${year}` }
}

/** `november 2026` of 2026-11. */
export function monthWords(month: string): LocalText {
  return inBoth((language) =>
    new Intl.DateTimeFormat(locales[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      midnight(`${month}-01`),
    ),
  )
}

/** What stands under the axis of a chart: `uge 47`, `nov. 26`. */
export function axisWords(period: string): LocalText {
  const [, week] = period.split('-W')
  if (week !== undefined) return { da: `uge ${Number(week)}`, en: `week ${Number(week)}` }
  return inBoth((language) =>
    new Intl.DateTimeFormat(locales[language], { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(
      midnight(`${period}-01`),
    ),
  )
}

/** A moment as Danish clocks show it, to the minute: `22. november 2026 kl. 23.59`. */
export function momentWords(moment: string): LocalText {
  return inBoth((language) =>
    new Intl.DateTimeFormat(locales[language], {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'Europe/Copenhagen',
    }).format(new Date(moment)),
  )
}

/** That a period, or the first of it, lies before the day from which the cases are known; null where it does not. ISO days. */
export function unknownTimeWords({
  from,
  to,
  knownFrom,
}: {
  readonly from: string
  readonly to: string
  readonly knownFrom: string | null
}): LocalText | null {
  if (knownFrom === null || from >= knownFrom) return null
  const { da, en } = inBoth((language) => dayRange(knownFrom, knownFrom, language))
  return to < knownFrom
    ? {
        da: `Sagernes hændelser kendes først fra ${da}. Tallene her siger derfor ikke, hvad der skete.`,
        en: `The events of the cases are known from ${en} only. So the numbers here do not tell what happened.`,
      }
    : {
        da: `Sagernes hændelser kendes først fra ${da}. Tallene her er derfor kun af en del af tiden.`,
        en: `The events of the cases are known from ${en} only. So the numbers here are of a part of the time.`,
      }
}

export function inBoth(write: (language: Language) => string): LocalText {
  const [da, en] = languages.map(write)
  if (da === undefined || en === undefined) throw new Error('a text is in Danish and in English')
  return { da, en }
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
