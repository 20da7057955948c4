import type { Question } from '../programme/programme.ts'
import { isCompliant } from '../programme/compliant.ts'
import type { GivenAnswer } from '../review/given-answer.ts'

/**
 * Whether an answer can be held up as an example: the question was answered as the law asks, or no compliance is read from
 * it and something was answered. The alarm of a critical case is no example.
 */
export function canBeExample(
  question: Question,
  given: Pick<GivenAnswer, 'answer' | 'value' | 'derivedValue'> | undefined,
): boolean {
  if (given === undefined || question.escalates) return false
  if (given.answer === null) return given.value !== null || given.derivedValue !== null
  if (given.answer === 'na') return false
  return isCompliant(question, given.answer) ?? true
}

/** What decides whether a strength is shown in a unit's list. */
export interface StrengthBehindSeal {
  readonly withdrawn: boolean
  /** Null: the unit wrote it, and it tells of no answer. */
  readonly review: {
    /** The review is submitted now, and its answer is one that can be an example. */
    readonly stands: boolean
    /** Nothing of its round may be told before every level has submitted, or the round is closed. */
    readonly resultsOpen: boolean
    /** A second look at an old file for the reviewers’ sake; it belongs to no unit’s list. */
    readonly anchor: boolean
  } | null
}

/** A unit's list shows a review's strength only once the round's results are open to everybody, whoever asks. */
export function isStrengthShown({ withdrawn, review }: StrengthBehindSeal): boolean {
  if (withdrawn) return false
  return review === null || (review.stands && review.resultsOpen && !review.anchor)
}
