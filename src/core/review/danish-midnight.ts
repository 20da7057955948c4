// en-CA prints a date as YYYY-MM-DD.
const format = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

const hour = 3_600_000

/** The instant at which an ISO day begins in Denmark. */
export function danishMidnight(day: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`)
  // In summer the day begins two hours before UTC's, in winter one; the clocks change later in the night.
  const summer = new Date(utc - 2 * hour)
  return format.format(summer) === day ? summer : new Date(utc - hour)
}
