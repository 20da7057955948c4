import { randomUUID } from 'node:crypto'
import { getId, type CriticalCaseId, type ReviewId } from '../../storage/ids.ts'
import { getCaseFacts } from '../../storage/review/case-facts.ts'
import { isReportedAlready, saveCriticalActs } from '../../storage/review/critical-act.ts'
import {
  findCritical,
  findOpenCriticalOf,
  insertCritical,
  lockCriticalCase,
} from '../../storage/review/critical-case.ts'
import { saveReviewEvents } from '../../storage/review/review-event.ts'
import { findReview, type ReviewHead } from '../../storage/review/review.ts'
import type { PersonalReader, Writer } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { deadlinesFrom } from './critical-situation.ts'
import { situationOf } from './situation.ts'
import { tellHandlers } from './tell-handlers.ts'

export interface Reported {
  readonly id: CriticalCaseId
  /** Others had reported the case already, or the person themselves. */
  readonly joined: boolean
}

/**
 * Somebody who reads a case fears for the child. The clock starts, and whoever must act is told in the same transaction.
 * Nothing but not seeing the case stands in the way: not its state, not the round's, not a part in it.
 */
export async function reportCritical(
  context: Context,
  review: ReviewId,
  fear: string,
): Promise<Result<Reported>> {
  return context.database.transaction(context.actor, async (tx) => {
    const head = await findReview(tx.reader, review, context.actor.personId)
    if (head === undefined || situationOf(context, head).standing === 'stranger') return refused('not-found')
    const subject = { subjectKind: 'review', subjectId: review } as const
    const reader = await tx.recordAccess({ act: 'report-critical', ...subject })
    const writer = await tx.recordChange({ room: 'review', act: 'report-critical', ...subject })
    const { caseId } = await getCaseFacts(reader, head)
    await lockCriticalCase(writer, caseId)
    const open = await findOpenCriticalOf(writer, caseId)
    return done(
      open === undefined
        ? await start(context, writer, head, caseId, fear)
        : await join(context, reader, writer, head, open, fear),
    )
  })
}

async function start(
  context: Context,
  writer: Writer,
  { id: review, caseStageId, unitId, programmeVersionId }: ReviewHead,
  caseId: string,
  fear: string,
): Promise<Reported> {
  const { personId } = context.actor
  const id = getId<CriticalCaseId>(randomUUID())
  const startedAt = context.now
  const deadlines = await deadlinesFrom(writer, programmeVersionId, startedAt)
  await insertCritical(writer, { id, caseId, caseStageId, unitId, startedAt, deadlines })
  const act = { critical: id, run: 1, at: startedAt } as const
  await saveCriticalActs(writer, [{ ...act, kind: 'reported', person: personId, review, text: fear }])
  await saveReviewEvents(writer, [{ review, by: personId, kind: 'critical', detail: { critical: id } }])
  await tellHandlers(writer, { id, run: 1, unitId, caseStageId }, startedAt)
  return { id, joined: false }
}

async function join(
  context: Context,
  reader: PersonalReader,
  writer: Writer,
  { id: review }: ReviewHead,
  id: CriticalCaseId,
  fear: string,
): Promise<Reported> {
  const { personId } = context.actor
  const critical = await findCritical(writer, id, personId, { hold: true })
  if (critical === undefined) throw new Error('an open critical case is gone')
  const { run } = critical
  // A button pressed twice, a request sent again after a lost reply.
  if (await isReportedAlready(reader, { critical: id, run, person: personId, text: fear }))
    return { id, joined: true }
  await saveCriticalActs(writer, [
    { critical: id, run, at: context.now, kind: 'joined', person: personId, review, text: fear },
  ])
  await saveReviewEvents(writer, [{ review, by: personId, kind: 'critical', detail: { critical: id } }])
  await tellHandlers(writer, critical, context.now, { again: true })
  return { id, joined: true }
}
