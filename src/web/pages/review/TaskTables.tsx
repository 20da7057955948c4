import type { ReviewTask } from '../../../contract/review/my-reviews.ts'
import { formatDateTime, formatShortDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { tasks as da } from '../../texts/da/tasks.ts'
import { tasks as en } from '../../texts/en/tasks.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Link } from '../../ui/Link.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'

type Column = DataColumn<ReviewTask>

/** Columns that both tables begin with. */
function useCaseColumns(): readonly Column[] {
  const { columns, ownCase } = useTexts({ da, en })
  const local = useLocal()
  return [
    {
      key: 'case',
      title: columns.caseId,
      rowHeader: true,
      sortBy: ({ caseId }) => caseId,
      render: (task) =>
        task.ownCase ? (
          <>
            {task.caseId}
            <span className="cell-note">{ownCase}</span>
          </>
        ) : (
          <Link to={paths.review(task.id)}>{task.caseId}</Link>
        ),
    },
    {
      key: 'stage',
      title: columns.stage,
      sortBy: ({ stage }) => local(stage),
      render: ({ stage }) => local(stage),
    },
    { key: 'unit', title: columns.unit, sortBy: ({ unit }) => unit, render: ({ unit }) => unit },
  ]
}

interface OpenTasksProps {
  readonly heading: string
  readonly tasks: readonly ReviewTask[]
  readonly today: string
}

/** What waits, in the server's order: what is critical, then by the day it is due. */
export function OpenTasks({ heading, tasks, today }: OpenTasksProps) {
  const texts = useTexts({ da, en })
  const { columns } = texts
  const caseColumns = useCaseColumns()
  const all: readonly Column[] = [
    ...caseColumns,
    {
      key: 'level',
      title: columns.level,
      align: 'end',
      sortBy: ({ level }) => level.level,
      render: ({ level }) => level.level,
    },
    {
      key: 'due',
      title: columns.due,
      sortBy: ({ dueOn }) => dueOn,
      render: (task) => <DueCell task={task} today={today} />,
    },
    {
      key: 'age',
      title: columns.age,
      align: 'end',
      sortBy: ({ age }) => age,
      render: ({ age }) => texts.days(age),
    },
    {
      key: 'minutes',
      title: columns.minutes,
      align: 'end',
      sortBy: ({ minutesPlanned, forecast }) => forecast?.minutes ?? minutesPlanned,
      render: ({ minutesPlanned, forecast }) =>
        texts.minutes(Math.round(forecast?.minutes ?? minutesPlanned)),
    },
    {
      key: 'progress',
      title: columns.progress,
      className: 'progress-cell',
      sortBy: ({ answered, asked }) => (asked === 0 ? 0 : answered / asked),
      render: (task) =>
        task.merging ? (
          <StatusTag kind="attention">{texts.toMerge}</StatusTag>
        ) : task.state === 'assigned' ? (
          <span className="soft">{texts.notBegun}</span>
        ) : (
          <Progress label={texts.progressOf(task.caseId)} done={task.answered} of={task.asked} />
        ),
    },
  ]
  return (
    <section>
      <h2>{heading}</h2>
      <DataTable
        caption={`${heading}: ${texts.openCaption}`}
        captionHidden
        columns={all}
        rows={tasks}
        rowKey={({ id }) => id}
        stacked
      />
    </section>
  )
}

/** The day it is due; a child at risk and a day that has passed are said in red. */
function DueCell({ task: { dueOn, critical }, today }: { task: ReviewTask; today: string }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  return (
    <>
      {dueOn === null ? '–' : formatShortDate(dueOn, language)}{' '}
      {critical && <StatusTag kind="danger">{texts.critical}</StatusTag>}
      {!critical && dueOn !== null && dueOn < today && <StatusTag kind="danger">{texts.overdue}</StatusTag>}
    </>
  )
}

/** What the person finished last, with the way to the differences. */
export function SubmittedTasks({ tasks }: { tasks: readonly ReviewTask[] }) {
  const texts = useTexts({ da, en })
  const { columns } = texts
  const language = useLanguage()
  const caseColumns = useCaseColumns()
  const all: readonly Column[] = [
    ...caseColumns,
    {
      key: 'submitted',
      title: columns.submittedAt,
      sortBy: ({ submittedAt }) => submittedAt,
      render: ({ submittedAt }) => submittedAt !== null && formatDateTime(submittedAt, language),
    },
    {
      key: 'used',
      title: columns.minutesUsed,
      align: 'end',
      sortBy: ({ minutes }) => minutes,
      render: ({ minutes }) => minutes !== null && texts.minutes(minutes),
    },
    {
      key: 'next',
      title: columns.next,
      render: ({ id, caseId, level }) =>
        level.level > 1 && (
          <Link to={paths.differences(id)} aria-label={texts.differencesOf(caseId)}>
            {texts.differences}
          </Link>
        ),
    },
  ]
  return (
    <section>
      <h2>{texts.submittedHeading}</h2>
      <DataTable
        caption={texts.submittedCaption}
        captionHidden
        columns={all}
        rows={tasks}
        rowKey={({ id }) => id}
        stacked
      />
    </section>
  )
}
