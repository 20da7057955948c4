/** A point in time as somebody wrote it: a day, perhaps a time of day, perhaps an offset from UTC. */
export interface WrittenTime {
  /** `YYYY-MM-DD` */
  readonly day: string
  /** `HH:MM:SS`, with a fraction if one was written. */
  readonly time?: string
  /** `Z` or `+HH:MM`. */
  readonly offset?: string
}

const isoDay = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T ]+(.+)$)/u
const danishDay = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:$|,?[T ]+(.+)$)/u
const timeOfDay =
  /^(?:kl\.? ?)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}(?:[.,]\d{1,9})?))? ?(Z|[+-]\d{2}:?\d{2})?$/iu

/**
 * ISO 8601 (`2018-05-31`, `2018-05-31T09:30:00+02:00`) or Danish (`31-05-2018`, `31/5/2018`, `31.05.2018 kl. 9.30`).
 * Undefined for anything else, for days that don't exist, and for years of two digits, which could be day or year.
 */
export function parseWrittenTime(text: string): WrittenTime | undefined {
  const trimmed = text.trim()
  const iso = isoDay.exec(trimmed)
  if (iso !== null) return compose(iso[1], iso[2], iso[3], iso[4])
  const danish = danishDay.exec(trimmed)
  return danish === null ? undefined : compose(danish[4], danish[3], danish[1], danish[5])
}

/** The day alone, `YYYY-MM-DD`; a time of day is allowed and dropped. */
export function parseWrittenDay(text: string): string | undefined {
  return parseWrittenTime(text)?.day
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
