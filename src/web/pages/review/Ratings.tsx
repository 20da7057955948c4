import type { FormQuestion } from '../../../contract/review/review.ts'
import type { AnswerContent } from '../../../core/review/answer-content.ts'
import { reviewForm as da } from '../../texts/da/review-form.ts'
import { reviewForm as en } from '../../texts/en/review-form.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { GivenAnswer } from './GivenAnswer.tsx'

interface RatingsProps {
  /** Those whose grade follows from others. */
  readonly questions: readonly FormQuestion[]
  readonly grades: ReadonlyMap<string, number>
  readonly contentOf: (question: string) => AnswerContent
  readonly onGoTo: (question: string) => void
}

/** What follows from the answers, in sight before they are submitted. */
export function Ratings({ questions, grades, contentOf, onGoTo }: RatingsProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  return (
    <section className="ratings" aria-labelledby="ratings-heading">
      <h3 id="ratings-heading">{texts.ratings}</h3>
      <ul className="plain-list">
        {questions.map((question) => {
          const grade = grades.get(question.key)
          const derivedValue = grade === undefined ? null : String(grade)
          return (
            <li key={question.key}>
              <div className="note-buttons">
                <button type="button" onClick={() => onGoTo(question.key)}>
                  {question.number} {local(question.text)}
                </button>
              </div>
              <div>
                {grade === undefined ? (
                  <span className="soft">{texts.derivedOpen}</span>
                ) : (
                  <GivenAnswer question={question} given={{ ...contentOf(question.key), derivedValue }} />
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
