import { isCompliant } from '../programme/compliant.ts'
import type { QuestionIndex } from './question-index.ts'
import type { ReviewedCase } from './reviewed-case.ts'
import { cover, newCoverage, newTally, type Coverage, type Tally } from './tally.ts'

/** One level's counts in one unit or, with unit null, in all. */
export interface ScopeTallies {
  readonly level: number
  readonly unit: string | null
  readonly questions: ReadonlyMap<string, Tally>
  /** By stage. */
  readonly coverage: ReadonlyMap<string, Coverage>
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
  for (const review of reviews) {
    for (const unit of [null, review.unit]) {
      const scope = openScope(scopes, review.level, unit)
      countCase(scope, review, isKnown(review.level), scopes.get(scopeKey(review.level, null)))
      for (const [key, answer] of review.answers) {
        const indexed = index.get(key)
        if (indexed === undefined) throw new Error(`answer to a question that the programme lacks: ${key}`)
        let tally = scope.questions.get(key)
        if (tally === undefined) scope.questions.set(key, (tally = newTally()))
        if (answer === 'na') tally.notApplicable += 1
        else tally[answer] += 1
        const compliant = isCompliant(indexed.question, answer)
        if (compliant !== null) count(tally, compliant, review.weight)
      }
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
    coverage = newCoverage(known, whole)
    scope.coverage.set(review.stage, coverage)
  }
  cover(coverage, review.weight)
}

function count(tally: Tally, compliant: boolean, weight: number): void {
  tally.weight += weight
  tally.squaredWeight += weight * weight
  if (!compliant) return
  tally.compliant += 1
  tally.compliantWeight += weight
}
