import { rolesWith } from '../../core/access/permissions.ts'
import type { ReplyKind } from '../../core/review/feedback.ts'
import type { PersonId, ReviewId } from '../../storage/ids.ts'
import { listReviewers } from '../../storage/review/assignment.ts'
import { listLeadersOf } from '../../storage/review/dispute.ts'
import { saveRead, saveReplies, type FeedbackHead } from '../../storage/review/feedback.ts'
import { findReview, listReviewsOfCase } from '../../storage/review/review.ts'
import type { PersonalReader, Transaction, Writer } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { notify } from '../notification/notify.ts'
import { openFeedback } from './feedback.ts'
import { reviewersOf } from './level-pair.ts'

/** Says that the caller has read it, and accepts what they have not replied to. */
export function acceptFeedback(context: Context, review: ReviewId): Promise<Result<undefined>> {
  const { personId } = context.actor
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await readerOf(tx, review)
    const found = await openFeedback(context, reader, review)
    if (found === undefined) return refused('not-found')
    if (found.head.state !== 'submitted') return refused('feedback-correcting')
    const open = found.answered.filter(
      ({ question, compliant }) => compliant === false && !found.replies.has(question.key),
    )
    const writer = await writerOf(tx, review, 'accept-feedback')
    const at = context.now
    await saveReplies(
      writer,
      { review, person: personId, at },
      open.map(({ question }) => ({ question: question.key, kind: 'accepted' as const, words: null })),
    )
    await saveRead(writer, { review, person: personId, at })
    return done()
  })
}

/** Accepts or disputes one point; a dispute tells whoever leads the caller. */
export function replyToPoint(
  context: Context,
  { review, question }: { readonly review: ReviewId; readonly question: string },
  reply: { readonly kind: ReplyKind; readonly words: string | null },
): Promise<Result<undefined>> {
  const { personId } = context.actor
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await readerOf(tx, review)
    const found = await openFeedback(context, reader, review)
    if (found === undefined) return refused('not-found')
    if (found.head.state !== 'submitted') return refused('feedback-correcting')
    if (found.replies.has(question)) return refused('already-replied')
    const point = found.answered.find((each) => each.question.key === question && each.compliant === false)
    if (point === undefined) return refused('question-not-in-form')
    const writer = await writerOf(tx, review, `${reply.kind}-feedback`, question)
    const of = { review, person: personId, at: context.now }
    const added = await saveReplies(writer, of, [{ question, ...reply }])
    if (added === 0) return refused('already-replied')
    await saveRead(writer, of)
    if (reply.kind === 'disputed') await tellLeaders(context, reader, writer, found.head)
    return done()
  })
}

function readerOf(tx: Transaction, review: ReviewId): Promise<PersonalReader> {
  return tx.recordAccess({ act: 'read-feedback', subjectKind: 'feedback', subjectId: review })
}

function writerOf(tx: Transaction, review: ReviewId, act: string, question?: string): Promise<Writer> {
  return tx.recordChange({
    room: 'review',
    act,
    subjectKind: 'feedback',
    subjectId: review,
    ...(question === undefined ? {} : { detail: { question } }),
  })
}

/**
 * The team's leader; without one the unit's department managers; where they have all reviewed the case themselves, the
 * area manager, who may answer it too.
 */
async function tellLeaders(
  context: Context,
  reader: PersonalReader,
  writer: Writer,
  head: FeedbackHead,
): Promise<void> {
  const { personId } = context.actor
  const own = await findReview(reader, head.review, personId)
  if (own === undefined) throw new Error('a review that was released is gone')
  const reviewers = new Set<PersonId>()
  for (const { id } of await listReviewsOfCase(reader, head.roundId, head.caseStageId))
    for (const person of reviewersOf((await findReview(reader, id, personId)) ?? own)) reviewers.add(person)
  const holders = await listReviewers(reader, rolesWith('feedback.follow-up'), context.today)
  const leaders = await listLeadersOf(reader, personId, context.today)
  const inUnit = (role: string) =>
    holders.filter((holder) => holder.role === role && holder.unit === own.unitId).map(({ person }) => person)
  const able = (persons: readonly PersonId[]) =>
    persons.filter((person) => person !== personId && !reviewers.has(person))
  const candidates = [
    leaders.filter((leader) => holders.some(({ person }) => person === leader)),
    inUnit('department-manager'),
    inUnit('area-manager'),
  ].map(able)
  await notify(writer, {
    to: candidates.find((persons) => persons.length > 0) ?? inUnit('area-manager'),
    kind: 'feedback-disputed',
    subjectId: head.review,
    once: personId,
  })
}
