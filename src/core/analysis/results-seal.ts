import type { RoleGrant } from '../access/role.ts'

/** How far a level of a round is, and who may review there. */
export interface SealedLevel {
  readonly level: number
  /** Roles that review at this level, from the programme. */
  readonly reviewers: readonly string[]
  /** False: its cases are still to be chosen, so nobody can have submitted them. */
  readonly drawn: boolean
  readonly reviews: number
  readonly submitted: number
}

export interface SealQuestion {
  readonly roundState: 'planned' | 'open' | 'closed'
  readonly levels: readonly SealedLevel[]
  /** The person's grants. One that begins later counts, one that has ended does not. */
  readonly roles: readonly RoleGrant[]
  /** Levels at which a review of the round is in the person's hands and not submitted, whatever their roles say now. */
  readonly ownOpenLevels: readonly number[]
  /** ISO day. */
  readonly today: string
}

/**
 * The levels that must be submitted before this person may see a round's results; none: they may see them now.
 *
 * Results are sums of answers. Where one case stands behind a sum, or two sums differ by one case, the sum is that case's
 * answers, so a reviewer who has yet to review a case must see no sum it can be part of. Which cases will come to their
 * level is known only when the level is drawn, and a replacement may bring one more until all are submitted. Hence:
 * while a round is open, a person sees results when every level that any of their roles reviews at is drawn and
 * submitted in full, and no review of the round is in their own hands. Who reviews nowhere (director, administrator)
 * has nothing to be sealed from. After closing nobody can review any more, and the seal is gone.
 */
export function listSealingLevels(question: SealQuestion): readonly number[] {
  if (question.roundState === 'closed') return []
  const roles = new Set<string>(
    question.roles.filter(({ until }) => until === null || question.today <= until).map(({ role }) => role),
  )
  return question.levels
    .filter(
      ({ level, reviewers, drawn, reviews, submitted }) =>
        question.ownOpenLevels.includes(level) ||
        (reviewers.some((role) => roles.has(role)) && (!drawn || submitted < reviews)),
    )
    .map(({ level }) => level)
}
