import { changeBetween, evaluatePlan, type PlanOutcome } from './plan.ts'
import {
  fewestExpertReviews,
  plannedHours,
  plannedWidth,
  type PlannedLevel,
  type WidthBasis,
} from './planned-width.ts'

/** Shares of the given number of reviews that are tried at each level below the reference. */
const trials = [0, 1 / 6, 1 / 4, 1 / 3, 1 / 2, 2 / 3, 3 / 4, 1, 1.25, 1.5, 1.75, 2, 2.5, 3]
/** Reviews tried at the reference level: so many, or three times the given number. */
const mostExpertReviews = 300

export interface PlanTarget {
  readonly margin?: number
  readonly change?: number
}

/**
 * Plans that reach the target (or are as certain as the given plan, see `aimOf`) in fewer hours: for every set of levels the one with the
 * fewest hours, cheapest first. A level never reviews more than the one it is drawn from. `atLeast` by level: reviews that are
 * wanted for other reasons, such as feedback to each caseworker.
 */
export function listCheaperPlans(
  given: readonly PlannedLevel[],
  basis: WidthBasis,
  target: PlanTarget,
  atLeast: ReadonlyMap<number, number> = new Map(),
): readonly PlanOutcome[] {
  const reference = given.at(-1)
  if (reference === undefined) return []
  const today = evaluatePlan(given, basis)
  const isAimed = aimOf(today, basis, target)
  const ceiling =
    today.margin !== null && isAimed(today.levels) ? today.hours - 1e-9 : Number.POSITIVE_INFINITY
  const best = new Map<string, { readonly levels: readonly PlannedLevel[]; readonly hours: number }>()
  for (const lower of combinations(given.slice(0, -1), basis.population, atLeast)) {
    const key = lower.map(({ level }) => level).join()
    const limit = best.get(key)?.hours ?? ceiling
    const minutesLeft = (limit - plannedHours(lower)) * 60
    if (minutesLeft <= 0) continue
    const most = Math.min(
      lower.at(-1)?.reviews ?? basis.population ?? Number.POSITIVE_INFINITY,
      Math.max(mostExpertReviews, 3 * reference.reviews),
      // One fewer than would cost as much as the best plan known.
      Math.ceil(minutesLeft / reference.minutes) - 1,
    )
    const fewest = Math.max(fewestExpertReviews, atLeast.get(reference.level) ?? 0)
    const withExperts = (reviews: number) => [...lower, { ...reference, reviews }]
    const reviews = fewestThat((n) => isAimed(withExperts(n)), fewest, most)
    if (reviews === undefined) continue
    const levels = withExperts(reviews)
    best.set(key, { levels, hours: plannedHours(levels) })
  }
  return [...best.values()].map(({ levels }) => evaluatePlan(levels, basis)).sort((a, b) => a.hours - b.hours)
}

/**
 * As certain is: the interval no wider, the change found no larger, and worth as many reviews, to the whole review that is
 * printed. Worth compares variances (statistics note 3) and leaves out that a few experts' cases make t quantiles larger; by
 * width alone a plan would pass for as certain with fewer reviews than the given one is said to be worth.
 */
function aimOf(
  today: PlanOutcome,
  basis: WidthBasis,
  target: PlanTarget,
): (levels: readonly PlannedLevel[]) => boolean {
  const asCertain = target.margin === undefined && target.change === undefined
  const margin = target.margin ?? (asCertain ? (today.margin ?? 0) : 1)
  const change = asCertain ? (today.detectableChange ?? 0) : target.change
  const worth = asCertain ? Math.round(today.expertEquivalent ?? 0) : 0
  return (levels) => {
    const width = plannedWidth(levels, basis)
    if (width === null || width.margin > margin + 1e-12) return false
    if (Math.round(width.expertEquivalent) < worth) return false
    return change === undefined || changeBetween(width) <= change + 1e-12
  }
}

/** The smallest whole number from `from` to `to` that is enough, where more is never worse. */
function fewestThat(isEnough: (n: number) => boolean, from: number, to: number): number | undefined {
  if (to < from || !isEnough(to)) return undefined
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isEnough(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** The lower levels with the numbers tried, none above those of a lower level in use. */
function combinations(
  lower: readonly PlannedLevel[],
  population: number | null,
  atLeast: ReadonlyMap<number, number>,
): readonly (readonly PlannedLevel[])[] {
  return lower.reduce<readonly (readonly PlannedLevel[])[]>(
    (found, level) =>
      found.flatMap((earlier) => {
        const ceiling = earlier.at(-1)?.reviews ?? population ?? Number.POSITIVE_INFINITY
        const floor = atLeast.get(level.level) ?? 0
        return choicesFor(level, floor)
          .filter((n) => n >= floor && n <= ceiling)
          .map((reviews) => (reviews === 0 ? earlier : [...earlier, { ...level, reviews }]))
      }),
    [[]],
  )
}

function choicesFor({ reviews }: PlannedLevel, floor: number): readonly number[] {
  return [...new Set([floor, ...trials.map((share) => Math.round(share * reviews))])]
}
