import type { FormQuestion, Review } from '../../../contract/review/review.ts'
import { isToFill, type AnswersSoFar } from '../../../core/review/asked-questions.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { reviewForm as daForm } from '../../texts/da/review-form.ts'
import { reviewForm as enForm } from '../../texts/en/review-form.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useWide } from './use-wide.ts'

interface SectionNavProps {
  readonly sections: Review['sections']
  /** Those that are asked. */
  readonly questions: readonly FormQuestion[]
  readonly answers: AnswersSoFar
  readonly current: string
  readonly onGoTo: (question: string) => void
}

/** The form at a glance: every question by number, filled when answered, and what each section lacks. */
export function SectionNav(props: SectionNavProps) {
  const texts = useTexts({ da, en })
  const wide = useWide()
  return (
    <nav className="section-nav" aria-label={texts.sections}>
      {wide ? (
        <SectionList {...props} />
      ) : (
        <Disclosure summary={texts.sections}>
          <SectionList {...props} />
        </Disclosure>
      )}
    </nav>
  )
}

function SectionList({ sections, questions, answers, current, onGoTo }: SectionNavProps) {
  const texts = useTexts({ da, en })
  const form = useTexts({ da: daForm, en: enForm })
  const local = useLocal()
  const parts = sections
    .map((section) => ({
      section,
      here: questions.filter((question) => question.section === section.number),
    }))
    .filter(({ here }) => here.length > 0)
  return (
    <ol className="plain-list">
      {parts.map(({ section, here }) => {
        const missing = here.filter((question) => isToFill(question) && !answers.has(question.key)).length
        return (
          <li key={section.number}>
            <p className="section-title">
              <span>{local(section.title)}</span>
              {!here.some(isToFill) ? null : missing === 0 ? (
                <span className="section-done">
                  <Icon name="check" />
                  <span className="visually-hidden">{form.sectionDone}</span>
                </span>
              ) : (
                <span className="numeric soft">{form.sectionMissing(missing)}</span>
              )}
            </p>
            <ol className="question-dots">
              {here.map((question) => (
                <li key={question.key}>
                  <button
                    type="button"
                    className={dotClass(question, answers)}
                    aria-label={texts.questionAt(question.number, stateOf(question))}
                    aria-current={question.key === current ? 'step' : undefined}
                    onClick={() => onGoTo(question.key)}
                  >
                    {question.number}
                  </button>
                </li>
              ))}
            </ol>
          </li>
        )
      })}
    </ol>
  )

  function stateOf(question: FormQuestion): string {
    const answer = answers.get(question.key)
    if (!isToFill(question)) return answer === undefined ? form.followsDot : form.overriddenDot
    if (answer === undefined) return texts.noAnswer
    return answer === 'yes' || answer === 'no' || answer === 'na' ? texts.answers[answer] : texts.hasAnswer
  }
}

function dotClass(question: FormQuestion, answers: AnswersSoFar): string | undefined {
  if (!isToFill(question)) return 'follows'
  return answers.has(question.key) ? 'answered' : undefined
}
