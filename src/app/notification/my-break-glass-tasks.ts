import type { MyTask } from '../../core/notification/my-tasks.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { listUnjudged } from '../access/break-glass/review-break-glass.ts'
import type { Context } from '../frame/context.ts'
import { rowOf } from './task-row.ts'

/** Cases that others opened by break-glass and nobody has judged, for those who can. */
export async function readBreakGlassTasks(
  context: Context,
  reader: PersonalReader,
): Promise<readonly MyTask[]> {
  const count = (await listUnjudged(context, reader)).length
  return rowOf('judge-break-glass', count === 0 ? null : { count, due: null, overdue: 0 })
}
