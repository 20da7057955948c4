import { detectableBy, detectableShareChange, usualPower } from '../planning/detectable-change.ts'
import type { Programme } from '../programme/programme.ts'
import type { Analysis, CompositeResult, QuestionResult } from './analysis.ts'
import type { CascadeEstimateOf } from './cascade/cascade-row.ts'
import { meanOfLevel, type KnownDraws } from './composites.ts'
import { effectiveSize } from './coverage.ts'
import type { CascadeBasis, PlanResult } from './inference.ts'
import { correlationWith, unweightedSpread } from './level-correlation.ts'
import type { CaseAtLevels } from './levels.ts'
import { varianceOfDifference, type Mean } from './mean.ts'
import type { QuestionIndex } from './question-index.ts'
import { isInSummary } from './questions.ts'
import type { ReviewedCase } from './reviewed-case.ts'
import { scopeKey, type ScopeTallies } from './tallies.ts'

interface PlanInput {
  readonly programme: Programme
  readonly index: QuestionIndex
  readonly comparisonLevel: number
  readonly levels: Analysis['levels']
  readonly reviews: Rounds<readonly ReviewedCase[]>
  readonly known: KnownDraws
  /** Cases that a level's draw speaks about; null where it is not known. */
  readonly sizeOf: (level: number) => number | null
  readonly tallies: Rounds<ReadonlyMap<string, ScopeTallies>>
  readonly cases: readonly CaseAtLevels[]
  readonly composites: readonly CompositeResult[]
  readonly questions: readonly QuestionResult[]
  /** All stages together. */
  readonly cascade: CascadeEstimateOf | undefined
  readonly summary: Analysis['summary']
}

interface Rounds<T> {
  readonly now: T
  /** Null when the round is compared with none. */
  readonly baseline: T | null
}

/** What this round and its baseline can see, and what the next can be planned by. */
export function planOf(input: PlanInput): PlanResult {
  const { comparisonLevel: level, composites, reviews, index, known } = input
  const overall = composites.find((row) => row.stage === null && row.unit === null && row.level === level)
  const now = meanOfLevel(reviews.now, level, index, known.now(level))
  const before =
    reviews.baseline === null ? undefined : meanOfLevel(reviews.baseline, level, index, known.baseline(level))
  return {
    level,
    cases: now?.cases ?? 0,
    baselineCases: overall?.baseline?.cases ?? null,
    spread: spreadOf(now) ?? unweightedSpread(reviews.now, level, index),
    margin:
      overall === undefined || overall.interval === null
        ? null
        : (overall.interval[1] - overall.interval[0]) / 2,
    power: usualPower,
    detectableChange: now === undefined ? null : possibleChange(now, before ?? now),
    detectableQuestion: typicalQuestion(input),
    tested: input.summary.tested,
    expectedFalseSignals: input.summary.expectedFalseSignals,
    levels: input.levels.map(({ level: number, reviews: count }) => {
      const mean = meanOfLevel(reviews.now, number, index, known.now(number))
      const population = known.now(number) ? input.sizeOf(number) : null
      return {
        level: number,
        reviews: count,
        minutes: input.programme.levels.find((one) => one.level === number)?.minutes ?? 0,
        ...correlationWith(input.cases, [number, input.levels.at(-1)?.level ?? number], index),
        spread: spreadOf(mean) ?? unweightedSpread(reviews.now, number, index),
        population,
        equalReviews: mean === undefined ? null : equalReviews(mean, population),
      }
    }),
    cascade: cascadeBasis(input.cascade),
  }
}

/** Standard deviation behind a standard error; nothing where all was reviewed, or no two cases are there to differ. */
function spreadOf(mean: Mean | undefined): number | null {
  return mean === undefined || mean.cases < 2 || !Number.isFinite(mean.effectiveSize)
    ? null
    : mean.standardError * Math.sqrt(mean.effectiveSize)
}

/** Null also where it takes more than there is room for: no share of now lies further from others than from 0 or 1. */
function possibleChange(now: Mean, before: Mean): number | null {
  const found = varianceOfDifference(now, before)
  if (found === null || found.variance < 1e-24) return null
  const change = detectableBy(found)
  return change > Math.max(now.mean, 1 - now.mean) ? null : change
}

/** The n for which 1/n - 1/population is one over the effective size: so many cases by simple lot are as certain. */
function equalReviews({ effectiveSize: size }: Mean, population: number | null): number {
  return 1 / (1 / size + (population === null ? 0 : 1 / population))
}

function cascadeBasis(overall: CascadeEstimateOf | undefined): CascadeBasis | null {
  if (overall?.basis === undefined || overall.result.estimate === null) return null
  const { fit, sizes } = overall.basis
  const { result } = overall
  // The fit's residual is the variance left with the price of lambda on it, see `fitCascade`.
  const price = 1 + 1 / Math.max(1, fit.df - 1)
  return {
    spread: Math.sqrt(fit.variance),
    df: fit.df,
    population: result.population,
    levels: result.levels.map(({ level, cases }, at) => {
      const residual = fit.residual[at]
      return {
        level,
        cases,
        equalReviews: sizes[at] ?? cases,
        left: residual === undefined ? 0 : fit.variance === 0 ? 1 : residual / price / fit.variance,
      }
    }),
  }
}

function typicalQuestion({
  questions,
  comparisonLevel,
  tallies,
}: PlanInput): PlanResult['detectableQuestion'] {
  const rows = questions.filter(
    (row) => row.inBaselineSet && row.level === comparisonLevel && row.unit === null && row.share !== null,
  )
  if (rows.length === 0) return null
  const compared = rows.filter((row) => isInSummary(row, comparisonLevel))
  const n = median(rows.map((row) => row.denominator))
  const size = median(rows.map((row) => worthOf(row, row.denominator, tallies.now)))
  const before = compared.map(({ baseline }) => baseline?.denominator ?? n)
  const sizesBefore = compared.map((row) => worthOf(row, row.baseline?.denominator ?? n, tallies.baseline))
  const baselineN = before.length === 0 ? n : median(before)
  const baselineSize = sizesBefore.length === 0 ? size : median(sizesBefore)
  const from = median(rows.map((row) => row.share ?? 0))
  const change = detectableShareChange(from, size, baselineSize)
  return change === null ? null : { n, baselineN, size, baselineSize, from, change }
}

/**
 * Answers of equal weight that a question's answers are worth. Never more than there are: the test counts answers and does
 * not know that part of the population was reviewed.
 */
function worthOf(
  { level, stage, question }: QuestionResult,
  answers: number,
  tallies: ReadonlyMap<string, ScopeTallies> | null,
): number {
  const scope = tallies?.get(scopeKey(level, null))
  const [tally, coverage] = [scope?.questions.get(question), scope?.coverage.get(stage)]
  if (tally === undefined || coverage === undefined || tally.weight === 0) return answers
  return Math.min(answers, effectiveSize(tally.weight, tally.squaredWeight, coverage))
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
}
