import type { FormQuestion, Review } from '../../../contract/review/review.ts'
import { formatDate } from '../../format/dates.ts'
import { review as daReview } from '../../texts/da/review.ts'
import { review as enReview } from '../../texts/en/review.ts'
import { reviewForm as da } from '../../texts/da/review-form.ts'
import { reviewForm as en } from '../../texts/en/review-form.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'

/** What the registry knows that helps to answer a question of time; nothing where its dates are not shown. */
export function QuestionDates({
  question,
  facts,
}: {
  question: FormQuestion
  facts: Pick<Review['caseFacts'], 'started' | 'completed' | 'days'>
}) {
  const texts = useTexts({ da, en })
  const { days } = useTexts({ da: daReview, en: enReview })
  const language = useLanguage()
  const { started, completed } = facts
  const isOfTime = question.deadlineRule !== null || question.answerType === 'date'
  if (!isOfTime || started === null || completed === null) return null
  return (
    <p className="question-dates">
      <span className="soft">{texts.registryHeading}:</span>{' '}
      {texts.registry(formatDate(started, language), formatDate(completed, language), days(facts.days))}
    </p>
  )
}
