import { isCompliant } from '../programme/compliant.ts'
import type { Programme } from '../programme/programme.ts'

export interface FailingAnswer {
  readonly question: string
  readonly answer: 'yes' | 'no'
}

const both = ['yes', 'no'] as const

/**
 * The answers that are errors, by question, as results count them. A question that does not apply is none, and one that
 * only starts the critical-case procedure has a course of its own.
 */
export function failingAnswers({ stages }: Pick<Programme, 'stages'>): readonly FailingAnswer[] {
  return stages.flatMap(({ questions }) =>
    questions.flatMap((question) =>
      both.flatMap((answer) =>
        isCompliant(question, answer) === false ? [{ question: question.key, answer }] : [],
      ),
    ),
  )
}
