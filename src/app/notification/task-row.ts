import type { MyTask, TaskKind, Waiting } from '../../core/notification/my-tasks.ts'

/** One row for all of a kind; none where nothing waits. */
export function rowOf(
  kind: TaskKind,
  waiting: Waiting | null,
  unit: MyTask['unit'] = null,
): readonly MyTask[] {
  return waiting === null ? [] : [{ kind, subject: null, name: null, unit, ...waiting }]
}

/** A row for a single thing. */
export function singleOf(
  kind: TaskKind,
  of: Pick<MyTask, 'name' | 'unit' | 'due'> & { readonly subject: string; readonly overdue: boolean },
): MyTask {
  return { ...of, kind, count: 1, overdue: of.overdue ? 1 : 0 }
}
