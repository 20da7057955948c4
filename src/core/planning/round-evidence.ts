/** Figures of fewer cases are neither used nor shown: they say little, and might be a single case's. */
export const fewestCases = 10

/** A spread below this is a computer's zero: all cases have the same share. */
export const allAlike = 1e-9

export interface LevelEvidence {
  readonly level: number
  readonly reviews: number
  /** Squared correlation of this level's composite with the round's highest level's, over `pairs` common cases. */
  readonly r2: number | null
  readonly pairs: number
  /** Standard deviation of the level's composite between cases; the highest level's within the strata of the draws. */
  readonly spread: number | null
  /** So many reviews of equal chance were as certain, for what the highest level would have found. */
  readonly equalReviews: number | null
  /** The same for the level's own result, and the cases that it speaks about. */
  readonly own: {
    readonly equalReviews: number | null
    readonly population: number | null
    readonly spread: number | null
  }
  /** Mean of the minutes that reviewers stated, over `timed` reviews. */
  readonly minutes: number | null
  readonly timed: number
}

/** What one of the municipality's own rounds tells about the next: sums over all units, never a case. */
export interface RoundEvidence {
  /** The highest level that reviewed. */
  readonly reference: number
  /** Finished case stages that the round spoke about; null where its draws are not known. */
  readonly population: number | null
  /** Groups within which every level was drawn. */
  readonly strata: number
  /** What the highest level would have found, and what the comparison level found; null with too few cases. */
  readonly share: number | null
  readonly comparisonShare: number | null
  /** A question of the baseline set in the middle: on how many of the cases it applied, and its share. */
  readonly question: { readonly perCase: number; readonly share: number } | null
  readonly levels: readonly LevelEvidence[]
}
