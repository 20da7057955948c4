import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { listMyReviews, type MyReviews } from '../../../contract/review/my-reviews.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { tasks as da } from '../../texts/da/tasks.ts'
import { tasks as en } from '../../texts/en/tasks.ts'
import { useTexts } from '../../texts/language.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { MyWeek } from './MyWeek.tsx'
import { SubmittedTasks } from './TaskTables.tsx'
import { WhatYouCanDo } from './WhatYouCanDo.tsx'

// Fetched by those only who may have critical cases, so that nobody else's first page waits for it.
const CriticalTasks = lazy(async () => ({
  default: (await import('../critical/CriticalTasks.tsx')).CriticalTasks,
}))
// Nobody who has nothing unsent waits for it.
const UnsentAnswers = lazy(async () => ({ default: (await import('./UnsentAnswers.tsx')).UnsentAnswers }))
const FeedbackWaiting = lazy(async () => ({
  default: (await import('../feedback/FeedbackWaiting.tsx')).FeedbackWaiting,
}))
const CalibrationWaiting = lazy(async () => ({
  default: (await import('../calibration/CalibrationWaiting.tsx')).CalibrationWaiting,
}))

export function TasksPage() {
  const query = useQuery({ ...ask(listMyReviews, {}), refetchOnMount: 'always' as const })
  return <PageAnswer query={query}>{(mine) => <TasksView mine={mine} />}</PageAnswer>
}

function TasksView({ mine }: { mine: MyReviews }) {
  const may = useMay()
  const texts = useTexts({ da, en })
  const doable = mine.open.filter(({ ownCase }) => !ownCase)
  // What was begun is finished first; among the rest what is most urgent.
  const next = doable.find(({ state }) => state === 'in-progress') ?? doable[0]
  const oldest = mine.open.length === 0 ? undefined : Math.max(...mine.open.map(({ age }) => age))
  return (
    <>
      <PageHeading
        title={texts.title}
        question={
          !mine.reviews
            ? texts.noReviewsInRole
            : oldest === undefined
              ? texts.nothingWaits
              : texts.summary(mine.open.length, oldest)
        }
        actions={
          next !== undefined && (
            <Link className={buttonClass('primary')} to={paths.review(next.id)}>
              {next.state === 'in-progress' ? texts.resume(next.caseId) : texts.begin(next.caseId)}
            </Link>
          )
        }
      />
      {may('critical.read') && (
        <Suspense fallback={null}>
          <CriticalTasks />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <UnsentAnswers />
      </Suspense>
      {mine.unassigned !== null && mine.unassigned > 0 && (
        <div className="note">
          <h2>{texts.unassigned(mine.unassigned)}</h2>
          <p>
            {texts.unassignedBody}{' '}
            <Link to={paths.assignment({ state: 'unassigned' })}>{texts.toAssignment}</Link>
          </p>
        </div>
      )}
      {(may('feedback.own') || may('feedback.follow-up') || may('feedback.correction')) && (
        <Suspense fallback={null}>
          <FeedbackWaiting />
        </Suspense>
      )}
      {may('calibration.answer') && (
        <Suspense fallback={null}>
          <CalibrationWaiting />
        </Suspense>
      )}
      {mine.reviews && <MyWeek mine={mine} />}
      {mine.reviews && mine.open.length === 0 && (
        <EmptyState title={texts.emptyTitle}>{texts.emptyBody}</EmptyState>
      )}
      {mine.submitted.length > 0 && <SubmittedTasks tasks={mine.submitted} />}
      {mine.open.length === 0 && <WhatYouCanDo />}
    </>
  )
}
