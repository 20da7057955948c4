import { addDays } from '../core/calendar/days.ts'

/** A moment in office hours of an ISO day, in UTC. */
export function officeHour(on: string, hour: number, minute: number): Date {
  return new Date(`${on}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`)
}

/** A quarter of a year. `from` and `to` are its first and last ISO day. */
export interface Quarter {
  readonly key: string
  readonly year: number
  readonly number: number
  readonly from: string
  readonly to: string
}

/** The quarter that ended last before `today`, and `back` more quarters before it. */
export function quarterBefore(today: string, back: number): Quarter {
  const index = Number(today.slice(0, 4)) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3) - 1 - back
  const year = Math.floor(index / 4)
  const number = (index % 4) + 1
  const firstMonth = String((number - 1) * 3 + 1).padStart(2, '0')
  const nextFirst =
    number === 4 ? `${year + 1}-01-01` : `${year}-${String(number * 3 + 1).padStart(2, '0')}-01`
  return {
    key: `${year}q${number}`,
    year,
    number,
    from: `${year}-${firstMonth}-01`,
    to: addDays(nextFirst, -1),
  }
}
