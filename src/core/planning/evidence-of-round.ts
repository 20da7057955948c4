import type { Analysis } from '../analysis/analysis.ts'
import type { CascadeBasis, PlanResult } from '../analysis/inference.ts'
import { allAlike, fewestCases, type LevelEvidence, type RoundEvidence } from './round-evidence.ts'

/** Time that a level's submitted reviews took by their reviewers' own word. */
export interface MeasuredTime {
  readonly level: number
  readonly minutes: number
  readonly reviews: number
}

/** Reads a round's analysis for planning. What rests on too few cases is left out. */
export function evidenceOfRound(
  { plan, composites, cascade: estimates }: Analysis,
  times: readonly MeasuredTime[] = [],
): RoundEvidence {
  const reference = Math.max(...plan.levels.map(({ level }) => level))
  const cascade = cascadeOf(plan, reference)
  const estimate =
    cascade === undefined
      ? null
      : estimates.find(({ scope }) => scope.stage === null && scope.question === null)?.estimate
  const typical = plan.detectableQuestion
  const shareAt = (wanted: number) =>
    composites.find(
      ({ stage, unit, level, cases }) =>
        stage === null && unit === null && level === wanted && cases >= fewestCases,
    )?.share ?? null
  const sizeAt = (at: number): number | null =>
    plan.levels.find(({ level }) => level === at)?.population ?? null
  return {
    reference,
    // What the estimate speaks about, which a plan of the same promises for; the draw's own number where there was none.
    population: cascade?.population ?? sizeAt(cascade === undefined ? plan.level : reference),
    // The fit spends a degree of freedom on every stratum and on lambda.
    strata: cascade === undefined ? 1 : Math.max(1, cascade.experts - cascade.df - 1),
    share: estimate ?? shareAt(reference),
    comparisonShare: shareAt(plan.level),
    question:
      typical === null || plan.cases < fewestCases
        ? null
        : { perCase: Math.min(1, typical.n / plan.cases), share: typical.from },
    levels: plan.levels.map((row) => ({
      ...foretelling(row, cascade),
      ...measured(row, times),
      ...certainty(row, reference, plan, cascade),
    })),
  }
}

type Cascade = CascadeBasis & { readonly experts: number }

/** Undefined where there was no estimate, or too few cases of the highest level to learn from. */
function cascadeOf({ cascade }: PlanResult, reference: number): Cascade | undefined {
  const experts = cascade?.levels.find(({ level }) => level === reference)?.cases ?? 0
  return cascade === undefined || cascade === null || experts < fewestCases
    ? undefined
    : { ...cascade, experts }
}

function foretelling(
  { level, reviews, r2, pairs }: PlanResult['levels'][number],
  cascade: Cascade | undefined,
): Pick<LevelEvidence, 'level' | 'reviews' | 'r2' | 'pairs'> {
  const fitted = cascade?.levels.find((one) => one.level === level)
  // As the estimate itself has it: within strata, by the weight the level got there.
  if (cascade !== undefined && fitted !== undefined) {
    // Where the highest level's cases are all alike there is nothing to foretell, and agreement shows no correlation.
    if (cascade.spread < allAlike) return { level, reviews, r2: null, pairs: cascade.experts }
    const left = (fitted.left * cascade.df) / (cascade.df + 1)
    return { level, reviews, r2: Math.max(0, 1 - left), pairs: cascade.experts }
  }
  return { level, reviews, r2: pairs < fewestCases ? null : r2, pairs }
}

function measured(
  { level }: PlanResult['levels'][number],
  times: readonly MeasuredTime[],
): Pick<LevelEvidence, 'minutes' | 'timed'> {
  const time = times.find((one) => one.level === level)
  if (time === undefined || time.reviews < fewestCases) return { minutes: null, timed: 0 }
  return { minutes: time.minutes / time.reviews, timed: time.reviews }
}

function certainty(
  row: PlanResult['levels'][number],
  reference: number,
  plan: PlanResult,
  cascade: Cascade | undefined,
): Pick<LevelEvidence, 'spread' | 'equalReviews' | 'own'> {
  if (row.reviews < fewestCases)
    return { spread: null, equalReviews: null, own: { equalReviews: null, population: null, spread: null } }
  const spread = (row.level === plan.level ? plan.spread : row.spread) ?? null
  const own = { equalReviews: row.equalReviews ?? null, population: row.population ?? null, spread }
  const nested = cascade?.levels.find(({ level }) => level === row.level)
  return {
    spread: row.level === reference ? (cascade?.spread ?? spread) : spread,
    equalReviews: nested?.equalReviews ?? own.equalReviews,
    own,
  }
}
