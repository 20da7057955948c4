import type { MyTask, MyTasks } from '../../../contract/notification/my-tasks.ts'
import type { ReviewTask } from '../../../contract/review/my-reviews.ts'
import { formatShortDate } from '../../format/dates.ts'
import { formatHours } from '../../format/durations.ts'
import { formatInteger } from '../../format/numbers.ts'
import { paths } from '../../paths.ts'
import { taskList as da } from '../../texts/da/task-list.ts'
import { taskList as en } from '../../texts/en/task-list.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Link } from '../../ui/Link.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { taskPath } from './task-path.ts'
import { titleOf } from './task-words.ts'

interface TaskListProps {
  readonly mine: MyTasks
  /** The review to go on with. */
  readonly next: ReviewTask | undefined
}

/** Everything that waits, a row for each kind or single thing, in the server's order. Critical cases stand above it, with their clock. */
export function TaskList({ mine: { tasks, today }, next }: TaskListProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const rows = tasks.filter(({ kind }) => kind !== 'critical')
  if (rows.length === 0) return null
  const columns: readonly DataColumn<MyTask>[] = [
    {
      key: 'what',
      title: texts.columns.what,
      rowHeader: true,
      render: (task) => <TaskCell task={task} next={next} />,
    },
    {
      key: 'count',
      title: texts.columns.count,
      align: 'end',
      // A single thing is named, not counted.
      render: ({ subject, count }) => (subject === null ? formatInteger(count, language) : null),
    },
    {
      key: 'due',
      title: texts.columns.due,
      render: (task) => <DayCell task={task} today={today} />,
    },
    {
      key: 'overdue',
      title: texts.columns.overdue,
      align: 'end',
      render: ({ overdue }) =>
        overdue === 0 ? null : <StatusTag kind="danger">{formatInteger(overdue, language)}</StatusTag>,
    },
  ]
  return (
    <section>
      <h2>{texts.heading}</h2>
      <DataTable
        caption={texts.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ kind, subject, unit }) => `${kind} ${subject ?? unit?.id ?? ''}`}
        stacked
      />
    </section>
  )
}

function TaskCell({ task, next }: { task: MyTask; next: ReviewTask | undefined }) {
  const texts = useTexts({ da, en })
  const title = titleOf(task, texts)
  const to = task.kind === 'reviews' && next !== undefined ? paths.review(next.id) : taskPath(task)
  const notes: Partial<Record<MyTask['kind'], string>> = texts.note
  const note =
    task.kind === 'reviews' && next !== undefined ? texts.nextReview(next.caseId) : notes[task.kind]
  return (
    <div>
      {to === null ? title : <Link to={to}>{title}</Link>}
      {note !== undefined && <span className="cell-note">{note}</span>}
    </div>
  )
}

/** The nearest day; a visit's is its own, and no deadline. */
function DayCell({ task: { kind, due }, today }: { task: MyTask; today: string }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  if (due === null) return null
  const day = formatShortDate(due, language)
  if (kind !== 'visit' && kind !== 'visit-minutes') return day
  return due < today ? texts.dayPast(day) : texts.day(day)
}

/** One line of what the person has done today; nothing where it is nothing. */
export function DoneToday({ done }: { done: MyTasks['doneToday'] }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { reviews, minutes, restored, verified, approved } = done
  const parts = [
    ...(reviews > 0 ? [texts.done.reviews(reviews, formatHours(minutes, language))] : []),
    ...(restored > 0 ? [texts.done.restored(restored)] : []),
    ...(verified > 0 ? [texts.done.verified(verified)] : []),
    ...(approved > 0 ? [texts.done.approved(approved)] : []),
  ]
  if (parts.length === 0) return null
  return (
    <p className="done-today">
      {texts.today} {new Intl.ListFormat(language).format(parts)}.
    </p>
  )
}
