import type { DisputeRow } from '../../contract/review/disputes.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { rolesWith } from '../../core/access/permissions.ts'
import { getStage } from '../../core/programme/lookup.ts'
import { lastDayToAnswer, refusalOfAnswer, type DisputeOutcome } from '../../core/review/feedback.ts'
import type { FeedbackReplyId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { listReviewers } from '../../storage/review/assignment.ts'
import * as store from '../../storage/review/dispute.ts'
import { countUnread } from '../../storage/review/feedback.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { danishDay } from '../frame/danish-day.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { notify } from '../notification/notify.ts'
import { lawOf } from './feedback.ts'

type Rows = Result<{ readonly disputes: readonly Immutable<DisputeRow>[] }>

/** The disputes of those the caller leads, and of the caller's units. */
export async function listDisputes(context: Context): Promise<Rows> {
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({ act: 'list-disputes', subjectKind: 'feedback' })
    const found = await store.listDisputes(reader, context.actor.personId, ownReach(context))
    return done({ disputes: await toRows(context, reader, found) })
  })
}

/** What those who lead the audit are asked to have corrected. */
export async function listCorrectionRequests(context: Context): Promise<Rows> {
  const { municipality } = reachIn(context, 'feedback.correction')
  if (!municipality) return refused('not-permitted')
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({ act: 'list-corrections-asked', subjectKind: 'feedback' })
    const reach = { led: false, units: [], corrections: true }
    const found = await store.listDisputes(reader, context.actor.personId, reach)
    return done({ disputes: await toRows(context, reader, found) })
  })
}

/** Ends a dispute. No answer is changed by it: a correction is asked for, and made by the rules for corrections. */
export async function answerDispute(
  context: Context,
  id: FeedbackReplyId,
  { outcome, words }: { readonly outcome: DisputeOutcome; readonly words: string },
): Promise<Result<undefined>> {
  const { personId } = context.actor
  return context.database.transaction(context.actor, async (tx) => {
    const subject = { subjectKind: 'feedback', subjectId: id } as const
    const reader = await tx.recordAccess({ act: 'read-dispute', ...subject })
    const found = await store.findDispute(reader, id, personId, ownReach(context))
    if (found === undefined) return refused('not-found')
    const refusal = refusalOfAnswer({ ...found, answered: found.outcome !== null })
    if (refusal !== null) return refused(refusal)
    const writer = await tx.recordChange({ room: 'review', act: `dispute-${outcome}`, ...subject })
    const saved = await store.saveOutcome(writer, {
      dispute: id,
      by: personId,
      at: context.now,
      outcome,
      words,
    })
    if (!saved) return refused('dispute-answered')
    const subjectId = found.review
    await notify(writer, { to: [found.by], kind: 'feedback-answered', subjectId, once: id })
    if (outcome === 'changed') {
      const holders = await listReviewers(reader, rolesWith('feedback.correction'), context.today)
      const to = holders.map(({ person }) => person).filter((person) => person !== personId)
      await notify(writer, { to, kind: 'feedback-correction', subjectId, once: id })
    }
    return done()
  })
}

/** What the start page tells: never how anybody else does. */
export async function countFeedback(
  context: Context,
): Promise<Result<{ readonly unread: number; readonly disputes: number }>> {
  const own = reachIn(context, 'feedback.own').own
  const followUp = reachIn(context, 'feedback.follow-up')
  return context.database.transaction(context.actor, async (tx) => {
    const { personId } = context.actor
    if (!own && !followUp.own) return done({ unread: 0, disputes: 0 })
    const reader = await tx.recordAccess({ act: 'count-feedback', subjectKind: 'feedback' })
    const disputes = followUp.own ? await store.listDisputes(reader, personId, ownReach(context)) : []
    return done({
      unread: own ? await countUnread(reader, personId) : 0,
      disputes: disputes.filter(
        (each) => refusalOfAnswer({ ...each, answered: each.outcome !== null }) === null,
      ).length,
    })
  })
}

function ownReach(context: Context): store.DisputeReach {
  const { own, units } = reachIn(context, 'feedback.follow-up')
  return { led: own, units, corrections: false }
}

async function toRows(
  context: Context,
  reader: PersonalReader,
  disputes: readonly store.Dispute[],
): Promise<readonly Immutable<DisputeRow>[]> {
  const leads = reachIn(context, 'feedback.correction').municipality
  const rows: Immutable<DisputeRow>[] = []
  for (const each of disputes) {
    const { programme } = await getProgrammeVersion(reader, each.programmeVersionId)
    const stage = getStage(programme, each.stage)
    const question = stage.questions.find(({ key }) => key === each.question)
    if (question === undefined) throw new Error(`the programme has no question ${each.question}`)
    const refusal = refusalOfAnswer({ ...each, answered: each.outcome !== null })
    const { outcome, outcomeWords, outcomeAt } = each
    const dueOn = lastDayToAnswer(danishDay(each.at))
    rows.push({
      id: each.id,
      caseId: each.caseId,
      stage: stage.title,
      unit: each.unit,
      by: each.byName,
      at: each.at.toISOString(),
      dueOn,
      overdue: outcome === null && dueOn < context.today,
      number: question.number,
      text: question.text,
      law: lawOf(question, each.completed, programme),
      comment: each.comment,
      words: each.words,
      outcome:
        outcome === null || outcomeWords === null || outcomeAt === null
          ? null
          : { outcome, words: outcomeWords, at: outcomeAt.toISOString() },
      closedToMe: refusal === 'dispute-answered' ? null : refusal,
      review: leads && !each.roundClosed ? each.review : null,
      roundClosed: each.roundClosed,
    })
  }
  return rows
}
