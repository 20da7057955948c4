import type { AnswerValue } from '../programme/programme.ts'

interface SubmittedAnswer {
  readonly question: string
  readonly answer: AnswerValue | null
  readonly comment: string | null
  readonly evidenceReference: string | null
  readonly evidenceDate: string | null
}

export interface AnswerChange {
  readonly question: string
  /** Null: the question was not answered then. */
  readonly before: AnswerValue | null
  readonly after: AnswerValue | null
  /** Comment or evidence reads differently. */
  readonly notes: boolean
}

/** What changed from one submission of a review to the next, in the order of `questions`. */
export function submissionChanges(
  questions: readonly string[],
  before: readonly SubmittedAnswer[],
  after: readonly SubmittedAnswer[],
): readonly AnswerChange[] {
  const then = new Map(before.map((answer) => [answer.question, answer]))
  const now = new Map(after.map((answer) => [answer.question, answer]))
  return questions
    .map((question) => {
      const [a, b] = [then.get(question), now.get(question)]
      return {
        question,
        before: a?.answer ?? null,
        after: b?.answer ?? null,
        notes:
          (a?.comment ?? null) !== (b?.comment ?? null) ||
          (a?.evidenceReference ?? null) !== (b?.evidenceReference ?? null) ||
          (a?.evidenceDate ?? null) !== (b?.evidenceDate ?? null),
      }
    })
    .filter(({ before: a, after: b, notes }) => a !== b || notes)
}
