import type { ReactNode, RefObject } from 'react'
import type { Review } from '../../../contract/review/review.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useTexts } from '../../texts/language.tsx'
import type { AnswerQueue } from './answer-queue.ts'
import { ConflictLinks } from './ConflictLinks.tsx'
import { FormBar } from './FormBar.tsx'
import { QuestionCard } from './QuestionCard.tsx'
import { SectionNav } from './SectionNav.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import type { FormView } from './use-form-view.ts'
import type { useFormWalk } from './use-form-walk.ts'
import type { MyNotes } from './use-my-notes.ts'

interface FormBodyProps {
  readonly form: Pick<Review, 'sections' | 'questions'>
  readonly facts: Pick<Review['caseFacts'], 'started' | 'completed' | 'days'>
  readonly queue: AnswerQueue
  readonly walk: ReturnType<typeof useFormWalk>
  /** Around the questions; the same that `walk` was given. */
  readonly box: RefObject<HTMLDivElement | null>
  /** Null where there are no private notes. */
  readonly mine: MyNotes | null
  /** An invented file, in which no child can be at risk. */
  readonly training?: boolean
  readonly view: FormView
  readonly onView: (view: FormView) => void
  /** What stands after the questions, or alone at the end of them. */
  readonly children: ReactNode
}

/** A form to be filled, of a review or a training case: its sections on the left, and the questions. */
export function FormBody(props: FormBodyProps) {
  const { form, facts, queue, walk, box, mine, training = false, view, onView, children } = props
  const texts = useTexts({ da, en })
  const { state, asked, toFill, missing, grades, current, here, goTo } = walk
  const shown = view === 'all' ? asked : here === undefined ? [] : [here]
  return (
    <>
      <SectionNav
        sections={form.sections}
        questions={asked}
        answers={walk.given}
        current={current}
        onGoTo={goTo}
      />
      <div className="review-form" ref={box} role="presentation" onKeyDown={walk.press}>
        <FormBar
          training={training}
          done={toFill.length - missing.length}
          of={toFill.length}
          saved={state.saved}
          view={view}
          // When all is answered the same key leads to the end.
          onNextMissing={missing.length > 0 || here !== undefined ? walk.goToMissing : undefined}
          onView={(chosen) => {
            onView(chosen)
            goTo(current)
          }}
        />
        <ConflictLinks questions={form.questions} conflicts={state.conflicts} onGoTo={goTo} />
        <section aria-label={texts.form}>
          {shown.map((question) => (
            <QuestionCard
              key={question.key}
              question={question}
              section={form.sections.find(({ number }) => number === question.section)}
              facts={facts}
              content={queue.contentOf(question.key)}
              derived={grades.get(question.key)}
              mine={mine}
              conflict={state.conflicts.get(question.key)}
              onAnswer={(part, moveOn) => walk.answer(question.key, part, moveOn)}
              onChange={(part) => queue.change(question.key, { ...queue.contentOf(question.key), ...part })}
              onSettle={(choice) => queue.settle(question.key, choice)}
              onFocus={() => walk.focusOn(question.key)}
              onStep={(by) => walk.step(question.key, by)}
              place={
                view === 'one' ? { first: question === asked[0], last: question === asked.at(-1) } : undefined
              }
            />
          ))}
        </section>
        {(view === 'all' || here === undefined) && children}
        <Shortcuts />
      </div>
    </>
  )
}
