import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { listMyTasks, type MyTasks } from '../../../contract/notification/my-tasks.ts'
import { listMyReviews, type MyReviews } from '../../../contract/review/my-reviews.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { taskList as listDa } from '../../texts/da/task-list.ts'
import { tasks as da } from '../../texts/da/tasks.ts'
import { taskList as listEn } from '../../texts/en/task-list.ts'
import { tasks as en } from '../../texts/en/tasks.ts'
import { useTexts } from '../../texts/language.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { FeedbackLinks } from './FeedbackLinks.tsx'
import { MyWeek } from './MyWeek.tsx'
import { DoneToday, TaskList } from './TaskList.tsx'
import { SubmittedTasks } from './TaskTables.tsx'
import { summaryOf } from './task-words.ts'
import { WhatYouCanDo } from './WhatYouCanDo.tsx'

// Fetched by those only who may have critical cases, so that nobody else's first page waits for it.
const CriticalTasks = lazy(async () => ({
  default: (await import('../critical/CriticalTasks.tsx')).CriticalTasks,
}))
// Nobody who has nothing unsent waits for it.
const UnsentAnswers = lazy(async () => ({ default: (await import('./UnsentAnswers.tsx')).UnsentAnswers }))

export function TasksPage() {
  const always = { refetchOnMount: 'always' as const }
  const reviews = useQuery({ ...ask(listMyReviews, {}), ...always })
  const all = useQuery({ ...ask(listMyTasks, {}), ...always })
  return (
    <PageAnswer query={reviews}>
      {(mine) => <PageAnswer query={all}>{(tasks) => <TasksView mine={mine} all={tasks} />}</PageAnswer>}
    </PageAnswer>
  )
}

function TasksView({ mine, all }: { mine: MyReviews; all: MyTasks }) {
  const may = useMay()
  const texts = useTexts({ da, en })
  const listTexts = useTexts({ da: listDa, en: listEn })
  const doable = mine.open.filter(({ ownCase }) => !ownCase)
  // What was begun is finished first; among the rest what is most urgent.
  const next = doable.find(({ state }) => state === 'in-progress') ?? doable[0]
  return (
    <>
      <PageHeading
        title={texts.title}
        question={summaryOf(all.tasks, listTexts)}
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
      <TaskList mine={all} next={next} />
      {all.tasks.length === 0 && mine.reviews && (
        <EmptyState title={texts.emptyTitle}>{texts.emptyBody}</EmptyState>
      )}
      <DoneToday done={all.doneToday} />
      {mine.reviews && <MyWeek mine={mine} />}
      {mine.submitted.length > 0 && <SubmittedTasks tasks={mine.submitted} />}
      <FeedbackLinks />
      {all.tasks.length === 0 && <WhatYouCanDo />}
    </>
  )
}
