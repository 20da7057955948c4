import type { Reviewer } from './assign-reviewers.ts'

/**
 * Why somebody cannot take a place in a review. `barred`: they took part, led somebody who did, declared it, or have
 * reviewed the case before; which of these nobody is told.
 */
export const obstacles = ['already-reviewer', 'barred', 'away', 'same-role', 'other-unit'] as const
export type Obstacle = (typeof obstacles)[number]

export interface Place {
  readonly unit: string
  readonly barred: ReadonlySet<string>
  /** Who is away on the day it is due. */
  readonly away: ReadonlySet<string>
  /** Who holds the place now; null: nobody. */
  readonly holder: string | null
  /** Who fills the form in together with them; null: nobody. */
  readonly beside: string | null
}

/** Why a person cannot take the place, or null when they can. `reviewers`: all who review at the level, with their roles. */
export function obstacleOf(person: string, reviewers: readonly Reviewer[], place: Place): Obstacle | null {
  if (person === place.holder || person === place.beside) return 'already-reviewer'
  if (place.barred.has(person)) return 'barred'
  if (place.away.has(person)) return 'away'
  const rolesHere = (who: string | null) =>
    reviewers
      .filter((each) => each.person === who && (each.unit === null || each.unit === place.unit))
      .map(({ role }) => role)
  const own = rolesHere(person)
  if (own.length === 0) return 'other-unit'
  const besideRoles = new Set(rolesHere(place.beside))
  return own.every((role) => besideRoles.has(role)) ? 'same-role' : null
}

/** Why a move that was asked for was not made. */
export const stayReasons = [...obstacles, 'submitted', 'changed', 'not-reviewer'] as const
export type StayReason = (typeof stayReasons)[number]

/** A colleague is chosen for so many reviews at a time: a web address has room for no more. */
export const mostChosen = 100
