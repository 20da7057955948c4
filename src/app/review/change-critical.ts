import { afterAct, lastChange, refusalOfCritical, type CriticalAct } from '../../core/review/critical-case.ts'
import type { CriticalCaseId } from '../../storage/ids.ts'
import { getToldSoFar, saveCriticalActs } from '../../storage/review/critical-act.ts'
import {
  findCritical,
  findOpenCriticalOf,
  getCriticalCaseId,
  lockCriticalCase,
  saveCritical,
  type CriticalHead,
} from '../../storage/review/critical-case.ts'
import type { Transaction, Writer } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { notify } from '../notification/notify.ts'
import { criticalSituationOf, deadlinesFrom, maySeeCritical } from './critical-situation.ts'
import { tellHandlers } from './tell-handlers.ts'

/** One act of a critical case's course. `text`: in the person's own words; only the acknowledgement can do without. */
export async function changeCritical(
  context: Context,
  id: CriticalCaseId,
  act: CriticalAct,
  text: string | null,
): Promise<Result<undefined>> {
  return context.database.transaction(context.actor, async (tx) => {
    const seen = await findCritical(tx.reader, id, context.actor.personId)
    if (seen === undefined || !maySeeCritical(context, seen)) return refused('not-found')
    const first = refusalOfCritical(act, criticalSituationOf(context, seen))
    if (first !== null) return refused(first)
    const subject = { subjectKind: 'critical-case', subjectId: id, detail: { step: act } } as const
    const reader = await tx.recordAccess({ act: 'change-critical-case', ...subject })
    // Before the row is held, as a report does it, or the two could wait for each other.
    const caseId = await getCriticalCaseId(reader, id)
    await lockCriticalCase(reader, caseId)
    const head = await findCritical(reader, id, context.actor.personId, { hold: true })
    if (head === undefined) throw new Error('a critical case that was read is gone')
    // Somebody else may have been quicker.
    const refusal = refusalOfCritical(act, criticalSituationOf(context, head))
    if (refusal !== null) return refused(refusal)
    if (act === 'reopened' && (await findOpenCriticalOf(reader, caseId)) !== undefined)
      return refused('critical-open-already')
    const writer = await tx.recordChange({ room: 'review', act: 'change-critical-case', ...subject })
    await save(context, tx, writer, head, act, text)
    return done()
  })
}

async function save(
  context: Context,
  { actor }: Transaction,
  writer: Writer,
  head: CriticalHead,
  act: CriticalAct,
  text: string | null,
): Promise<void> {
  const critical = afterAct(head.critical, act, context.now)
  if (critical === null) throw new Error(`${act} was allowed and cannot be done`)
  const reopened = critical.state === 'reported'
  const run = reopened ? head.run + 1 : head.run
  const deadlines = reopened
    ? await deadlinesFrom(writer, head.programmeVersionId, critical.startedAt)
    : head.deadlines
  await saveCritical(writer, head.id, { run, critical, deadlines })
  await saveCriticalActs(writer, [
    {
      critical: head.id,
      run,
      at: lastChange(critical),
      kind: act,
      person: actor.personId,
      text,
      ...(act === 'reopened' || act === 'withdrawn' ? {} : { due: head.deadlines[act] }),
    },
  ])
  if (reopened) await tellHandlers(writer, { ...head, run }, context.now)
  if (critical.state === 'accounted' || critical.state === 'withdrawn')
    await tellTheEnd(context, writer, head, critical.state)
}

/** Reporters learn that a case was handled; whoever was told of it, that it was withdrawn. */
async function tellTheEnd(
  context: Context,
  writer: Writer,
  { id, run }: CriticalHead,
  end: 'accounted' | 'withdrawn',
): Promise<void> {
  const { told, reporters } = await getToldSoFar(writer, id, run)
  const to = (end === 'accounted' ? reporters : [...reporters, ...told]).filter(
    (person) => person !== context.actor.personId,
  )
  const kind = end === 'accounted' ? 'critical-handled' : 'critical-withdrawn'
  await notify(writer, { to, kind, subjectId: id, once: `${run}` })
}
