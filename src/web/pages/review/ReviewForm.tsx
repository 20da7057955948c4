import { useEffect, useRef, useState } from 'react'
import type { Review } from '../../../contract/review/review.ts'
import type { AnswerValue } from '../../../core/programme/programme.ts'
import { askedQuestions, missingQuestions } from '../../../core/review/asked-questions.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useTexts } from '../../texts/language.tsx'
import { Loading } from '../../ui/Loading.tsx'
import type { AnswerQueue } from './answer-queue.ts'
import { CaseFacts } from './CaseFacts.tsx'
import { FinishPanel } from './FinishPanel.tsx'
import { FormBar } from './FormBar.tsx'
import { QuestionCard } from './QuestionCard.tsx'
import { SectionNav } from './SectionNav.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { useAnswers, useQueue } from './use-answers.ts'
import { useFormView } from './use-form-view.ts'

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
  const [view, setView] = useFormView()
  const given = givenAnswers(state.answers)
  const asked = askedQuestions(review.questions, given)
  const missing = missingQuestions(review.questions, given)
  const [current, setCurrent] = useState(() => missing[0]?.key ?? end)
  const form = useRef<HTMLDivElement>(null)
  // Counts wishes to move the focus, so that going to the same place twice works.
  const [moves, setMoves] = useState(1)

  useEffect(() => {
    const place = form.current?.querySelector(`[data-place="${CSS.escape(current)}"]`)
    const target =
      place?.querySelector<HTMLElement>('input:checked') ?? place?.querySelector<HTMLElement>('input, button')
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
  const answer = (key: string, value: AnswerValue, moveOn: boolean) => {
    queue.change(key, { ...queue.contentOf(key), answer: value })
    if (moveOn) step(key, 1, askedQuestions(review.questions, new Map(given).set(key, value)))
  }

  const here = asked.find(({ key }) => key === current)
  const shown = view === 'all' ? asked : here === undefined ? [] : [here]
  return (
    <div className="review-layout">
      <SectionNav
        sections={review.sections}
        questions={asked}
        answers={given}
        current={current}
        onGoTo={goTo}
      />
      <div className="review-form" ref={form}>
        <FormBar
          done={asked.length - missing.length}
          of={asked.length}
          saved={state.saved}
          view={view}
          onView={(chosen) => {
            setView(chosen)
            goTo(current)
          }}
        />
        <section aria-label={texts.form}>
          {shown.map((question) => (
            <QuestionCard
              key={question.key}
              question={question}
              section={review.sections.find(({ number }) => number === question.section)}
              completed={review.caseFacts.completed}
              content={queue.contentOf(question.key)}
              conflict={state.conflicts.get(question.key)}
              onAnswer={(value, moveOn) => answer(question.key, value, moveOn)}
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
            asked={asked.length}
            queue={queue}
            conflict={state.conflicts.get('')}
            unsaved={queue.unsaved}
            onGoTo={goTo}
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
  answers: ReadonlyMap<string, { readonly answer: AnswerValue | null }>,
): ReadonlyMap<string, AnswerValue> {
  const given = new Map<string, AnswerValue>()
  for (const [key, { answer }] of answers) if (answer !== null) given.set(key, answer)
  return given
}
