import { waitingOf, type MyTask } from '../../core/notification/my-tasks.ts'
import { listMyAgreements as listStored, type MyAgreement } from '../../storage/caseflow/walk-through-list.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { viewerOf } from '../caseflow/list-deadlines.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'

/** What was agreed at walk-throughs that the caller does, a row a case. */
export async function readWalkThroughTasks(
  context: Context,
  reader: PersonalReader,
): Promise<readonly MyTask[]> {
  const agreements = await listMyAgreements(context, reader)
  return [...Map.groupBy(agreements, ({ caseId }) => caseId)].flatMap(([caseId, ofCase]) => {
    const days = ofCase.map(({ dueOn }) => dueOn)
    const waiting = waitingOf(days, context.today)
    return waiting === null
      ? []
      : [{ kind: 'agreements' as const, subject: caseId, name: caseId, unit: null, ...waiting }]
  })
}

/** Of cases the caller has, or whose walk-throughs they lead; nothing for who has no share in walk-throughs. */
export async function listMyAgreements(
  context: Context,
  reader: PersonalReader,
): Promise<readonly MyAgreement[]> {
  const { own, units } = reachIn(context, 'caseflow.walk-through')
  if (!own) return []
  const { initials } = await viewerOf(reader, context)
  return listStored(reader, context.actor.personId, { units, initials })
}
