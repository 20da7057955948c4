import type { concludeReconciliation } from '../../../contract/caseflow/reconciliation.ts'
import type { RouteInput } from '../../../contract/frame/route.ts'
import { saveConclusion } from '../../../storage/caseflow/reconciliation/conclusion.ts'
import { findReviewPlace } from '../../../storage/caseflow/reconciliation/reviewed-case.ts'
import { getRound } from '../../../storage/draw/round.ts'
import { getId, type ReviewId } from '../../../storage/ids.ts'
import { reachIn } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { listCandidates } from './list-candidates.ts'
import { openReconciliation, type ReconciliationRoom } from './open-reconciliation.ts'

type Input = RouteInput<typeof concludeReconciliation>['body']

/** Puts a conclusion on record beside what both sides say at that moment. It changes neither. */
export async function conclude(
  context: Context,
  room: ReconciliationRoom,
  { review: id, question, conclusion, reason }: Input,
): Promise<Result<undefined>> {
  const review = getId<ReviewId>(id)
  const place = await context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({
      act: 'open-reconciled-answer',
      subjectKind: 'review',
      subjectId: review,
      detail: { question },
    })
    const found = await findReviewPlace(reader, review)
    return found && { ...found, round: (await getRound(reader, found.roundId)).key }
  })
  const reach = reachIn(context, 'reconciliation.conclude')
  // Reviews outside the reach are refused alike, whether they exist or not.
  if (place === undefined || !(reach.municipality || reach.units.includes(place.unitId)))
    return refused('not-found')
  const found = await openReconciliation(context, room, { round: place.round, level: place.level })
  if (!found.ok) return found
  const { opened } = found.value
  if (opened.state === 'sealed') return refused('results-sealed')
  if (opened.state !== 'ready') return refused('not-found')
  return context.database.transaction(context.actor, async (tx) => {
    const subject = { subjectKind: 'review', subjectId: review, detail: { question, conclusion } } as const
    const reader = await tx.recordAccess({ act: 'conclude-reconciliation', ...subject })
    const rows = await listCandidates(reader, context, opened, { question })
    const row = rows.find((one) => one.review.id === review)
    if (row === undefined) return refused('not-found')
    if (row.review.reviewers.includes(context.actor.personId)) return refused('own-answer')
    const writer = await tx.recordChange({ room: 'caseflow', act: 'conclude-reconciliation', ...subject })
    await saveConclusion(writer, {
      review,
      question,
      conclusion,
      reason,
      registry: row.answer.registry.state,
      answer: row.answer.answer,
      by: context.actor.personId,
      at: context.now,
    })
    return done()
  })
}
