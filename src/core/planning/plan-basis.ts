import type { Analysis } from '../analysis/analysis.ts'
import type { Programme } from '../programme/programme.ts'
import { evidenceOfRound } from './evidence-of-round.ts'
import { learnFromRounds } from './learn-from-rounds.ts'
import type { PlannedLevel } from './planned-width.ts'

export interface PlanStart {
  readonly levels: readonly PlannedLevel[]
  readonly spread: number
  readonly strata: number
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
  rounds: readonly Analysis[],
  { reviews, minutes }: PlanChoices,
): PlanStart {
  const last = rounds.at(-1)?.plan.levels
  const used = programme.levels
    .map(({ level, minutes: planned }) => ({
      level,
      reviews: reviews.get(level) ?? last?.find((one) => one.level === level)?.reviews ?? 0,
      minutes: minutes.get(level) ?? planned,
    }))
    .filter((level) => level.reviews > 0)
  const reference = used.at(-1)?.level ?? 0
  const lessons = learnFromRounds(
    { levels: programme.levels, stages: programme.stages.length, reference },
    rounds.map((round) => evidenceOfRound(programme, round)),
  )
  const levels = used.map((level) => ({ ...level, r2: lessons.r2.get(level.level)?.value ?? 1 }))
  return {
    levels,
    spread: lessons.spread.value,
    strata: lessons.strata,
    assumed: {
      r2: levels.filter(({ level }) => lessons.r2.get(level)?.cases === 0).map(({ level }) => level),
      spread: lessons.spread.cases === 0,
    },
  }
}
