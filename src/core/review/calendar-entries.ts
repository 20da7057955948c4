interface OnDay {
  /** ISO day in Denmark. */
  readonly day: string
}

interface DueOnDay extends OnDay {
  readonly count: number
  /** It was due before today. */
  readonly overdue: boolean
}

interface ReviewsDue extends DueOnDay {
  readonly kind: 'reviews'
  readonly minutes: number
}

interface RestorationsDue extends DueOnDay {
  readonly kind: 'restorations'
}

/** Deadlines in one's own cases. */
interface DeadlinesDue extends DueOnDay {
  readonly kind: 'deadlines'
}

/** Agreements of walk-throughs of cases. */
interface AgreementsDue extends DueOnDay {
  readonly kind: 'agreements'
}

/** A meeting of its own: when it is moved, its entry moves with it. */
interface VisitOnDay extends OnDay {
  readonly kind: 'visit'
  readonly id: string
}

export type CalendarEntry = ReviewsDue | RestorationsDue | DeadlinesDue | AgreementsDue | VisitOnDay

export interface CalendarWork {
  readonly reviews: readonly { readonly dueOn: string | null; readonly minutes: number }[]
  /** The day each restoration is due. */
  readonly restorations: readonly string[]
  /** The last day of each deadline in the person's own cases. */
  readonly deadlines: readonly string[]
  /** The day each agreement of a walk-through is due. */
  readonly agreements: readonly string[]
  readonly visits: readonly { readonly id: string; readonly day: string }[]
}

const order = [
  'reviews',
  'restorations',
  'deadlines',
  'agreements',
  'visit',
] as const satisfies readonly CalendarEntry['kind'][]

/**
 * One entry a day that reviews are due on, one that restorations are, one that deadlines of cases are, one that agreements are, and one a visit, in order; what is overdue stands on
 * today. A calendar leaves the house: the entries have numbers only.
 */
export function calendarEntries(
  { reviews, restorations, deadlines, agreements, visits }: CalendarWork,
  today: string,
): readonly CalendarEntry[] {
  const entries: readonly CalendarEntry[] = [
    ...byDay(reviews, ({ dueOn }) => dueOn, today).map(({ day, overdue, of }): ReviewsDue => ({
      kind: 'reviews',
      day,
      count: of.length,
      overdue,
      minutes: of.reduce((sum, { minutes }) => sum + minutes, 0),
    })),
    ...byDay(restorations, (day) => day, today).map(({ day, overdue, of }): RestorationsDue => ({
      kind: 'restorations',
      day,
      count: of.length,
      overdue,
    })),
    ...byDay(deadlines, (day) => day, today).map(({ day, overdue, of }): DeadlinesDue => ({
      kind: 'deadlines',
      day,
      count: of.length,
      overdue,
    })),
    ...byDay(agreements, (day) => day, today).map(({ day, overdue, of }): AgreementsDue => ({
      kind: 'agreements',
      day,
      count: of.length,
      overdue,
    })),
    ...visits.map(({ id, day }): VisitOnDay => ({ kind: 'visit', id, day })),
  ]
  return entries.toSorted(
    (a, b) =>
      (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) ||
      order.indexOf(a.kind) - order.indexOf(b.kind) ||
      Number(isOverdue(b)) - Number(isOverdue(a)),
  )
}

function isOverdue(entry: CalendarEntry): boolean {
  return entry.kind !== 'visit' && entry.overdue
}

function byDay<T>(
  things: readonly T[],
  dueOf: (thing: T) => string | null,
  today: string,
): readonly (OnDay & { readonly overdue: boolean; readonly of: readonly T[] })[] {
  const entries = new Map<string, { readonly day: string; readonly overdue: boolean; readonly of: T[] }>()
  for (const thing of things) {
    const due = dueOf(thing)
    if (due === null) continue
    const overdue = due < today
    const day = overdue ? today : due
    const entry = entries.get(`${day} ${overdue}`) ?? { day, overdue, of: [] }
    entry.of.push(thing)
    entries.set(`${day} ${overdue}`, entry)
  }
  return [...entries.values()]
}
