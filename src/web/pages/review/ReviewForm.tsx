import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Review } from '../../../contract/review/review.ts'
import type { AnswerContent } from '../../../core/review/answer-content.ts'
import { askedQuestions, isToFill, missingQuestions } from '../../../core/review/asked-questions.ts'
import { derivedGrades } from '../../../core/review/derived-grade.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useTexts } from '../../texts/language.tsx'
import { Loading } from '../../ui/Loading.tsx'
import type { AnswerQueue } from './answer-queue.ts'
import { CaseFacts } from './CaseFacts.tsx'
import { ConflictLinks } from './ConflictLinks.tsx'
import { FinishPanel } from './FinishPanel.tsx'
import { FormBar } from './FormBar.tsx'
import { isTyping } from './is-typing.ts'
import { QuestionCard } from './QuestionCard.tsx'
import { Ratings } from './Ratings.tsx'
import { SectionNav } from './SectionNav.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { useActiveTime } from './use-active-time.ts'
import { useAnswers, useQueue } from './use-answers.ts'
import { useFormView } from './use-form-view.ts'
import { useMyNotes } from './use-my-notes.ts'

/** Where the person is: a question's key, or the end of the form. */
const end = ''

/** The form, once what an earlier window left unsent is read. */
export function ReviewForm({ review }: { review: Review }) {
  const queue = useQueue(review)
  return queue === undefined ? <Loading /> : <OpenForm review={review} queue={queue} />
}

/** Sections on the left, the questions, the case on the right. */
function OpenForm({ review, queue }: { review: Review; queue: AnswerQueue }) {
  const texts = useTexts({ da, en })
  const state = useAnswers(queue)
  const mine = useMyNotes(review.id)
  const activeMinutes = useActiveTime(review.id)
  const [view, setView] = useFormView()
  const given = givenAnswers(state.answers)
  const asked = askedQuestions(review.questions, given)
  const toFill = asked.filter(isToFill)
  const missing = missingQuestions(review.questions, given)
  const grades = derivedGrades(review.questions, given)
  const [current, setCurrent] = useState(() => missing[0]?.key ?? end)
  const form = useRef<HTMLDivElement>(null)
  // Counts wishes to move the focus, so that going to the same place twice works.
  const [moves, setMoves] = useState(1)

  useEffect(() => {
    const place = form.current?.querySelector(`[data-place="${CSS.escape(current)}"]`)
    const target =
      place?.querySelector<HTMLElement>('input:checked, [data-answer]') ??
      place?.querySelector<HTMLElement>('input, button')
    target?.focus({ preventScroll: true })
    // At the first opening the page stays at its top, where the case is named.
    if (moves > 1) place?.scrollIntoView({ block: 'nearest' })
    // oxlint-disable-next-line react/exhaustive-deps -- only a wish moves the focus, not every answer
  }, [moves])

  const goTo = (key: string) => {
    setCurrent(key)
    setMoves((count) => count + 1)
  }
  const step = (from: string, by: 1 | -1, among = asked) => {
    const at = among.findIndex(({ key }) => key === from)
    const next = among[at + by]
    if (next !== undefined) goTo(next.key)
    else if (by === 1) goTo(end)
  }
  const answer = (key: string, part: Partial<AnswerContent>, moveOn: boolean) => {
    queue.change(key, { ...queue.contentOf(key), ...part })
    if (!moveOn) return
    // What follows from other answers needs no key of its own on the way.
    const next = askedQuestions(review.questions, givenAnswers(queue.snapshot().answers))
    step(key, 1, next.filter(isToFill))
  }
  const goToMissing = () => {
    const order = review.questions.map(({ key }) => key)
    const at = order.indexOf(current)
    goTo((missing.find(({ key }) => order.indexOf(key) > at) ?? missing[0])?.key ?? end)
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (event.key.toLowerCase() !== 'm') return
    event.preventDefault()
    goToMissing()
  }

  const here = asked.find(({ key }) => key === current)
  const shown = view === 'all' ? asked : here === undefined ? [] : [here]
  const ratings = asked.filter((question) => !isToFill(question))
  return (
    <div className="review-layout">
      <SectionNav
        sections={review.sections}
        questions={asked}
        answers={given}
        current={current}
        onGoTo={goTo}
      />
      <div className="review-form" ref={form} role="presentation" onKeyDown={press}>
        <FormBar
          done={toFill.length - missing.length}
          of={toFill.length}
          saved={state.saved}
          view={view}
          onNextMissing={missing.length > 0 ? goToMissing : undefined}
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
              onAnswer={(part, moveOn) => answer(question.key, part, moveOn)}
              onChange={(part) => queue.change(question.key, { ...queue.contentOf(question.key), ...part })}
              onSettle={(choice) => queue.settle(question.key, choice)}
              onFocus={() => setCurrent(question.key)}
              onStep={(by) => step(question.key, by)}
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
            onBack={view === 'one' ? () => goTo(asked.at(-1)?.key ?? end) : undefined}
          />
        )}
        <Shortcuts />
      </div>
      <CaseFacts review={review} />
    </div>
  )
}

function givenAnswers(
  answers: ReadonlyMap<string, Pick<AnswerContent, 'answer' | 'value'>>,
): ReadonlyMap<string, string> {
  const given = new Map<string, string>()
  for (const [key, { answer, value }] of answers) {
    const said = answer ?? value
    if (said !== null) given.set(key, said)
  }
  return given
}
