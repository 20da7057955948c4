/** A point in time as somebody wrote it: a day, perhaps a time of day, perhaps an offset from UTC. */
export interface WrittenTime {
  /** `YYYY-MM-DD` */
  readonly day: string
  /** `HH:MM:SS`, with a fraction if one was written. */
  readonly time?: string
  /** `Z` or `+HH:MM`. */
  readonly offset?: string
}

/**
 * What stands first where the year stands last: the day as in Denmark (31/05/2018), or the month as in the United States
 * (05/31/2018). A year that stands first is always followed by the month.
 */
export const dateOrders = ['dmy', 'mdy'] as const
export type DateOrder = (typeof dateOrders)[number]

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:$|,?[T ]+(.+)$)/u
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:$|,?[T ]+(.+)$)/u
const timeOfDay =
  /^(?:kl\.? ?)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}(?:[.,]\d{1,9})?))? ?(Z|[+-]\d{2}:?\d{2})?$/iu

/**
 * ISO 8601 (`2018-05-31`, `2018-05-31T09:30:00+02:00`) or Danish (`31-05-2018`, `31/5/2018`, `31.05.2018 kl. 9.30`); of
 * `order` mdy, American (`05/31/2018`). Undefined for anything else, for days that don't exist, and for years of two
 * digits, which could be day or year.
 */
export function parseWrittenTime(text: string, order: DateOrder = 'dmy'): WrittenTime | undefined {
  const trimmed = text.trim()
  const first = yearFirst.exec(trimmed)
  if (first !== null) return compose(first[1], first[3], first[4], first[5])
  const last = yearLast.exec(trimmed)
  if (last === null) return undefined
  return order === 'dmy'
    ? compose(last[4], last[3], last[1], last[5])
    : compose(last[4], last[1], last[3], last[5])
}

/** Day and month of a date whose year stands last, in the order they are written, and the mark between them. */
export function partsOfYearLast(
  text: string,
): { readonly first: number; readonly second: number; readonly mark: string } | undefined {
  const [, first, mark = '', second] = yearLast.exec(text.trim()) ?? []
  return first === undefined ? undefined : { first: Number(first), second: Number(second), mark }
}

/** The day alone, `YYYY-MM-DD`; a time of day is allowed and dropped. */
export function parseWrittenDay(text: string): string | undefined {
  return parseWrittenTime(text)?.day
}

/**
 * The time of day in a cell of its own, as `HH:MM:SS`. Spreadsheets keep one as a moment of their first day, the last of
 * December 1899.
 */
export function parseTimeOfDay(text: string): string | undefined {
  const alone = text.trim().replace(/^1899-12-3[01](?:T| )/u, '')
  if (/^1899-12-3[01]$/u.test(alone)) return '00:00:00'
  const composed = compose('2000', '01', '01', alone)
  return composed?.offset === undefined ? composed?.time : undefined
}

/** Seconds since midnight of `00:00` or `01:06:40`; undefined for what is no time of day. */
export function secondOfDay(text: string): number | undefined {
  const time = parseTimeOfDay(text)
  if (time === undefined) return undefined
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number)
  return hour * 3600 + minute * 60 + Math.floor(second)
}

function compose(year = '', month = '', day = '', rest?: string): WrittenTime | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isDay(iso)) return undefined
  if (rest === undefined) return { day: iso }
  const match = timeOfDay.exec(rest.trim())
  if (match === null) return undefined
  const [, hour = '', minute = '', second = '00', offset] = match
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second.slice(0, 2)) > 59) return undefined
  const time = `${hour.padStart(2, '0')}:${minute}:${second.replace(',', '.')}`
  return { day: iso, time, ...(offset === undefined ? {} : { offset: tidyOffset(offset) }) }
}

function tidyOffset(offset: string): string {
  if (offset.toUpperCase() === 'Z') return 'Z'
  return offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`
}

/** True for a day of the calendar between 1850 and 2199; other years are slips of the finger. */
export function isDay(iso: string): boolean {
  const year = Number(iso.slice(0, 4))
  if (year < 1850 || year > 2199) return false
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === iso
}
