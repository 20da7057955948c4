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
