/** A visit as it is placed in time. Days are ISO. */
interface DatedVisit {
  readonly day: string
  readonly closedAs: 'held' | 'cancelled' | null
}

interface VisitsAround<V> {
  /** The last that was held. */
  readonly last: V | null
  /** The first planned one from today on. */
  readonly next: V | null
  /** The last planned one whose day has passed: nobody has said whether it was held. */
  readonly unnoted: V | null
}

/** A unit's visits before and after today. The latest day comes first. */
export function visitsAround<V extends DatedVisit>(visits: readonly V[], today: string): VisitsAround<V> {
  const planned = visits.filter(({ closedAs }) => closedAs === null)
  return {
    last: visits.find(({ closedAs }) => closedAs === 'held') ?? null,
    next: planned.findLast(({ day }) => day >= today) ?? null,
    unnoted: planned.find(({ day }) => day < today) ?? null,
  }
}
