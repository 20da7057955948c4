import { isCompliant } from '../programme/compliant.ts'
import type { Question } from '../programme/programme.ts'
import type { QuestionIndex } from './question-index.ts'
import type { ReviewedCase } from './reviewed-case.ts'
import { cover, lacking, newCoverage, type Coverage } from './coverage.ts'
import { newTally, type Tally } from './tally.ts'

/** One level's counts in one unit or, with unit null, in all. */
export interface ScopeTallies {
  readonly level: number
  readonly unit: string | null
  readonly questions: ReadonlyMap<string, Tally>
  /** By stage. */
  readonly coverage: ReadonlyMap<string, Coverage>
}

/** How much of its population one question's answers cover: a review that left it out has not seen it. */
export function coverageOf({ questions, coverage }: ScopeTallies, stage: string, question: string): Coverage {
  const ofStage = coverage.get(stage)
  return ofStage === undefined ? newCoverage(false) : lacking(ofStage, questions.get(question)?.missing ?? 0)
}

interface OpenTallies extends ScopeTallies {
  readonly questions: Map<string, Tally>
  readonly coverage: Map<string, Coverage>
}

/** Counts every answer once for its unit and once for the whole, in a single pass. Keys are `scopeKey`'s. */
export function tallyReviews(
  reviews: readonly ReviewedCase[],
  index: QuestionIndex,
  isKnown: (level: number) => boolean,
): ReadonlyMap<string, ScopeTallies> {
  const scopes = new Map<string, OpenTallies>()
  const byStage = Map.groupBy(index.values(), ({ stage }) => stage)
  for (const review of reviews) {
    for (const unit of [null, review.unit]) {
      const scope = openScope(scopes, review.level, unit)
      countCase(scope, review, isKnown(review.level), scopes.get(scopeKey(review.level, null)))
      for (const [key, answer] of review.answers) {
        const indexed = index.get(key)
        if (indexed === undefined) throw new Error(`answer to a question that the programme lacks: ${key}`)
        const tally = openTally(scope, key)
        if (answer === 'na') tally.notApplicable += 1
        else tally[answer] += 1
        const compliant = isCompliant(indexed.question, answer)
        if (compliant !== null) count(tally, compliant, review.weight)
      }
      for (const key of listMissing(review, byStage.get(review.stage) ?? []))
        openTally(scope, key).missing += 1
    }
  }
  return scopes
}

export function scopeKey(level: number, unit: string | null): string {
  return unit === null ? `${level}` : `${level}\t${unit}`
}

function openScope(scopes: Map<string, OpenTallies>, level: number, unit: string | null): OpenTallies {
  const key = scopeKey(level, unit)
  let scope = scopes.get(key)
  if (scope === undefined) {
    scope = { level, unit, questions: new Map(), coverage: new Map() }
    scopes.set(key, scope)
  }
  return scope
}

function countCase(
  scope: OpenTallies,
  review: ReviewedCase,
  known: boolean,
  municipality: OpenTallies | undefined,
): void {
  let coverage = scope.coverage.get(review.stage)
  if (coverage === undefined) {
    const whole = scope.unit === null ? null : (municipality?.coverage.get(review.stage) ?? null)
    coverage = newCoverage(known, { whole, unseen: review.unseen?.(review.stage, scope.unit) ?? null })
    scope.coverage.set(review.stage, coverage)
  }
  cover(coverage, review.weight)
}

/** Questions of the stage that the review was asked and did not answer. */
function listMissing(
  { answers }: ReviewedCase,
  asked: readonly { readonly question: Question }[],
): readonly string[] {
  if (answers.size >= asked.length) return []
  return asked.flatMap(({ question: { key, askedWhen } }) => {
    if (answers.has(key)) return []
    const earlier = askedWhen === undefined ? undefined : answers.get(askedWhen.question)
    const isAsked = askedWhen === undefined || (earlier !== undefined && askedWhen.answered.includes(earlier))
    return isAsked ? [key] : []
  })
}

function openTally(scope: OpenTallies, key: string): Tally {
  let tally = scope.questions.get(key)
  if (tally === undefined) scope.questions.set(key, (tally = newTally()))
  return tally
}

function count(tally: Tally, compliant: boolean, weight: number): void {
  tally.weight += weight
  tally.squaredWeight += weight * weight
  if (!compliant) return
  tally.compliant += 1
  tally.compliantWeight += weight
}
