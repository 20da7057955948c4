import type { MyTasks } from '../../contract/notification/my-tasks.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { inTaskOrder, waitingOf, type MyTask } from '../../core/notification/my-tasks.ts'
import { countUnassigned } from '../../storage/review/my-reviews.ts'
import { countDone, listMyDue } from '../../storage/review/my-week.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { readOwnDeadlines } from '../caseflow/watch/own-deadline-tasks.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'
import { readBreakGlassTasks } from './my-break-glass-tasks.ts'
import { readFindingTasks } from './my-finding-tasks.ts'
import { readGateTasks } from './my-gate-tasks.ts'
import { readLearningTasks } from './my-learning-tasks.ts'
import { readReportTasks } from './my-report-tasks.ts'
import { readCalibrations, readCriticals, readFeedback } from './my-review-tasks.ts'
import { readWalkThroughTasks } from './my-walk-through-tasks.ts'
import { rowOf } from './task-row.ts'

/**
 * What waits for the caller in all rooms, in one list. Never refused, and nothing in it is counted that the rooms' own
 * pages would not show the caller.
 */
export async function listMyTasks(context: Context): Promise<Result<Immutable<MyTasks>>> {
  const { personId } = context.actor
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({
      act: 'list-my-tasks',
      subjectKind: 'person',
      subjectId: personId,
    })
    const findings = await readFindingTasks(context, reader)
    const tasks: readonly MyTask[] = [
      ...(await readCriticals(context, reader)),
      ...(await readReviews(context, reader)),
      ...(await readUnassigned(context, reader)),
      ...findings.tasks,
      ...(await readOwnDeadlines(context, reader)),
      ...(await readWalkThroughTasks(context, reader)),
      ...(await readFeedback(context, reader)),
      ...(await readCalibrations(context, reader)),
      ...(await readLearningTasks(context, reader)),
      ...(await readGateTasks(context, reader)),
      ...(await readBreakGlassTasks(context, reader)),
      ...(await readReportTasks(context, reader)),
    ]
    tx.shows(tasks.flatMap(({ kind, name }) => (isOfCase(kind) && name !== null ? [name] : [])))
    return done({
      today: context.today,
      tasks: inTaskOrder(tasks),
      doneToday: { ...(await countDone(reader, personId, context.today)), ...findings.doneToday },
    })
  })
}

/** Tasks that are called by the number of their case. */
function isOfCase(kind: MyTask['kind']): boolean {
  return kind === 'critical' || kind === 'agreements'
}

async function readReviews(context: Context, reader: PersonalReader): Promise<readonly MyTask[]> {
  if (!reachIn(context, 'review.answer').own) return []
  const due = await listMyDue(reader, context.actor.personId)
  return rowOf(
    'reviews',
    waitingOf(
      due.map(({ dueOn }) => dueOn),
      context.today,
    ),
  )
}

/** Reviews that nobody has been given, for who gives them out. */
async function readUnassigned(context: Context, reader: PersonalReader): Promise<readonly MyTask[]> {
  const { municipality, units } = reachIn(context, 'review.assign')
  if (!municipality && units.length === 0) return []
  const count = await countUnassigned(reader, municipality ? undefined : units)
  return rowOf('unassigned', count === 0 ? null : { count, due: null, overdue: 0 })
}
