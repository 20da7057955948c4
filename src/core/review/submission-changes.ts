import type { AnswerType } from '../programme/programme.ts'
import type { AnswerContent } from './answer-content.ts'
import { sayTheSame, whatStands, type GivenAnswer } from './given-answer.ts'

interface SubmittedAnswer extends AnswerContent, GivenAnswer {
  readonly question: string
}

export interface AnswerChange {
  readonly question: string
  /** Null: the question was not answered then. */
  readonly before: GivenAnswer | null
  readonly after: GivenAnswer | null
  /** The answer that stands is another one, or is said in other words. */
  readonly answer: boolean
  /** Comment, evidence or the reason of an override reads differently. */
  readonly notes: boolean
}

/** What changed from one submission of a review to the next, in the order of `questions`. */
export function submissionChanges(
  questions: readonly { readonly key: string; readonly answerType: AnswerType }[],
  before: readonly SubmittedAnswer[],
  after: readonly SubmittedAnswer[],
): readonly AnswerChange[] {
  const then = new Map(before.map((answer) => [answer.question, answer]))
  const now = new Map(after.map((answer) => [answer.question, answer]))
  return questions
    .map(({ key, answerType }) => {
      const [a, b] = [then.get(key), now.get(key)]
      return {
        question: key,
        before: toGiven(a),
        after: toGiven(b),
        answer: !sayTheSame(answerType, whatStands(a), whatStands(b)),
        notes: noted.some((part) => (a?.[part] ?? null) !== (b?.[part] ?? null)),
      }
    })
    .filter(({ answer, notes }) => answer || notes)
}

const noted = ['comment', 'evidenceReference', 'evidenceDate', 'overrideReason'] as const

function toGiven(answer: SubmittedAnswer | undefined): GivenAnswer | null {
  if (answer === undefined || whatStands(answer) === null) return null
  const { answer: yesNo, value, derivedValue, overrideReason } = answer
  return { answer: yesNo, value, derivedValue, overrideReason }
}
