export interface CalendarEntry {
  /** ISO day in Denmark. */
  readonly day: string
  readonly reviews: number
  readonly minutes: number
  /** It was due before today. */
  readonly overdue: boolean
}

/**
 * One entry a day that something is due on, in order; what is overdue stands on today. A calendar leaves the house: the
 * entries have numbers only.
 */
export function calendarEntries(
  reviews: readonly { readonly dueOn: string | null; readonly minutes: number }[],
  today: string,
): readonly CalendarEntry[] {
  const entries = new Map<string, CalendarEntry>()
  for (const { dueOn, minutes } of reviews) {
    if (dueOn === null) continue
    const overdue = dueOn < today
    const day = overdue ? today : dueOn
    const key = `${day} ${overdue}`
    const known = entries.get(key) ?? { day, reviews: 0, minutes: 0, overdue }
    entries.set(key, { ...known, reviews: known.reviews + 1, minutes: known.minutes + minutes })
  }
  return [...entries.values()].toSorted((a, b) =>
    a.day === b.day ? Number(b.overdue) - Number(a.overdue) : a.day < b.day ? -1 : 1,
  )
}
