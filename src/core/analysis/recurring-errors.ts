import type { QuestionResult } from './analysis.ts'

type Row = Pick<QuestionResult, 'question' | 'numerator' | 'denominator'>

/** What a unit can hold in mind, and what its table in the report has room for. */
export const mostRecurring = 8

/** An error seen once is a case; from two on it may be a pattern. */
const fewestErrors = 2

/**
 * The requirements that a unit broke more than once, those with most errors first. The one rule of the unit's page, a
 * visit's agenda and the report, which would otherwise name different ones of the same round.
 */
export function listRecurring<R extends Row>(rows: readonly R[]): readonly R[] {
  const errors = ({ denominator, numerator }: Row) => denominator - numerator
  return rows
    .filter((row) => errors(row) >= fewestErrors)
    .toSorted((left, right) => errors(right) - errors(left) || (left.question < right.question ? -1 : 1))
}
