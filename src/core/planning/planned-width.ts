import { qt } from '../statistics/qt.ts'

/** One level of a plan, lowest first; the last is the reference and its `r2` is 1. */
export interface PlannedLevel {
  readonly level: number
  readonly reviews: number
  readonly minutes: number
  /** Squared correlation of this level's composite with the reference level's. */
  readonly r2: number
}

/**
 * Standard error that the cascade of these levels will have, for a composite of this spread, and half the width of its
 * interval: the cascade's variance (statistics note 3) with the best lambda. `population` null: very large.
 * The factor (n4 - 1) / (n4 - 2) is the price of estimating lambda from the reference level's own cases.
 */
export function plannedWidth(
  levels: readonly PlannedLevel[],
  spread: number,
  population: number | null,
): { readonly standardError: number; readonly margin: number; readonly expertEquivalent: number } | null {
  const [lowest, reference] = [levels[0], levels.at(-1)]
  if (lowest === undefined || reference === undefined || reference.reviews < 4) return null
  const rest = population === null ? 0 : 1 / population
  let share = Math.max(0, 1 / lowest.reviews - rest)
  for (const [at, level] of levels.entries()) {
    const next = levels[at + 1]
    if (next === undefined) break
    const price = Math.min(1, ((1 - level.r2) * (reference.reviews - 1)) / (reference.reviews - 2))
    share += Math.max(0, 1 / next.reviews - 1 / level.reviews) * price
  }
  const standardError = spread * Math.sqrt(share)
  const df = reference.reviews - (levels.length > 1 ? 2 : 1)
  return { standardError, margin: qt(0.975, df) * standardError, expertEquivalent: 1 / (share + rest) }
}

export function plannedHours(levels: readonly PlannedLevel[]): number {
  return levels.reduce((sum, { reviews, minutes }) => sum + reviews * minutes, 0) / 60
}
