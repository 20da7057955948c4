import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { listMyReviews } from '../../../contract/review/my-reviews.ts'
import type { Review } from '../../../contract/review/review.ts'
import { ask } from '../../api.ts'
import { formatDateTime } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { merge as daMerge } from '../../texts/da/merge.ts'
import { merge as enMerge } from '../../texts/en/merge.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { AfterSubmission } from './AfterSubmission.tsx'
import { AnswerList } from './AnswerList.tsx'
import { ApartNote } from './ApartNote.tsx'
import { CaseFacts } from './CaseFacts.tsx'

// Nobody who has nothing unsent waits for it.
const UnsentAnswers = lazy(async () => ({ default: (await import('./UnsentAnswers.tsx')).UnsentAnswers }))

const ReviewStrengths = lazy(async () => ({
  default: (await import('../learning/ReviewStrengths.tsx')).ReviewStrengths,
}))

interface FinishedReviewProps {
  readonly review: Review
  /** The form stood here a moment ago: the focus, which was in it, goes to what has become of it. */
  readonly justSubmitted: boolean
}

/** A review that cannot be changed by this person now: why, what comes next, and the answers where they are open. */
export function FinishedReview({ review, justSubmitted }: FinishedReviewProps) {
  const texts = useTexts({ da, en })
  const why = useReason(review)
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (justSubmitted) note.current?.focus()
  }, [justSubmitted])
  return (
    <div className="review-layout finished">
      <div>
        <div className="note" tabIndex={-1} ref={note}>
          <h2>{why.title}</h2>
          <p>{why.body}</p>
        </div>
        {/* A colleague may have submitted, or the round closed, while this person's answers had no network. */}
        <Suspense fallback={null}>
          <UnsentAnswers review={review.id} />
        </Suspense>
        <ApartNote review={review} />
        {review.state === 'submitted' && <NextSteps review={review} />}
        <AfterSubmission review={review} />
        {review.state === 'submitted' && !review.sealed && (
          <Suspense fallback={null}>
            <ReviewStrengths review={review.id} />
          </Suspense>
        )}
        {!review.sealed && review.answers.length > 0 && <AnswerList review={review} />}
        {!review.sealed && review.comment !== null && (
          <>
            <h2>{texts.wholeComment}</h2>
            <p className="pre-line">{review.comment}</p>
          </>
        )}
      </div>
      <CaseFacts review={review} />
    </div>
  )
}

function useReason({ state, apart, sealed, submittedAt, minutes, round }: Review) {
  const texts = useTexts({ da, en })
  const apartTexts = useTexts({ da: daMerge, en: enMerge })
  const language = useLanguage()
  if (state === 'written-off') return { title: texts.writtenOff, body: texts.writtenOffBody }
  if (sealed) return { title: texts.sealed, body: texts.sealedBody }
  if (state === 'submitted' && submittedAt !== null)
    return {
      title: texts.submitted(formatDateTime(submittedAt, language)),
      body: minutes === null ? '' : texts.submittedBody(minutes),
    }
  if (apart === 'waiting') return { title: apartTexts.waitingTitle, body: apartTexts.waitingBody }
  if (apart === 'merging') return { title: apartTexts.mergingTitle, body: apartTexts.mergingBody }
  if (round.closed) return { title: texts.roundClosed, body: texts.roundClosedBody }
  return { title: texts.readOnly, body: '' }
}

function NextSteps({ review }: { review: Review }) {
  const texts = useTexts({ da, en })
  const query = useQuery(ask(listMyReviews, {}))
  const next = query.data?.open.find(({ ownCase }) => !ownCase)
  return (
    <div className="button-row">
      {next !== undefined && (
        <Link className={buttonClass('primary')} to={paths.review(next.id)}>
          {texts.nextTask(next.caseId)}
        </Link>
      )}
      {review.below !== null && review.acts.includes('compare') && !review.sealed && (
        <Link className={buttonClass('secondary')} to={paths.differences(review.id)}>
          {texts.seeDifferences}
        </Link>
      )}
      <Link className={buttonClass('tertiary')} to={paths.tasks()}>
        {texts.toTasks}
      </Link>
    </div>
  )
}
