import type { FormQuestion, Review } from '../../../contract/review/review.ts'
import type { AnswersSoFar } from '../../../core/review/asked-questions.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useWide } from './use-wide.ts'

interface SectionNavProps {
  readonly sections: Review['sections']
  readonly questions: readonly FormQuestion[]
  readonly answers: AnswersSoFar
  readonly current: string
  readonly onGoTo: (question: string) => void
}

/** The form at a glance: every question by number, filled when answered; a click goes there. */
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
        const done = here.filter(({ key }) => answers.has(key)).length
        return (
          <li key={section.number}>
            <p className="section-title">
              <span>{local(section.title)}</span>
              <span className="numeric soft">{texts.sectionCount(done, here.length)}</span>
            </p>
            <ol className="question-dots">
              {here.map(({ key, number }) => {
                const answer = answers.get(key)
                const state = answer === undefined ? texts.noAnswer : texts.hasAnswer
                return (
                  <li key={key}>
                    <button
                      type="button"
                      className={answer === undefined ? undefined : 'answered'}
                      aria-label={texts.questionAt(number, state)}
                      aria-current={key === current ? 'step' : undefined}
                      onClick={() => onGoTo(key)}
                    >
                      {number}
                    </button>
                  </li>
                )
              })}
            </ol>
          </li>
        )
      })}
    </ol>
  )
}
