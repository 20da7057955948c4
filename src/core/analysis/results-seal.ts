/** How far a level of a round is. */
export interface SealedLevel {
  readonly level: number
  /** False: its cases are still to be chosen, so nobody can have submitted them. */
  readonly drawn: boolean
  readonly reviews: number
  readonly submitted: number
}

export interface SealQuestion {
  readonly roundState: 'planned' | 'open' | 'closed'
  readonly levels: readonly SealedLevel[]
}

/**
 * The levels that must be submitted before anyone may see a round's results; none: they are open.
 *
 * Results are sums of answers. Where one case stands behind a sum, or two sums differ by one submission, the sum is that
 * case's answers. Somebody who reviews nowhere can take that difference too, and pass it on to a reviewer or choose the
 * next cases by it. So no sum is given while one can still change: a round's results open to all at once, when every
 * level is drawn and submitted in full, or when the round is closed and nobody can review any more.
 */
export function listSealingLevels({ roundState, levels }: SealQuestion): readonly number[] {
  if (roundState === 'closed') return []
  return levels
    .filter(({ drawn, reviews, submitted }) => !drawn || submitted < reviews)
    .map(({ level }) => level)
}
