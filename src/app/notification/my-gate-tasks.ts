import { gatesKey } from '../../core/caseflow/registers/register.ts'
import type { MyTask } from '../../core/notification/my-tasks.ts'
import { listDeadlineRules } from '../../storage/caseflow/deadline-rules.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { gatesAmong } from '../caseflow/registers/gates-of.ts'
import { readRows } from '../caseflow/registers/list-register.ts'
import { registerReachOf } from '../caseflow/registers/register-reach.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { rowOf } from './task-row.ts'

/** Safety plans that wait for the caller's approval, by unit; overdue where the plan has started without it. */
export async function readGateTasks(context: Context, reader: PersonalReader): Promise<readonly MyTask[]> {
  if (reachIn(context, 'caseflow.approve').units.length === 0) return []
  const rules = await listDeadlineRules(reader)
  // Nobody has entered anything yet: the rules of the gates are published with the first entry.
  if (!rules.some(({ key }) => key === gatesKey)) return []
  const gates = await gatesAmong(reader, rules)
  const reach = await registerReachOf(reader, context)
  const rows = await readRows(context, reader, 'safety-plan', { gates, reach })
  const waiting = Map.groupBy(
    rows.filter(({ approve }) => approve !== null),
    ({ unitId }) => unitId,
  )
  return [...waiting].flatMap(([id, plans]) =>
    id === null
      ? []
      : rowOf(
          'approve-plans',
          {
            count: plans.length,
            due: null,
            overdue: plans.filter(({ state }) => state === 'running').length,
          },
          { id, name: plans[0]?.unit ?? '' },
        ),
  )
}
