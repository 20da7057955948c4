import { listDraws } from '../../storage/draw/draw.ts'
import {
  findInForce,
  findNextInOrder,
  saveReplacement,
  type Successor,
} from '../../storage/draw/replacement.ts'
import { changeProgress, findReviewOf, saveReviews, writeOffReview } from '../../storage/review/assignment.ts'
import { wasSubmitted } from '../../storage/review/kept-submission.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { danishDay } from '../frame/danish-day.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { setDueDates } from '../review/due-dates.ts'
import { holdRoundLevel } from './level.ts'
import { planReviews } from './plan-reviews.ts'

export interface CaseToReplace {
  readonly caseId: string
  readonly stage: string
  readonly reason: string
}

/**
 * Takes a case that turned out ineligible out of a draw and the next of its stratum in. Not after its review is
 * submitted, when the answer could be the reason, not once the level above was frozen from these cases, and not
 * once the seed is published. And not by its own reviewer, who could so be rid of a case that they would rather not
 * answer for.
 */
export async function replaceCase(
  context: Context,
  roundKey: string,
  number: number,
  { caseId, stage, reason }: CaseToReplace,
): Promise<Result<Pick<Successor, 'caseId' | 'stage'>>> {
  const granted = authorise(context, 'round.replace')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const found = await holdRoundLevel(tx.reader, roundKey, number)
    if (!found.ok) return found
    const { round, level, draw } = found.value
    if (round.state === 'closed') return refused('round-closed')
    if (draw === undefined || draw.drawnAt === null) return refused('not-found')
    // The published seed tells who comes next, and that must not decide whether a case is taken out.
    if (draw.seedPublishedAt !== null) return refused('seed-already-published')
    const above = (await listDraws(tx.reader, round.id)).some(({ fromDrawId }) => fromDrawId === draw.id)
    if (above) return refused('level-above-frozen')
    const subject = { subjectKind: 'draw', subjectId: draw.id } as const
    const detail = { round: roundKey, level: number, caseId, stage }
    const reader = await tx.recordAccess({ act: 'replace-case', ...subject, detail })
    const out = await findInForce(reader, draw.id, caseId, stage)
    if (out === undefined) return refused('not-found')
    const review = await findReviewOf(reader, draw.id, out.caseStageId)
    if (review?.state === 'submitted') return refused('review-submitted')
    // Sent back to be corrected, its answers still count: they must not leave the figures by the back door.
    if (review !== undefined && (await wasSubmitted(reader, review.id))) return refused('review-submitted')
    const { personId } = context.actor
    const own = review?.assignedTo === personId || review?.assignedWith === personId
    if (own && review?.state !== 'written-off') return refused('own-review')
    const next = await findNextInOrder(reader, draw.id, out.stratum)
    if (next === undefined) return refused('reserve-empty')

    const writer = await tx.recordChange({ room: 'draw', act: 'replace-case', ...subject, detail })
    await saveReplacement(writer, draw.id, {
      out: out.caseStageId,
      in: next.caseStageId,
      reason,
      by: context.actor.personId,
      at: context.now,
    })
    const of = { round: round.id, level: number, draw: draw.id }
    if (review !== undefined && review.state !== 'written-off') {
      await writeOffReview(writer, review.id)
      await changeProgress(writer, of, review.unitId, {
        drawn: -1,
        assigned: review.assignedTo === null ? 0 : -1,
        started: review.state === 'in-progress' ? -1 : 0,
      })
    }
    const successor = { id: next.caseStageId, unitId: next.unitId }
    const { drawn } = await planReviews(reader, level, { drawn: [successor] }, context.today)
    await saveReviews(tx, writer, of, drawn)
    const drawnOn = danishDay(draw.drawnAt)
    await setDueDates(reader, writer, { round: round.id, level: number, drawnOn }, context.today)
    return done({ caseId: next.caseId, stage: next.stage })
  })
}
