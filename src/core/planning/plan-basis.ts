import type { Analysis } from '../analysis/analysis.ts'
import type { Programme } from '../programme/programme.ts'
import { evidenceOfRound } from './evidence-of-round.ts'
import { learnFromRounds, type Lessons } from './learn-from-rounds.ts'
import type { PlannedLevel } from './planned-width.ts'
import { proposedReviews, type ProposalLimits } from './proposed-reviews.ts'

export interface PlanStart {
  readonly levels: readonly PlannedLevel[]
  readonly lessons: Lessons
  /** Neither a round nor the user says how many reviews: they are a proposal. */
  readonly proposed: boolean
}

export interface PlanChoices extends ProposalLimits {
  readonly reviews: ReadonlyMap<number, number>
  readonly minutes: ReadonlyMap<number, number>
}

/**
 * The plan to look at: reviews and minutes as chosen, else those of the municipality's last round, else a proposal and the
 * programme's minutes. All else from its rounds, weighted by the cases behind them; what no round tells is assumed.
 */
export function startPlan(
  programme: Programme,
  rounds: readonly Analysis[],
  { reviews, minutes, ...limits }: PlanChoices,
): PlanStart {
  const last = rounds.at(-1)?.plan.levels
  const proposed = last === undefined && reviews.size === 0
  const chosen = proposed
    ? proposedReviews(
        programme.levels.map(({ level }) => level),
        limits,
      )
    : reviews
  const used = programme.levels
    .map(({ level, minutes: planned }) => ({
      level,
      reviews: chosen.get(level) ?? last?.find((one) => one.level === level)?.reviews ?? 0,
      minutes: minutes.get(level) ?? planned,
    }))
    .filter((level) => level.reviews > 0)
  const reference = used.at(-1)?.level ?? 0
  const lessons = learnFromRounds(
    { levels: programme.levels, stages: programme.stages.length, reference },
    rounds.map((round) => evidenceOfRound(round)),
  )
  return { levels: used.map((level) => plannedLevel(level, lessons)), lessons, proposed }
}

/** A level with what the rounds tell of it. */
export function plannedLevel(
  level: Pick<PlannedLevel, 'level' | 'reviews' | 'minutes'>,
  { r2, evenness }: Lessons,
): PlannedLevel {
  const even = evenness.get(level.level)?.evenness
  return {
    ...level,
    r2: r2.get(level.level)?.value ?? 1,
    ...(even === undefined ? {} : { evenness: even }),
  }
}
