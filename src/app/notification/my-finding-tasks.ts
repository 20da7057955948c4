import type { Action } from '../../core/access/permissions.ts'
import type { FindingState } from '../../core/finding/finding.ts'
import { carriedOutTooLongAgo, lastDayToPlan, lastDayToVerify } from '../../core/finding/finding-deadlines.ts'
import { together, type MyTask, type TaskKind, type Waiting } from '../../core/notification/my-tasks.ts'
import type { FindingViewer } from '../../storage/finding/visible-finding.ts'
import {
  countFindingsDone,
  countMyRestorations,
  countUnplanned,
  type Reached,
  type RestorationRow,
  type RestoredToday,
} from '../../storage/notification/my-findings.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { viewerOf } from '../finding/finding-viewer.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { rowOf } from './task-row.ts'

interface FindingTasks {
  readonly tasks: readonly MyTask[]
  readonly doneToday: RestoredToday
}

type UnitRow = Omit<RestorationRow, 'carriedOut'>

const nothing: FindingTasks = { tasks: [], doneToday: { restored: 0, verified: 0, approved: 0 } }

/** What the caller has to do about errors, of those the seal lets them see. */
export async function readFindingTasks(context: Context, reader: PersonalReader): Promise<FindingTasks> {
  if (!reachIn(context, 'finding.read').own) return nothing
  const { personId: person } = context.actor
  const { today } = context
  const viewer = await viewerOf(reader, { ...context, person })
  const verify = reachedBy(context, 'finding.verify')
  const approve = reachedBy(context, 'finding.approve')
  const carriedOutLate = carriedOutTooLongAgo(today)
  const counted = await countMyRestorations(reader, viewer, { verify, approve, today, carriedOutLate })
  const rows = counted.map(({ carriedOut, ...row }) =>
    carriedOut === null ? row : { ...row, due: lastDayToVerify(carriedOut) },
  )
  const inState = (state: FindingState) => rows.filter((row) => row.state === state)
  return {
    tasks: [
      ...rowOf('begin-restoring', together(inState('planned'))),
      ...rowOf('finish-restoring', together(inState('contacted'))),
      ...rowsOf('verify', inState('carried-out'), verify),
      ...rowsOf('approve', inState('proposed'), approve),
      ...(await readUnplanned(context, reader, viewer)),
    ],
    doneToday: await countFindingsDone(reader, viewer, today),
  }
}

function reachedBy(context: Context, action: Action): Reached {
  const { municipality, units } = reachIn(context, action)
  return municipality ? undefined : units
}

/** A row a unit where the right is the unit's, so that it leads to what it counts; otherwise one for all. */
function rowsOf(kind: TaskKind, rows: readonly UnitRow[], reached: Reached): readonly MyTask[] {
  if (reached === undefined) return rowOf(kind, together(rows))
  return rows.flatMap((row) => rowOf(kind, waiting(row), { id: row.unitId, name: row.unit }))
}

function waiting({ count, due, overdue }: Waiting): Waiting {
  return { count, due, overdue }
}

/** Errors nobody has planned, by unit, with the day the first of them is to be planned by. */
async function readUnplanned(
  context: Context,
  reader: PersonalReader,
  viewer: FindingViewer,
): Promise<readonly MyTask[]> {
  const { units } = reachIn(context, 'finding.plan')
  if (units.length === 0) return []
  const rows = await countUnplanned(reader, viewer, units)
  const parts = rows.map(({ unitId, unit, since, count }) => {
    const due = lastDayToPlan(since)
    return { unitId, unit, count, due, overdue: due < context.today ? count : 0 }
  })
  return [...Map.groupBy(parts, ({ unitId }) => unitId)].flatMap(([id, ofUnit]) =>
    rowOf('plan', together(ofUnit), { id, name: ofUnit[0]?.unit ?? '' }),
  )
}
