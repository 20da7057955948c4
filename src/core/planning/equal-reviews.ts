/**
 * How unequally a level's cases are drawn: each review counts as `part` of one drawn by simple lot. Learned from rounds with
 * `reviews` reviews.
 */
export interface Evenness {
  readonly part: number
  readonly reviews: number
}

/**
 * Reviews of equal chance that are as certain as so many of this level (Kish's size). The design effect stays what it was,
 * and shrinks towards 1 as all cases of the population come to be reviewed, where none can weigh more than another.
 */
export function equalReviewsOf(
  reviews: number,
  evenness: Evenness | undefined,
  population: number | null,
): number {
  if (evenness === undefined || evenness.part <= 0) return reviews
  const { part, reviews: learned } = evenness
  if (population === null || reviews <= learned || learned >= population) return reviews * part
  const unseen = Math.max(0, population - reviews) / (population - learned)
  return reviews / (1 + (1 / part - 1) * unseen)
}
