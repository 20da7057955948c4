import type { PlanResult } from '../analysis/inference.ts'
import type { Programme } from '../programme/programme.ts'
import type { PlannedLevel } from './planned-width.ts'

/** Spread of the composite where no round is at hand: between the 0.14 and 0.19 of the public rounds. */
const assumedSpread = 0.17
/** Squared correlations with the level above them, nearest first: the "realistic" case of the simulations. */
const assumedR2 = [0.45, 0.3, 0.15]

export interface PlanStart {
  readonly levels: readonly PlannedLevel[]
  readonly spread: number
  /** Levels whose r2 is an assumption, and whether the spread is. */
  readonly assumed: { readonly r2: readonly number[]; readonly spread: boolean }
}

export interface PlanChoices {
  readonly reviews: ReadonlyMap<number, number>
  readonly minutes: ReadonlyMap<number, number>
}

/**
 * The plan to look at: reviews and minutes as chosen, else those of the municipality's last round, else the programme's
 * minutes. Correlations from its rounds, weighted by the cases behind them; what no round tells is assumed and named.
 */
export function startPlan(
  programme: Programme,
  rounds: readonly PlanResult[],
  { reviews, minutes }: PlanChoices,
): PlanStart {
  const known = programme.levels.map(({ level, minutes: planned }) => ({
    level,
    reviews: reviews.get(level) ?? lastReviews(rounds, level),
    minutes: minutes.get(level) ?? planned,
  }))
  const used = known.filter((level) => level.reviews > 0)
  const assumed: number[] = []
  const levels = used.map((level, at) => {
    const distance = used.length - 1 - at
    if (distance === 0) return { ...level, r2: 1 }
    const r2 = estimatedR2(rounds, level.level)
    if (r2 === undefined) assumed.push(level.level)
    return { ...level, r2: r2 ?? assumedR2[distance - 1] ?? 0.1 }
  })
  const spreads = rounds.flatMap(({ spread, cases }) =>
    spread === null ? [] : [{ value: spread ** 2, weight: cases }],
  )
  const spread = spreads.length === 0 ? assumedSpread : Math.sqrt(weightedMean(spreads))
  return { levels, spread, assumed: { r2: assumed, spread: spreads.length === 0 } }
}

function lastReviews(rounds: readonly PlanResult[], level: number): number {
  return rounds.at(-1)?.levels.find((one) => one.level === level)?.reviews ?? 0
}

/** Few pairs overstate a correlation; Ezekiel's correction takes that out. Source: M. Ezekiel (1930), adjusted R². */
function estimatedR2(rounds: readonly PlanResult[], level: number): number | undefined {
  const found = rounds.flatMap(({ levels }) => {
    const one = levels.find((candidate) => candidate.level === level)
    if (one === undefined || one.r2 === null || one.pairs < 10) return []
    return [{ value: 1 - ((1 - one.r2) * (one.pairs - 1)) / (one.pairs - 2), weight: one.pairs }]
  })
  return found.length === 0 ? undefined : Math.max(0, weightedMean(found))
}

function weightedMean(values: readonly { readonly value: number; readonly weight: number }[]): number {
  const weight = values.reduce((sum, one) => sum + one.weight, 0)
  return values.reduce((sum, one) => sum + one.value * one.weight, 0) / weight
}
