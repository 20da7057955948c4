/** Reviews of the highest level that a plan begins with where nothing tells of any. */
const expertReviews = 60

export interface ProposalLimits {
  /** By level: reviews that are to be kept. */
  readonly atLeast?: ReadonlyMap<number, number>
  /** Finished case stages; null: not known. */
  readonly population?: number | null
}

/**
 * A plan to begin with where neither a round nor the user says one: 60 reviews at the highest level and twice as many for
 * each level below, as far as there are cases. Lowest level first.
 */
export function proposedReviews(
  levels: readonly number[],
  { atLeast = new Map(), population = null }: ProposalLimits = {},
): ReadonlyMap<number, number> {
  const proposed = new Map<number, number>()
  let above = 0
  for (const [distance, level] of levels.toReversed().entries()) {
    // No level reviews more than the one it is drawn from.
    const wanted = Math.max(above, expertReviews * 2 ** distance, atLeast.get(level) ?? 0)
    above = Math.min(wanted, population ?? wanted)
    proposed.set(level, above)
  }
  return new Map([...proposed].toReversed())
}
