import { addDays } from '../calendar/days.ts'
import { initiativeState, type InitiativeAct } from '../learning/initiative-state.ts'

/** So many days before its day an owner is reminded. */
const notice = 14
/** A running initiative is told of once a quarter at least: a progress report goes out twice a year. */
const quiet = 91

interface Dated {
  readonly startsOn: string
  readonly endsOn: string | null
  /** The first first, each with the ISO day on which it was written. */
  readonly acts: readonly (InitiativeAct & { readonly writtenOn: string })[]
}

/** What an owner has to do about an initiative; null: nothing now. */
export type InitiativeTask =
  /** It is to begin or to end, and the day is near or has passed. */
  | { readonly kind: 'initiative'; readonly due: string; readonly overdue: boolean }
  /** Nothing was told of it for a quarter; nothing is late. */
  | { readonly kind: 'initiative-news'; readonly since: string }

export function initiativeTask({ startsOn, endsOn, acts }: Dated, today: string): InitiativeTask | null {
  const state = initiativeState(acts)
  if (state === 'done' || state === 'stopped') return null
  const due = state === 'planned' ? startsOn : endsOn
  if (due !== null && due <= addDays(today, notice)) return { kind: 'initiative', due, overdue: due < today }
  // An account given today of something that lies long back is news today.
  const since = acts.reduce((latest, { writtenOn }) => (writtenOn > latest ? writtenOn : latest), '')
  return state === 'running' && addDays(since, quiet) <= today ? { kind: 'initiative-news', since } : null
}
