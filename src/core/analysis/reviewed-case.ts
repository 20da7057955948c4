import type { AnswerValue } from '../programme/programme.ts'
import type { Answer } from '../review/answer.ts'
import { caseRef, type DrawnPopulation } from './drawn-population.ts'
import { countUnseen, type UnseenOf } from './unseen-cases.ts'

/** All answers that one level gave on one case in one round. */
export interface ReviewedCase {
  readonly caseId: string
  readonly stage: string
  readonly unit: string
  readonly level: number
  /** Inverse inclusion probability at this level; 1 where unknown. */
  readonly weight: number
  readonly answers: ReadonlyMap<string, AnswerValue>
  /** What its level left unseen, the same for all reviews of the level; absent where the draw is not known. */
  readonly unseen?: UnseenOf
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

/** Adds to the reviews of each level what their draw says about the cases that the level did not review. */
export function withUnseen(
  reviews: readonly ReviewedCase[],
  populationOf: (level: number) => DrawnPopulation | undefined,
): readonly ReviewedCase[] {
  const units = new Map(reviews.map((review) => [caseRef(review), review.unit]))
  const byLevel = Map.groupBy(reviews, ({ level }) => level)
  const unseen = new Map<number, UnseenOf>()
  for (const [level, ofLevel] of byLevel) {
    const population = populationOf(level)
    if (population !== undefined) unseen.set(level, countUnseen(population, ofLevel, units))
  }
  return reviews.map((review) => {
    const ofLevel = unseen.get(review.level)
    return ofLevel === undefined ? review : { ...review, unseen: ofLevel }
  })
}

/** Code-unit order: the same on every machine, whatever its locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The units of some reviews, in code-unit order, after `null` for the whole municipality. */
export function listScopes(reviews: readonly ReviewedCase[]): readonly (string | null)[] {
  return [null, ...[...new Set(reviews.map((review) => review.unit))].sort(compare)]
}
