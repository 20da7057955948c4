import type { ReviewedCase } from '../../analysis/reviewed-case.ts'
import type { AnswerValue, Programme } from '../../programme/programme.ts'
import type { QuestionPair } from './reconciliation-mapping.ts'
import type { ReconciledAnswer } from './reconciliation.ts'

/**
 * The programme with the questions that have a deadline alone, "yes" meaning whatever is counted. With it the audit's own
 * figures for shares, weights and intervals serve here too.
 */
export function comparedProgramme(programme: Programme, pairs: readonly QuestionPair[]): Programme {
  const keys = new Set(pairs.map(({ question }) => question))
  return {
    ...programme,
    stages: programme.stages.map((stage) => ({
      ...stage,
      questions: stage.questions
        .filter(({ key }) => keys.has(key))
        .map((question) => ({ ...question, expected: 'yes', escalates: false })),
    })),
  }
}

/** The reviews with another answer to each question: what is to be counted of it. What was not answered stays so. */
export function withAnswers(
  reviews: readonly ReviewedCase[],
  answers: readonly ReconciledAnswer[],
  answerOf: (answer: ReconciledAnswer) => AnswerValue,
): readonly ReviewedCase[] {
  const byReview = Map.groupBy(answers, (answer) => `${answer.caseId}\t${answer.stage}`)
  return reviews.map((review) => ({
    ...review,
    answers: new Map(
      (byReview.get(`${review.caseId}\t${review.stage}`) ?? []).map((answer) => [
        answer.question,
        answerOf(answer),
      ]),
    ),
  }))
}
