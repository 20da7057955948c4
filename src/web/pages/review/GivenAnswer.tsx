import { review as daReview } from '../../texts/da/review.ts'
import { review as enReview } from '../../texts/en/review.ts'
import { reviewForm as da } from '../../texts/da/review-form.ts'
import { reviewForm as en } from '../../texts/en/review-form.ts'
import { useTexts } from '../../texts/language.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { useAnswerWords, type Given, type Typed } from './answer-words.ts'

/** The answer, and where its grade follows from others whether the reviewer overrode it and why. */
export function GivenAnswer({ question, given }: { question: Typed; given: Given }) {
  const texts = useTexts({ da, en })
  const { noAnswer } = useTexts({ da: daReview, en: enReview })
  const words = useAnswerWords()
  const { value, derivedValue, overrideReason } = given
  const ruled = words(question, { ...given, value: null })
  return (
    <>
      <strong className="pre-line">{words(question, given) ?? noAnswer}</strong>
      {overrideReason !== null && (
        <span className="cell-note">
          <StatusTag kind="attention">{texts.overridden}</StatusTag>
          {ruled !== null && ` ${texts.derivedRule(ruled)}`} {texts.because(overrideReason)}
        </span>
      )}
      {value === null && derivedValue !== null && <span className="cell-note">{texts.derived}</span>}
    </>
  )
}
