import type { MyTask } from '../../../contract/notification/my-tasks.ts'
import type { taskList } from '../../texts/da/task-list.ts'

export function titleOf({ kind, name, unit }: MyTask, { title }: typeof taskList): string {
  return title[kind]({ name: name ?? '', unit: unit?.name ?? '' })
}

/** What must be done, and in which order: how many rows there are, how many with something overdue, and which is on top. */
export function summaryOf(tasks: readonly MyTask[], texts: typeof taskList): string {
  const [first] = tasks
  if (first === undefined) return texts.nothing
  const title = titleOf(first, texts)
  const overdue = tasks.filter((task) => task.overdue > 0).length
  return texts.summary(tasks.length, overdue, `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`)
}
