import { addDays, mondayOf } from '../calendar/days.ts'
import { lastWorkingDay } from './working-days.ts'

export interface DuePlan {
  /** Calendar days after the draw by which everything is to be submitted. */
  readonly days: number
  /** Every reviewer gets the same number a week; otherwise all are due on the last day. */
  readonly spread: boolean
}

/** Four even weeks, until those who lead the audit choose otherwise. */
export const usualDuePlan: DuePlan = { days: 28, spread: true }

/** Nobody is asked to finish sooner than so many days from now. */
const leastNotice = 4

/**
 * The days that a level's reviews can be due on, in order and never none: the last working day of each week from
 * `today` until the plan's last day. Reviews that come when the plan is over get a week.
 */
export function listDueDays(drawnOn: string, { days, spread }: DuePlan, today: string): readonly string[] {
  const earliest = addDays(today, leastNotice)
  const planned = addDays(drawnOn, days)
  const last = lastWorkingDay(planned)
  if (last < earliest) return [today < planned ? planned : lastDayOfWeekFrom(earliest)]
  if (!spread) return [last]
  const found = new Set<string>()
  for (let monday = mondayOf(earliest); monday <= last; monday = addDays(monday, 7)) {
    const friday = lastWorkingDay(addDays(monday, 4))
    const day = friday > last ? last : friday
    // In a week of holidays only the last working day lies in the week before.
    if (day >= earliest) found.add(day)
  }
  found.add(last)
  // The last day rarely is a Friday; a week of one or two days is no week of its own.
  const sorted = [...found].toSorted()
  const before = sorted.at(-2)
  return before !== undefined && last < addDays(before, 4) ? [...sorted.slice(0, -2), last] : sorted
}

function lastDayOfWeekFrom(day: string): string {
  const friday = lastWorkingDay(addDays(mondayOf(day), 4))
  return friday >= day ? friday : addDays(day, 3)
}

export interface ReviewToPlan {
  readonly id: string
  /** The reviewers; none: it waits for somebody. */
  readonly people: readonly string[]
  /** Null: to be planned. */
  readonly dueOn: string | null
}

/**
 * Spreads reviews over the days so that everybody has as nearly as possible the same number on each, with those that
 * are planned already. Nothing is due on a day that its reviewer is away, while there is another.
 */
export function planDueDates(
  reviews: readonly ReviewToPlan[],
  days: readonly string[],
  isAway: (person: string, day: string) => boolean,
): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  const keyOf = (person: string, day: string) => `${day} ${person}`
  const count = (people: readonly string[], day: string) => {
    for (const person of people) counts.set(keyOf(person, day), (counts.get(keyOf(person, day)) ?? 0) + 1)
  }
  const everyone = (people: readonly string[]) => (people.length === 0 ? ['nobody'] : people)
  for (const { people, dueOn } of reviews) if (dueOn !== null) count(everyone(people), dueOn)
  const planned = new Map<string, string>()
  for (const { id, people, dueOn } of reviews) {
    if (dueOn !== null) continue
    const present = days.filter((day) => !people.some((person) => isAway(person, day)))
    let best: { readonly day: string; readonly load: number } | undefined
    for (const day of present.length === 0 ? days : present) {
      const load = everyone(people).reduce((sum, person) => sum + (counts.get(keyOf(person, day)) ?? 0), 0)
      if (best === undefined || load < best.load) best = { day, load }
    }
    if (best === undefined) throw new Error('there is no day to be due on')
    count(everyone(people), best.day)
    planned.set(id, best.day)
  }
  return planned
}
