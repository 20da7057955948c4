import { useQuery } from '@tanstack/react-query'
import { listMyReviews, type MyReviews } from '../../../contract/review/my-reviews.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { tasks as da } from '../../texts/da/tasks.ts'
import { tasks as en } from '../../texts/en/tasks.ts'
import { useTexts } from '../../texts/language.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { OpenTasks, SubmittedTasks } from './TaskTables.tsx'
import { WhatYouCanDo } from './WhatYouCanDo.tsx'

export function TasksPage() {
  const query = useQuery({ ...ask(listMyReviews, {}), refetchOnMount: 'always' as const })
  return <PageAnswer query={query}>{(mine) => <TasksView mine={mine} />}</PageAnswer>
}

function TasksView({ mine }: { mine: MyReviews }) {
  const texts = useTexts({ da, en })
  const doable = mine.open.filter(({ ownCase }) => !ownCase)
  // What was begun is finished first; among the rest the oldest comes first.
  const next = doable.find(({ state }) => state === 'in-progress') ?? doable[0]
  const oldest = mine.open[0]
  return (
    <>
      <PageHeading
        title={texts.title}
        question={
          !mine.reviews
            ? texts.noReviewsInRole
            : oldest === undefined
              ? texts.nothingWaits
              : texts.summary(mine.open.length, oldest.age)
        }
        actions={
          next !== undefined && (
            <Link className={buttonClass('primary')} to={paths.review(next.id)}>
              {next.state === 'in-progress' ? texts.resume(next.caseId) : texts.begin(next.caseId)}
            </Link>
          )
        }
      />
      {mine.unassigned !== null && mine.unassigned > 0 && (
        <div className="note">
          <h2>{texts.unassigned(mine.unassigned)}</h2>
          <p>
            {texts.unassignedBody} <Link to={paths.rounds()}>{texts.toRounds}</Link>
          </p>
        </div>
      )}
      {mine.open.length > 0 && <OpenTasks tasks={mine.open} />}
      {mine.reviews && mine.open.length === 0 && (
        <EmptyState title={texts.emptyTitle}>{texts.emptyBody}</EmptyState>
      )}
      {mine.submitted.length > 0 && <SubmittedTasks tasks={mine.submitted} />}
      {mine.open.length === 0 && <WhatYouCanDo />}
    </>
  )
}
