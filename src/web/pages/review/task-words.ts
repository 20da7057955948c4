import type { MyTask } from '../../../contract/notification/my-tasks.ts'
import type { taskList } from '../../texts/da/task-list.ts'

export function titleOf({ kind, name, unit }: MyTask, { title }: typeof taskList): string {
  return title[kind]({ name: name ?? '', unit: unit?.name ?? '' })
}

/** What must be done, and in which order: how many things, how many overdue, and which comes first. */
export function summaryOf(tasks: readonly MyTask[], texts: typeof taskList): string {
  const [first] = tasks
  if (first === undefined) return texts.nothing
  const title = titleOf(first, texts)
  return texts.summary(
    tasks.reduce((sum, { count }) => sum + count, 0),
    tasks.reduce((sum, { overdue }) => sum + overdue, 0),
    `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`,
  )
}
