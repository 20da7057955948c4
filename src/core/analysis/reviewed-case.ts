import type { AnswerValue } from '../programme/programme.ts'
import type { Answer } from '../review/answer.ts'

/** All answers that one level gave on one case in one round. */
export interface ReviewedCase {
  readonly caseId: string
  readonly stage: string
  readonly unit: string
  readonly level: number
  /** Inverse inclusion probability at this level; 1 where unknown. */
  readonly weight: number
  readonly answers: ReadonlyMap<string, AnswerValue>
}

/**
 * Gathers one round's answers into reviews, ordered by level, stage and case, so that the order of the input's rows
 * cannot move a figure (floating sums depend on order).
 */
export function listReviewedCases(answers: readonly Answer[], round: string): readonly ReviewedCase[] {
  const reviews = new Map<string, ReviewedCase & { readonly answers: Map<string, AnswerValue> }>()
  for (const answer of answers) {
    if (answer.round !== round) continue
    const key = `${answer.level}\t${answer.stage}\t${answer.caseId}`
    let review = reviews.get(key)
    if (review === undefined) {
      const { caseId, stage, unit, level, weight } = answer
      review = { caseId, stage, unit, level, weight, answers: new Map() }
      reviews.set(key, review)
    }
    review.answers.set(answer.question, answer.answer)
  }
  return [...reviews.values()].sort(
    (a, b) => a.level - b.level || compare(a.stage, b.stage) || compare(a.caseId, b.caseId),
  )
}

/** Code-unit order: the same on every machine, whatever its locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The units of some reviews, in code-unit order, after `null` for the whole municipality. */
export function listScopes(reviews: readonly ReviewedCase[]): readonly (string | null)[] {
  return [null, ...[...new Set(reviews.map((review) => review.unit))].sort(compare)]
}
