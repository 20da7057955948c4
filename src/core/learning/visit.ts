import { addDays } from '../calendar/days.ts'

/** Who takes part in a visit. Without a person: somebody from outside the house, or a whole team. */
export interface Participant {
  readonly person: string | null
  readonly name: string
}

export const visitStates = ['planned', 'held', 'cancelled'] as const
export type VisitState = (typeof visitStates)[number]

export function visitState({ closedAs }: { readonly closedAs: 'held' | 'cancelled' | null }): VisitState {
  return closedAs ?? 'planned'
}

export const visitActs = ['plan', 'agenda', 'minutes', 'point', 'hold', 'cancel', 'follow-up'] as const
export type VisitAct = (typeof visitActs)[number]

/**
 * Why an act cannot be done to a visit now; null: it can. Once it was held, its day, agenda and participants stand as they
 * were; minutes and attention points are finished afterwards.
 */
export function refusalOfVisitAct(
  act: VisitAct,
  { state, day, today }: { readonly state: VisitState; readonly day: string; readonly today: string },
): 'visit-cancelled' | 'visit-held' | 'visit-not-yet' | null {
  if (state === 'cancelled') return 'visit-cancelled'
  switch (act) {
    case 'plan':
    case 'agenda':
    case 'cancel':
      return state === 'held' ? 'visit-held' : null
    case 'hold':
      if (state === 'held') return 'visit-held'
      return day > today ? 'visit-not-yet' : null
    case 'minutes':
    case 'point':
    case 'follow-up':
      return null
  }
  return act satisfies never
}

/** A visit that was held is written down within so many days. */
const daysBack = 60

/** The first day that a visit can be planned on, or written down as one that has been. */
export function earliestVisitDay(today: string): string {
  return addDays(today, -daysBack)
}

/** What became of an attention point: it was done, or the unit decided to leave it. */
export const pointOutcomes = ['done', 'dropped'] as const
export type PointOutcome = (typeof pointOutcomes)[number]
