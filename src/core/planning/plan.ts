import { qt } from '../statistics/qt.ts'
import { usualPower } from './detectable-change.ts'
import { plannedHours, plannedWidth, type PlannedLevel } from './planned-width.ts'

export interface PlanOutcome {
  /** Lowest first; levels without reviews are left out. */
  readonly levels: readonly PlannedLevel[]
  /** Half the width of the composite's interval, on the reference level's scale; null with under four reviews there. */
  readonly margin: number | null
  /** Smallest change between two such rounds that is found with 80 % chance. */
  readonly detectableChange: number | null
  readonly expertEquivalent: number | null
  readonly hours: number
}

export interface PlanBasis {
  /** Standard deviation of the composite between cases on the reference level. */
  readonly spread: number
  readonly population: number | null
}

/** What a plan costs and what it will be able to say. */
export function evaluatePlan(
  levels: readonly PlannedLevel[],
  { spread, population }: PlanBasis,
): PlanOutcome {
  const used = levels.filter(({ reviews }) => reviews > 0)
  const hours = plannedHours(used)
  const width = used.at(-1)?.level === levels.at(-1)?.level ? plannedWidth(used, spread, population) : null
  if (width === null)
    return { levels: used, margin: null, detectableChange: null, expertEquivalent: null, hours }
  const df = 2 * ((used.at(-1)?.reviews ?? 0) - 2)
  return {
    levels: used,
    margin: width.margin,
    detectableChange: (qt(0.975, df) + qt(usualPower, df)) * Math.SQRT2 * width.standardError,
    expertEquivalent: width.expertEquivalent,
    hours,
  }
}

/** Shares of the given number of reviews that are tried at each level. */
const trials = [0, 1 / 6, 1 / 4, 1 / 3, 1 / 2, 2 / 3, 3 / 4, 1, 1.25, 1.5, 1.75, 2, 2.5, 3]

export interface PlanTarget {
  readonly margin?: number
  readonly change?: number
}

/**
 * Plans that reach the target (or what the given plan reaches) in fewer hours: for every set of levels the one with the
 * fewest hours, cheapest first. A level never reviews more than the one it is drawn from. `atLeast` by level: reviews that are
 * wanted for other reasons, such as feedback to each caseworker.
 */
export function listCheaperPlans(
  given: readonly PlannedLevel[],
  basis: PlanBasis,
  target: PlanTarget,
  atLeast: ReadonlyMap<number, number> = new Map(),
): readonly PlanOutcome[] {
  const today = evaluatePlan(given, basis)
  const aim = {
    margin: target.margin ?? (target.change === undefined ? (today.margin ?? 0) : 1),
    change: target.change ?? 9,
  }
  const isAimed = ({ margin, detectableChange }: PlanOutcome): boolean =>
    margin !== null && margin <= aim.margin + 1e-12 && (detectableChange ?? 9) <= aim.change
  const ceiling = isAimed(today) ? today.hours - 1e-9 : Number.POSITIVE_INFINITY
  const best = new Map<string, PlanOutcome>()
  for (const reviews of combinations(given, basis.population, atLeast)) {
    const levels = given.flatMap((level, at) => {
      const planned = reviews[at] ?? 0
      return planned === 0 ? [] : [{ ...level, reviews: planned }]
    })
    const key = levels.map(({ level }) => level).join()
    // Hours are quickly counted, certainty is not: most plans are settled here.
    if (plannedHours(levels) >= Math.min(ceiling, best.get(key)?.hours ?? ceiling)) continue
    const outcome = evaluatePlan(levels, basis)
    if (isAimed(outcome)) best.set(key, outcome)
  }
  return [...best.values()].sort((a, b) => a.hours - b.hours)
}

/** Numbers of reviews per level, none above those of a lower level in use. */
function combinations(
  given: readonly PlannedLevel[],
  population: number | null,
  atLeast: ReadonlyMap<number, number>,
): readonly (readonly number[])[] {
  const reference = given.at(-1)
  return given.reduce<readonly (readonly number[])[]>(
    (found, level) =>
      found.flatMap((earlier) => {
        const ceiling = earlier.findLast((n) => n > 0) ?? population ?? Number.POSITIVE_INFINITY
        const floor = atLeast.get(level.level) ?? 0
        return choicesFor(level, level === reference)
          .filter((n) => n >= floor && n <= ceiling)
          .map((n) => [...earlier, n])
      }),
    [[]],
  )
}

/** The reference level is tried in steps fine enough to meet a target, the others as shares of today's number. */
function choicesFor({ reviews }: PlannedLevel, isReference: boolean): readonly number[] {
  if (isReference) return Array.from({ length: 120 }, (_, at) => (at < 80 ? at + 4 : 84 + (at - 80) * 5))
  return [...new Set(trials.map((share) => Math.round(share * reviews)))]
}
