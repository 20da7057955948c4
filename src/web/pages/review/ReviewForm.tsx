import { useRef } from 'react'
import type { Review } from '../../../contract/review/review.ts'
import { isToFill } from '../../../core/review/asked-questions.ts'
import { Loading } from '../../ui/Loading.tsx'
import type { AnswerQueue } from './answer-queue.ts'
import { CaseFacts } from './CaseFacts.tsx'
import { FinishPanel } from './FinishPanel.tsx'
import { FormBody } from './FormBody.tsx'
import { Ratings } from './Ratings.tsx'
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
  const activeMinutes = useActiveTime(review.id, review.minutesSoFar)
  const [view, setView] = useFormView()
  const box = useRef<HTMLDivElement>(null)
  const walk = useFormWalk(review.questions, queue, box)
  const mine = useMyNotes(review.id, queue, walk.state)
  const { state, asked, toFill, missing, grades, goTo } = walk
  const ratings = asked.filter((question) => !isToFill(question))
  return (
    <div className="review-layout">
      <FormBody
        form={review}
        facts={review.caseFacts}
        queue={queue}
        walk={walk}
        box={box}
        mine={mine}
        view={view}
        onView={setView}
      >
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
      </FormBody>
      <CaseFacts review={review} />
    </div>
  )
}
