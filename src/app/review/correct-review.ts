import { refusalOfCorrection, type CorrectionAct, type WriteOffReason } from '../../core/review/correction.ts'
import type { ReviewEventKind } from '../../core/review/review-event.ts'
import type { ReviewId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { restore, writeOff } from '../../storage/review/correction.ts'
import { takeSubmissionBack } from '../../storage/review/kept-submission.ts'
import { undoHandIn } from '../../storage/review/own-form.ts'
import { saveReviewEvents } from '../../storage/review/review-event.ts'
import { findReview, listReviewsOfCase, type ReviewHead } from '../../storage/review/review.ts'
import type { Transaction, Writer } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { findErrors } from '../finding/find-errors.ts'
import { notify } from '../notification/notify.ts'
import { correctableOf, type Correctable } from './correction-situation.ts'
import { againWhenOvertaken, Overtaken } from './overtaken.ts'
import { situationOf } from './situation.ts'

/** Sends a submitted review back to its reviewers, who then correct it and submit it again. */
export function returnReview(
  context: Context,
  id: ReviewId,
  reason: string,
): Promise<Result<{ readonly influenced: boolean }>> {
  return correct(context, id, {
    act: () => 'return',
    detail: {},
    save: (writer, head, correctable) => takeBack(context, writer, head, correctable, 'returned', reason),
  })
}

/**
 * Opens a review again: a submission that its reviewer takes back as a slip, or a review that was written off and will
 * be made after all.
 */
export function reopenReview(
  context: Context,
  id: ReviewId,
  reason: string,
): Promise<Result<{ readonly influenced: boolean }>> {
  return correct(context, id, {
    act: ({ state }) => (state === 'written-off' ? 'restore' : 'undo'),
    detail: {},
    async save(writer, head, correctable) {
      if (correctable.situation.handedIn) return takeHandInBack(context, writer, head, reason)
      if (head.state !== 'written-off')
        return takeBack(context, writer, head, correctable, 'reopened', reason)
      if (!(await restore(writer, head))) throw new Overtaken()
      await tell(context, writer, head, 'reopened', { reason })
      return { influenced: correctable.facts.influenced }
    },
  })
}

/** Ends a review that will not be made, so that the round can close without it. */
export function writeOffReview(
  context: Context,
  id: ReviewId,
  { code, reason }: { readonly code: WriteOffReason; readonly reason: string },
): Promise<Result<undefined>> {
  return correct(context, id, {
    act: () => 'write-off',
    detail: { code },
    async save(writer, head) {
      if (!(await writeOff(writer, head))) throw new Overtaken()
      await tell(context, writer, head, 'written-off', { reason, code })
      return undefined
    },
  })
}

interface Correction<T> {
  readonly act: (head: ReviewHead) => CorrectionAct
  readonly detail: Readonly<Record<string, string>>
  readonly save: (writer: Writer, head: ReviewHead, correctable: Correctable) => Promise<T>
}

function correct<T>(context: Context, id: ReviewId, correction: Correction<T>): Promise<Result<T>> {
  return againWhenOvertaken(() =>
    context.database.transaction(context.actor, (tx) => correctOnce(context, tx, id, correction)),
  )
}

async function correctOnce<T>(
  context: Context,
  tx: Transaction,
  id: ReviewId,
  { act: actOn, detail, save }: Correction<T>,
): Promise<Result<T>> {
  const head = await findReview(tx.reader, id, context.actor.personId)
  if (head === undefined) return refused('not-found')
  const { programme } = await getProgrammeVersion(tx.reader, head.programmeVersionId)
  const ofCase = await listReviewsOfCase(tx.reader, head.roundId, head.caseStageId)
  const correctable = await correctableOf(context, tx.reader, head, programme, ofCase)
  const { situation } = correctable
  // To whoever may not even read it, it does not exist.
  const stranger = situationOf(context, head).standing === 'stranger'
  if (stranger && !situation.leadsTheAudit && !situation.isAbove) return refused('not-found')
  const act = actOn(head)
  const refusal = refusalOfCorrection(act, situation)
  if (refusal !== null) return refused(refusal)
  const writer = await tx.recordChange({
    room: 'review',
    act: `${act}-review`,
    subjectKind: 'review',
    subjectId: id,
    detail,
  })
  return done(await save(writer, head, correctable))
}

async function takeBack(
  context: Context,
  writer: Writer,
  head: ReviewHead,
  { openToReviewers, facts }: Correctable,
  kind: 'returned' | 'reopened',
  reason: string,
) {
  const number = await takeSubmissionBack(writer, head, { at: context.now, influenced: openToReviewers })
  if (number === undefined) throw new Overtaken()
  const { programme } = await getProgrammeVersion(writer, head.programmeVersionId)
  await findErrors(writer, head.id, programme, context.now)
  await tell(context, writer, head, kind, { reason, number: String(number) })
  return { influenced: facts.influenced || openToReviewers }
}

/** Opens one's own form again; the colleague, who has seen nothing of it, is not told. */
async function takeHandInBack(context: Context, writer: Writer, { id }: ReviewHead, reason: string) {
  const { personId: by } = context.actor
  if (!(await undoHandIn(writer, id, by))) throw new Overtaken()
  await saveReviewEvents(writer, [{ review: id, by, kind: 'reopened', reason, detail: { form: 'own' } }])
  return { influenced: false }
}

const notices = {
  returned: 'review-returned',
  reopened: 'review-reopened',
  'written-off': 'review-written-off',
} as const satisfies Partial<Record<ReviewEventKind, string>>

/** Puts it in the history and tells the review's reviewers, but not whoever did it. */
async function tell(
  context: Context,
  writer: Writer,
  { id, assignedTo, assignedWith, version }: ReviewHead,
  kind: keyof typeof notices,
  { reason, ...detail }: { readonly reason: string; readonly code?: string; readonly number?: string },
): Promise<void> {
  const { personId } = context.actor
  await saveReviewEvents(writer, [{ review: id, by: personId, kind, reason, detail }])
  const to = [assignedTo, assignedWith].filter((person) => person !== null && person !== personId)
  await notify(writer, {
    to: to.filter((person) => person !== null),
    kind: notices[kind],
    subjectId: id,
    once: String(version),
  })
}
