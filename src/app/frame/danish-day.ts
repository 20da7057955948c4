// en-CA prints a date as YYYY-MM-DD.
const format = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The ISO day it is in Denmark at an instant. */
export function danishDay(instant: Date): string {
  return format.format(instant)
}

const hours = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  hour: 'numeric',
  hour12: false,
})

/** The hour it is in Denmark at an instant, 0 to 23. */
export function danishHour(instant: Date): number {
  return Number(hours.format(instant)) % 24
}
