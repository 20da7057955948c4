import { useRef } from 'react'
import type { Review } from '../../../contract/review/review.ts'
import { isToFill } from '../../../core/review/asked-questions.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useTexts } from '../../texts/language.tsx'
import { Loading } from '../../ui/Loading.tsx'
import type { AnswerQueue } from './answer-queue.ts'
import { CaseFacts } from './CaseFacts.tsx'
import { ConflictLinks } from './ConflictLinks.tsx'
import { FinishPanel } from './FinishPanel.tsx'
import { FormBar } from './FormBar.tsx'
import { QuestionCard } from './QuestionCard.tsx'
import { Ratings } from './Ratings.tsx'
import { SectionNav } from './SectionNav.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { useActiveTime } from './use-active-time.ts'
import { useQueue } from './use-answers.ts'
import { useFormView } from './use-form-view.ts'
import { useFormWalk } from './use-form-walk.ts'
import { useMyNotes } from './use-my-notes.ts'

/** The form, once what an earlier window left unsent is read. */
export function ReviewForm({ review }: { review: Review }) {
  const queue = useQueue(review)
  return queue === undefined ? <Loading /> : <OpenForm review={review} queue={queue} />
}

/** Sections on the left, the questions, the case on the right. */
function OpenForm({ review, queue }: { review: Review; queue: AnswerQueue }) {
  const texts = useTexts({ da, en })
  const activeMinutes = useActiveTime(review.id, review.minutesSoFar)
  const [view, setView] = useFormView()
  const form = useRef<HTMLDivElement>(null)
  const walk = useFormWalk(review.questions, queue, form)
  const mine = useMyNotes(review.id, queue, walk.state)
  const { state, asked, toFill, missing, grades, current, here, goTo } = walk
  // When all is answered the same key leads to the end.
  const mayJump = here !== undefined
  const shown = view === 'all' ? asked : here === undefined ? [] : [here]
  const ratings = asked.filter((question) => !isToFill(question))
  return (
    <div className="review-layout">
      <SectionNav
        sections={review.sections}
        questions={asked}
        answers={walk.given}
        current={current}
        onGoTo={goTo}
      />
      <div className="review-form" ref={form} role="presentation" onKeyDown={walk.press}>
        <FormBar
          done={toFill.length - missing.length}
          of={toFill.length}
          saved={state.saved}
          view={view}
          onNextMissing={missing.length > 0 || mayJump ? walk.goToMissing : undefined}
          onView={(chosen) => {
            setView(chosen)
            goTo(current)
          }}
        />
        <ConflictLinks questions={review.questions} conflicts={state.conflicts} onGoTo={goTo} />
        <section aria-label={texts.form}>
          {shown.map((question) => (
            <QuestionCard
              key={question.key}
              question={question}
              section={review.sections.find(({ number }) => number === question.section)}
              facts={review.caseFacts}
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
        {(view === 'all' || here === undefined) && (
          <FinishPanel
            review={review}
            missing={missing}
            asked={toFill.length}
            queue={queue}
            conflict={state.conflicts.get('')}
            unsaved={queue.unsaved}
            onGoTo={goTo}
            ratings={
              ratings.length > 0 && (
                <Ratings
                  questions={ratings}
                  grades={grades}
                  contentOf={(key) => queue.contentOf(key)}
                  onGoTo={goTo}
                />
              )
            }
            activeMinutes={activeMinutes}
            onBack={view === 'one' ? walk.goToEnd : undefined}
          />
        )}
        <Shortcuts />
      </div>
      <CaseFacts review={review} />
    </div>
  )
}
