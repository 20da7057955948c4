import { detectableChange, detectableShareChange, usualPower } from '../planning/detectable-change.ts'
import type { Programme } from '../programme/programme.ts'
import type { Analysis, CompositeResult, QuestionResult } from './analysis.ts'
import { compositeOf } from './composites.ts'
import type { PlanResult } from './inference.ts'
import type { CaseAtLevels } from './levels.ts'
import type { QuestionIndex } from './question-index.ts'
import { isInSummary } from './questions.ts'
import type { ReviewedCase } from './reviewed-case.ts'

interface PlanInput {
  readonly programme: Programme
  readonly index: QuestionIndex
  readonly comparisonLevel: number
  readonly levels: Analysis['levels']
  readonly reviews: readonly ReviewedCase[]
  readonly cases: readonly CaseAtLevels[]
  readonly composites: readonly CompositeResult[]
  readonly questions: readonly QuestionResult[]
  readonly summary: Analysis['summary']
}

/** What a round of this size can see, and how well each level foretells the highest. */
export function planOf(input: PlanInput): PlanResult {
  const { comparisonLevel: level, composites } = input
  const overall = composites.find((row) => row.stage === null && row.unit === null && row.level === level)
  const values = compositesAt(input, level)
  const spread = spreadOf(values)
  const [cases, baselineCases] = [values.length, overall?.baseline?.cases ?? null]
  return {
    level,
    cases,
    baselineCases,
    spread,
    margin:
      overall === undefined || overall.interval === null
        ? null
        : (overall.interval[1] - overall.interval[0]) / 2,
    power: usualPower,
    detectableChange: spread === null ? null : detectableChange(spread, cases, baselineCases ?? cases),
    detectableQuestion: typicalQuestion(input),
    tested: input.summary.tested,
    expectedFalseSignals: input.summary.expectedFalseSignals,
    levels: input.levels.map(({ level: number, reviews }) => ({
      level: number,
      reviews,
      minutes: input.programme.levels.find((one) => one.level === number)?.minutes ?? 0,
      ...correlation(input, number),
      spread: spreadOf(compositesAt(input, number)),
    })),
  }
}

function compositesAt({ reviews, index }: PlanInput, level: number): readonly number[] {
  return reviews.flatMap((review) => {
    if (review.level !== level) return []
    const { compliant, applicable } = compositeOf(review, index)
    return applicable === 0 ? [] : [compliant / applicable]
  })
}

function spreadOf(values: readonly number[]): number | null {
  return values.length < 2 ? null : Math.sqrt(covariance(values, values))
}

function typicalQuestion({ questions, comparisonLevel }: PlanInput): PlanResult['detectableQuestion'] {
  const rows = questions.filter(
    (row) => row.inBaselineSet && row.level === comparisonLevel && row.unit === null && row.share !== null,
  )
  if (rows.length === 0) return null
  const n = median(rows.map((row) => row.denominator))
  const compared = rows.filter((row) => isInSummary(row, comparisonLevel))
  const baselineN = compared.length === 0 ? n : median(compared.map((row) => row.baseline?.denominator ?? n))
  const from = median(rows.map((row) => row.share ?? 0))
  const change = detectableShareChange(from, n, baselineN)
  return change === null ? null : { n, baselineN, from, change }
}

function correlation(
  { cases, levels, index }: PlanInput,
  level: number,
): { readonly r2: number | null; readonly pairs: number } {
  const reference = levels.at(-1)?.level
  const pairs = cases.flatMap(({ reviews }) => {
    const [own, upper] = [level, reference].map((number) => {
      const review = reviews.find((one) => one.level === number)
      if (review === undefined) return undefined
      const { compliant, applicable } = compositeOf(review, index)
      return applicable === 0 ? undefined : compliant / applicable
    })
    return own === undefined || upper === undefined ? [] : [[own, upper] as const]
  })
  if (pairs.length < 3) return { r2: null, pairs: pairs.length }
  const [own, upper] = [pairs.map(([value]) => value), pairs.map(([, value]) => value)]
  const [a, b] = [covariance(own, own), covariance(upper, upper)]
  if (a < 1e-12 || b < 1e-12) return { r2: null, pairs: pairs.length }
  return { r2: Math.min(1, covariance(own, upper) ** 2 / (a * b)), pairs: pairs.length }
}

function covariance(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)]
  return a.reduce((sum, value, at) => sum + (value - meanA) * ((b[at] ?? 0) - meanB), 0) / (a.length - 1)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
}
