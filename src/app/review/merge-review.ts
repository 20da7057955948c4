import type { Merge as MergeView } from '../../contract/review/merge.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import type { Problem } from '../../core/language/problem.ts'
import { getStage } from '../../core/programme/lookup.ts'
import type { Programme } from '../../core/programme/programme.ts'
import type { DifferenceReason } from '../../core/review/difference.ts'
import { checkCommonAnswer } from '../../core/review/given-answer.ts'
import { canSettleOn, isMerged, refusalOfMergeMove, type MergeMoveKind } from '../../core/review/merge.ts'
import { refusalOf } from '../../core/review/review-acts.ts'
import { isSealed } from '../../core/review/seal.ts'
import type { ReviewId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { getCaseFacts } from '../../storage/review/case-facts.ts'
import { holdReview, saveMergeMove } from '../../storage/review/merge.ts'
import { findReview, listReviewsOfCase, type ReviewHead } from '../../storage/review/review.ts'
import type { PersonalReader, Reader, Transaction } from '../../storage/transaction.ts'
import type { RefusalCode } from '../../contract/frame/refusal-code.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { notify } from '../notification/notify.ts'
import { readMerge, submitMerged as submit, type Merge } from './merge-data.ts'
import { toMergeRows } from './merge-rows.ts'
import { situationOf, viewerOf } from './situation.ts'

/** Both own forms beside each other: to the two once both have handed in, to others once the review is submitted. */
export async function getMerge(context: Context, id: ReviewId): Promise<Result<Immutable<MergeView>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const head = await findReview(tx.reader, id, context.actor.personId)
    if (head === undefined || !head.hasForms) return refused('not-found')
    const refusal = refusalOf('open', situationOf(context, head))
    if (refusal !== null) return refused(refusal)
    const { programme } = await getProgrammeVersion(tx.reader, head.programmeVersionId)
    const sealed = await sealOf(context, tx.reader, head, programme)
    if (sealed !== null) return refused(sealed)
    const reader = await tx.recordAccess({ act: 'open-merge', subjectKind: 'review', subjectId: id })
    const merge = await readMerge(reader, head, programme)
    const stage = getStage(programme, head.stage)
    const { caseId } = await getCaseFacts(reader, head)
    return done({
      caseId,
      stage: stage.title,
      mayDecide: refusalOfMerging(context, head) === null,
      submitted: head.state === 'submitted',
      complete: isMerged(merge.standings),
      forms: merge.forms.map(({ person, name, submittedAt, minutes, comment }) => ({
        name,
        me: person === context.actor.personId,
        submittedAt: submittedAt.toISOString(),
        minutes,
        comment,
      })),
      rows: toMergeRows(stage.questions, merge, context.actor.personId),
    })
  })
}

async function sealOf(
  context: Context,
  reader: Reader,
  head: ReviewHead,
  programme: Programme,
): Promise<RefusalCode | null> {
  const viewer = viewerOf(context, head, programme)
  if (viewer.isReviewer) return isReady(head) ? null : 'merge-sealed'
  const ofCase = await listReviewsOfCase(reader, head.roundId, head.caseStageId)
  return isSealed(head, viewer, ofCase, head.roundClosed) ? 'sealed' : null
}

/** The caller and whoever else reviews the case have handed in. */
function isReady({ ownSubmittedAt, colleaguesReady }: ReviewHead): boolean {
  return ownSubmittedAt !== null && colleaguesReady
}

/** Why the caller may not choose, confirm or submit now; null: they may. */
function refusalOfMerging(context: Context, head: ReviewHead): RefusalCode | null {
  const situation = situationOf(context, head)
  // Answering is refused to whoever has handed in; merging begins there.
  const refusal = refusalOf('answer', { ...situation, handedIn: false })
  // Sent back, it is corrected in the level's form.
  if (refusal === null && !head.apart) return 'merge-done'
  return refusal ?? (isReady(head) ? null : 'merge-sealed')
}

export interface MergeQuestion {
  readonly review: ReviewId
  readonly question: string
}

interface Move {
  readonly kind: MergeMoveKind
  readonly given: string | null
  readonly reason: DifferenceReason | null
  readonly note: string | null
  readonly seen: number
}

/** One chooses which answer should be the level's. */
export function chooseMerged(
  context: Context,
  at: MergeQuestion,
  choice: {
    readonly given: string
    readonly reason: DifferenceReason
    readonly note: string | null
    readonly seen: number
  },
): Promise<Result<undefined>> {
  return move(context, at, { kind: 'chosen', ...choice })
}

/** The other confirms. */
export function confirmMerged(context: Context, at: MergeQuestion, seen: number): Promise<Result<undefined>> {
  return move(context, at, { kind: 'confirmed', given: null, reason: null, note: null, seen })
}

function move(
  context: Context,
  { review, question }: MergeQuestion,
  { kind, given, reason, note, seen }: Move,
): Promise<Result<undefined>> {
  return merging(context, review, `merge-${kind}`, { question }, async ({ tx, head, programme, merge }) => {
    const asked = getStage(programme, head.stage).questions.find(({ key }) => key === question)
    const person = context.actor.personId
    const standing = merge.standings.find((each) => each.question === question)
    const refusal = refusalOfMergeMove(kind, person, standing, seen)
    if (refusal !== null) return refused(refusal)
    if (asked === undefined) return refused('question-not-in-form')
    const wrong = given === null ? [] : checkCommonAnswer(asked, given)
    if (wrong.length > 0) return refused('unfit-answer', wrong)
    if (given !== null && standing?.settle && !canSettleOn(standing.settle, given))
      return refused('unfit-answer', [neitherRuleNorOverride(asked.number)])
    const detail = { question }
    const writer = await tx.recordChange({
      room: 'review',
      act: `merge-${kind}`,
      subjectKind: 'review',
      subjectId: review,
      detail,
    })
    await saveMergeMove(writer, { review, question, person, kind, given, reason, note })
    if (kind === 'chosen')
      await notify(writer, {
        to: merge.forms.map((form) => form.person).filter((other) => other !== person),
        kind: 'merge-ready',
        subjectId: review,
        once: context.today,
      })
    return done()
  })
}

function neitherRuleNorOverride(number: string): Problem {
  return {
    code: 'neither-rule-nor-override',
    text: {
      da: `Spørgsmål ${number} følger af andre svar. Vælg det, reglen giver, eller det, en af jer satte i stedet.`,
      en: `Question ${number} follows from other answers. Choose what the rule gives, or what one of you put in its place.`,
    },
  }
}

/** Either submits the level's review once every question has its answer. */
export function submitMerged(context: Context, review: ReviewId): Promise<Result<undefined>> {
  return merging(context, review, 'merge-submit', {}, async ({ tx, head, programme, merge }) => {
    if (!isMerged(merge.standings)) return refused('merge-open')
    const writer = await tx.recordChange({
      room: 'review',
      act: 'merge-submit',
      subjectKind: 'review',
      subjectId: review,
    })
    await submit(context, writer, head, { programme, merge })
    return done()
  })
}

interface Merging {
  readonly tx: Transaction
  readonly reader: PersonalReader
  readonly head: ReviewHead
  readonly programme: Programme
  readonly merge: Merge
}

/** Runs an act of merging on a held review, for one of the two, once both have handed in. */
function merging(
  context: Context,
  review: ReviewId,
  act: string,
  detail: Readonly<Record<string, string>>,
  run: (merging: Merging) => Promise<Result<undefined>>,
): Promise<Result<undefined>> {
  const { personId } = context.actor
  return context.database.transaction(context.actor, async (tx) => {
    const found = await findReview(tx.reader, review, personId)
    if (found === undefined || !found.hasForms) return refused('not-found')
    const early = refusalOfMerging(context, found)
    if (early !== null) return refused(early)
    const reader = await tx.recordAccess({ act, subjectKind: 'review', subjectId: review, detail })
    await holdReview(reader, review)
    // Read again now that nobody else can change it.
    const head = await findReview(reader, review, personId)
    if (head === undefined) return refused('not-found')
    const refusal = refusalOfMerging(context, head)
    if (refusal !== null) return refused(refusal)
    const { programme } = await getProgrammeVersion(reader, head.programmeVersionId)
    return run({ tx, reader, head, programme, merge: await readMerge(reader, head, programme) })
  })
}
