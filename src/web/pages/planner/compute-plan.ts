import type { Plannable } from '../../../contract/planning/planning.ts'
import { listCheaperPlans, type PlanTarget } from '../../../core/planning/cheaper-plans.ts'
import { learnFromRounds, type Lessons } from '../../../core/planning/learn-from-rounds.ts'
import { plannedLevel } from '../../../core/planning/plan-basis.ts'
import {
  plannedScopes,
  scopesBasisOf,
  type PlannedScopes,
  type ScopesBasis,
} from '../../../core/planning/planned-scopes.ts'
import type { PlannedLevel } from '../../../core/planning/planned-width.ts'
import { evaluatePlan, type PlanOutcome } from '../../../core/planning/plan.ts'
import { proposedReviews } from '../../../core/planning/proposed-reviews.ts'
import type { RoundEvidence } from '../../../core/planning/round-evidence.ts'
import { parseByLevel, parseNumber, type PlanAddress } from './plan-choices.ts'

export type PlanLevel = Plannable['levels'][number]

export interface ComputedPlan {
  /** The levels a plan is about, lowest first: the highest, the one it is drawn from, and so on down. */
  readonly chain: readonly PlanLevel[]
  readonly lessons: Lessons
  /** In the order of `chain`, levels without reviews included. */
  readonly levels: readonly PlannedLevel[]
  /** What the certainty hangs on besides them. */
  readonly basis: ScopesBasis
  /** What the last round used had, or a proposal; where sliders begin. */
  readonly start: ReadonlyMap<number, number>
  readonly population: number | null
  readonly comparisonLevel: number
  readonly keep: ReadonlyMap<number, number>
  readonly target: PlanTarget
  readonly outcome: PlanOutcome
  readonly scopes: PlannedScopes
  /** Margin of everything together at the best and the worst R² that the rounds allow; null where it is certain. */
  readonly range: readonly [number, number] | null
  /** What the newest of several rounds had by itself, where the plan goes by all of them. */
  readonly newestMargin: number | null
  /** A level with more reviews than the one it is drawn from; then nothing is promised. */
  readonly overdrawn: { readonly level: number; readonly below: number; readonly most: number } | null
}

const mostReviews = 20_000

/** Everything the page shows of a plan, by core's own rules; light enough for every move of a slider. */
export function computePlan(
  plannable: Plannable,
  evidence: readonly RoundEvidence[],
  address: PlanAddress,
): ComputedPlan {
  const chain = chainOf(plannable.levels)
  const reference = chain.at(-1)?.level ?? 0
  const lessons = learnFromRounds({ levels: chain, stages: plannable.stages, reference }, evidence)
  const start = startOf(chain, evidence)
  const chosen = { reviews: parseByLevel(address.n), minutes: parseByLevel(address.min) }
  const levels = chain.map(({ level, minutes }) =>
    plannedLevel(
      {
        level,
        reviews: Math.min(mostReviews, chosen.reviews.get(level) ?? start.get(level) ?? 0),
        minutes: Math.max(
          1,
          chosen.minutes.get(level) ?? Math.round(lessons.minutes.get(level)?.value ?? minutes),
        ),
      },
      lessons,
    ),
  )
  const population = parseNumber(address.cases, 1, 1_000_000) ?? roundedUp(lessons.population)
  const comparisonLevel = chain.find(({ comparison }) => comparison)?.level ?? reference
  const basis = scopesBasisOf(lessons, population, plannable.stages)
  const at = (end: 0 | 1) =>
    evaluatePlan(
      levels.map((one) => ({ ...one, r2: lessons.r2.get(one.level)?.interval[end] ?? one.r2 })),
      basis,
    ).margin
  const [worst, best] = [at(0), at(1)]
  const outcome = evaluatePlan(levels, basis)
  const used = levels.filter(({ reviews }) => reviews > 0)
  const above = used.find((one, place) => place > 0 && one.reviews > (used[place - 1]?.reviews ?? 0))
  const below = above === undefined ? undefined : used[used.indexOf(above) - 1]
  return {
    chain,
    lessons,
    levels,
    basis,
    start,
    population,
    comparisonLevel,
    keep: keepOf(address, levels, comparisonLevel),
    target: targetOf(address),
    outcome,
    scopes: plannedScopes(levels, comparisonLevel, basis),
    // What few cases overstate is taken out of R², not out of its limits.
    range:
      worst === null || best === null || worst - best < 1e-9
        ? null
        : [Math.min(best, outcome.margin ?? best), Math.max(worst, outcome.margin ?? worst)],
    newestMargin: newestMarginOf(plannable, chain, evidence),
    overdrawn:
      above === undefined || below === undefined
        ? null
        : { level: above.level, below: below.level, most: below.reviews },
  }
}

/** The planner returns a round's certainty where it is given that round alone, with its own reviews. */
function newestMarginOf(
  { stages }: Plannable,
  chain: readonly PlanLevel[],
  evidence: readonly RoundEvidence[],
): number | null {
  const [newest, reference] = [evidence.at(-1), chain.at(-1)?.level ?? 0]
  if (newest === undefined || evidence.length < 2 || newest.reference !== reference) return null
  const lessons = learnFromRounds({ levels: chain, stages, reference }, [newest])
  const reviews = startOf(chain, [newest])
  const levels = chain.map(({ level, minutes }) =>
    plannedLevel({ level, minutes, reviews: reviews.get(level) ?? 0 }, lessons),
  )
  return evaluatePlan(levels, scopesBasisOf(lessons, lessons.population, stages)).margin
}

/** Plans with the same certainty, or the one wished for, in fewer hours. */
export function cheaperThan(plan: ComputedPlan): readonly PlanOutcome[] {
  const { levels, basis, target, keep } = plan
  if (plan.overdrawn !== null) return []
  return listCheaperPlans(levels, basis, target, keep)
}

/** The cheapest plan where the levels to keep rule it out; undefined where they cost nothing. */
export function cheapestUnkept(plan: ComputedPlan, offered: readonly PlanOutcome[]): PlanOutcome | undefined {
  const [cheapest] = cheaperThan({ ...plan, keep: new Map() })
  const hours = offered[0]?.hours ?? Number.POSITIVE_INFINITY
  return cheapest !== undefined && cheapest.hours < hours - 1e-9 ? cheapest : undefined
}

function chainOf(levels: readonly PlanLevel[]): readonly PlanLevel[] {
  const chain: PlanLevel[] = []
  for (
    let level = levels.at(-1);
    level !== undefined && !chain.includes(level);
    level = levels.find(({ level: number }) => number === chain[0]?.from)
  )
    chain.unshift(level)
  return chain
}

/** The last round's reviews; without a round what is proposed. */
function startOf(
  chain: readonly PlanLevel[],
  evidence: readonly RoundEvidence[],
): ReadonlyMap<number, number> {
  const last = evidence.at(-1)
  if (last === undefined) return proposedReviews(chain.map(({ level }) => level))
  return new Map(
    chain.map(({ level }) => [level, last.levels.find((one) => one.level === level)?.reviews ?? 0]),
  )
}

/** Changes are printed by the comparison level, so cheaper plans keep it unless it is given up on purpose. */
function keepOf(
  { keep }: PlanAddress,
  levels: readonly PlannedLevel[],
  comparisonLevel: number,
): ReadonlyMap<number, number> {
  const chosen = parseByLevel(keep)
  return new Map(
    levels.map(({ level, reviews }) => [
      level,
      chosen.get(level) ?? (level === comparisonLevel ? reviews : 0),
    ]),
  )
}

function targetOf({ goal, points }: PlanAddress): PlanTarget {
  const wanted = parseNumber(points, 0.1, 99)
  if (wanted === undefined) return {}
  if (goal === 'margin') return { margin: wanted / 100 }
  return goal === 'change' ? { change: wanted / 100 } : {}
}

function roundedUp(population: number | null): number | null {
  return population === null ? null : Math.max(1, Math.round(population))
}
