import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { getCorrections } from '../../../contract/review/corrections.ts'
import type { Review } from '../../../contract/review/review.ts'
import { ask } from '../../api.ts'
import { firstLower } from '../../format/first-letter.ts'
import { paths } from '../../paths.ts'
import { corrections as da } from '../../texts/da/corrections.ts'
import { corrections as en } from '../../texts/en/corrections.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { CorrectionButtons } from './CorrectionButtons.tsx'
import { HistoryPanel } from './HistoryPanel.tsx'
import { LazyDisclosure } from './LazyDisclosure.tsx'

// Nobody who has not submitted waits for it.
const AddedFindings = lazy(async () => ({
  default: (await import('../finding/AddedFindings.tsx')).AddedFindings,
}))

/** What can still be done with a finished review, and its history. */
export function AfterSubmission({ review }: { review: Review }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const { data } = useQuery(ask(getCorrections, { params: { review: review.id } }))
  return (
    <>
      {data !== undefined && (data.above !== null || data.acts.length > 0) && (
        <div className="button-row">
          {data.above !== null && (
            <Link className={buttonClass('secondary')} to={paths.differences(data.above.review)}>
              {texts.seeAbove(firstLower(local(data.above.title)))}
            </Link>
          )}
          <CorrectionButtons review={review.id} acts={data.acts} />
        </div>
      )}
      {review.state === 'submitted' && review.reviewers.some(({ me }) => me) && (
        <Suspense fallback={null}>
          <AddedFindings review={review.id} closed={review.round.closed} />
        </Suspense>
      )}
      {!review.sealed && review.state !== 'assigned' && (
        <LazyDisclosure summary={texts.historyTitle}>
          <HistoryPanel review={review.id} />
        </LazyDisclosure>
      )}
    </>
  )
}
