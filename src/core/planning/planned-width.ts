import { limitsOfMean } from '../analysis/mean.ts'
import { qt } from '../statistics/qt.ts'
import { equalReviewsOf, type Evenness } from './equal-reviews.ts'

/** One level of a plan, lowest first; the last is the reference and its `r2` is 1. */
export interface PlannedLevel {
  readonly level: number
  readonly reviews: number
  readonly minutes: number
  /** Squared correlation of this level's composite with the reference level's. */
  readonly r2: number
  /** Absent: every case has the same chance. */
  readonly evenness?: Evenness
}

/** What the certainty of a plan hangs on besides its reviews. */
export interface WidthBasis {
  /** Standard deviation of the composite between cases on the reference level. */
  readonly spread: number
  /** Finished case stages that the plan speaks about; null: very many. */
  readonly population: number | null
  /** Groups that every level is drawn within, for instance units; 1 when it is left out. */
  readonly strata?: number
  /** What will be found, if it is known: near 0 and 1 intervals are no longer Student's. */
  readonly share?: number
}

export interface PlannedWidth {
  readonly standardError: number
  readonly df: number
  /** Half the width of the 95 % interval. */
  readonly margin: number
  readonly expertEquivalent: number
}

/** The reference level's reviews below which nothing is promised. */
export const fewestExpertReviews = 4

/**
 * Standard error that the cascade of these levels will have, and half the width of its interval: the cascade's variance
 * (statistics note 3) with the best lambda, at Kish's sizes. Residual variances cost a degree of freedom more than there are
 * strata, and estimating lambda a share 1 / (df - 1) of the residual, as in the estimate itself (`cascade-fit.ts`).
 *
 * `share`: the part of all cases that is meant, one stage among several for instance; what levels tell of each other is
 * then still learned from all cases.
 */
export function plannedWidth(
  levels: readonly PlannedLevel[],
  basis: WidthBasis,
  part = 1,
): PlannedWidth | null {
  const { spread, population, strata = 1 } = basis
  const [lowest, reference] = [levels[0], levels.at(-1)]
  if (lowest === undefined || reference === undefined || reference.reviews < fewestExpertReviews) return null
  if (reference.reviews * part < 2) return null
  const sizes = levels.map(({ reviews, evenness }) => equalReviewsOf(reviews, evenness, population))
  const share = (at: number): number => 1 / ((sizes[at] ?? 1) * part)
  const rest = population === null ? 0 : 1 / (population * part)
  const df = degreesOfFreedom(levels.length, reference.reviews, sizes.at(-1) ?? 1, strata)
  const price = 1 + 1 / Math.max(1, df - 1)
  let variance = Math.max(0, share(0) - rest)
  for (const [at, level] of levels.entries())
    if (at + 1 < levels.length) variance += Math.max(0, share(at + 1) - share(at)) * (1 - level.r2) * price
  const standardError = spread * Math.sqrt(variance)
  return {
    standardError,
    df,
    margin: marginOf(basis.share, standardError, df),
    expertEquivalent: 1 / (variance + rest),
  }
}

/** As the estimate: without strata where they would leave no degree of freedom; a level alone by its Kish size. */
function degreesOfFreedom(levels: number, reviews: number, size: number, strata: number): number {
  if (levels === 1) return Math.max(1, size - 1)
  return reviews - strata - 1 >= 1 ? reviews - strata - 1 : reviews - 2
}

/** With 0 and 1 further away than so many half-widths, `limitsOfMean` surely gives Student's interval. */
const surelyStudent = 3

/** Half the width of the interval that `analyse` will print; Student's where nothing tells the share. */
export function marginOf(share: number | undefined, standardError: number, df: number): number {
  const half = t975(df) * standardError
  if (share === undefined || half === 0 || surelyStudent * half < Math.min(share, 1 - share)) return half
  const [lower, upper] = limitsOfMean(share, standardError, df).interval
  return (upper - lower) / 2
}

/** A search meets the same degrees of freedom thousands of times; the quantile is what takes its time. */
const known = new Map<number, number>()
function t975(df: number): number {
  const found = known.get(df) ?? qt(0.975, df)
  if (known.size < 10_000) known.set(df, found)
  return found
}

export function plannedHours(levels: readonly Pick<PlannedLevel, 'reviews' | 'minutes'>[]): number {
  return levels.reduce((sum, { reviews, minutes }) => sum + reviews * minutes, 0) / 60
}
