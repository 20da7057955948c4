import { detectableChange, type Known } from './detectable-change.ts'
import { plannedHours, plannedWidth, type PlannedLevel, type WidthBasis } from './planned-width.ts'

export interface PlanOutcome {
  /** Lowest first; levels without reviews are left out. */
  readonly levels: readonly PlannedLevel[]
  /** Half the width of the composite's interval, on the reference level's scale; null with under four reviews there. */
  readonly margin: number | null
  /** Smallest change between two such rounds that is found with 80 % chance; above 1 none is large enough, see `foundChange`. */
  readonly detectableChange: number | null
  readonly expertEquivalent: number | null
  readonly hours: number
}

/** What a plan costs and what it will be able to say. The last level is the reference, whether it has reviews or not. */
export function evaluatePlan(levels: readonly PlannedLevel[], basis: WidthBasis): PlanOutcome {
  const used = levels.filter(({ reviews }) => reviews > 0)
  const hours = plannedHours(used)
  const width = used.at(-1)?.level === levels.at(-1)?.level ? plannedWidth(used, basis) : null
  if (width === null)
    return { levels: used, margin: null, detectableChange: null, expertEquivalent: null, hours }
  return {
    levels: used,
    margin: width.margin,
    detectableChange: changeBetween(width),
    expertEquivalent: width.expertEquivalent,
    hours,
  }
}

/** Smallest change that two rounds so surely known find with 80 % chance: any at all where everything was reviewed. */
export function changeBetween(width: Known): number {
  return detectableChange(width, width) ?? 0
}

/** The change as it can be told: null where there is none so large. */
export function foundChange({
  detectableChange: change,
}: Pick<PlanOutcome, 'detectableChange'>): number | null {
  return change === null || change >= 1 ? null : change
}
