import type { AnswersSoFar } from '../../core/review/asked-questions.ts'
import type { ReviewAnswer } from '../../storage/review/answers.ts'

/** What was answered to each question; comments without an answer are left out. */
export function givenAnswers(
  answers: readonly Pick<ReviewAnswer, 'question' | 'answer' | 'value'>[],
): AnswersSoFar {
  return new Map(
    answers.flatMap(({ question, answer, value }): [string, string][] => {
      const given = answer ?? value
      return given === null ? [] : [[question, given]]
    }),
  )
}
