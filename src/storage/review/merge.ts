import { sql } from 'kysely'
import type { AnswerContent } from '../../core/review/answer-content.ts'
import type { DifferenceReason } from '../../core/review/difference.ts'
import type { MergeMove as CoreMove } from '../../core/review/merge.ts'
import type { AnswerType } from '../../core/programme/programme.ts'
import type { PersonId, ProgrammeVersionId, ReviewId } from '../ids.ts'
import type { PersonalReader, Writer } from '../transaction.ts'

export interface OwnReview {
  readonly person: PersonId
  readonly name: string
  readonly submittedAt: Date
  readonly minutes: number | null
  readonly comment: string | null
}

/** The own forms that are handed in, of those who review the case now; the first reviewer's first. */
export async function listHandedIn(reader: PersonalReader, review: ReviewId): Promise<readonly OwnReview[]> {
  const { rows } = await sql<OwnReview>`
    select o.person_id as person, p.name, o.submitted_at as "submittedAt", o.minutes, o.comment
    from review as r
      join own_review as o on o.review_id = r.id and o.person_id in (r.assigned_to, r.assigned_with)
      join person as p on p.id = o.person_id
    where r.id = ${review} and o.submitted_at is not null
    order by o.person_id <> r.assigned_to, o.person_id`.execute(reader.db)
  return rows
}

/** Holds the review until the transaction ends, so that moves come one after the other. */
export async function holdReview(reader: PersonalReader, review: ReviewId): Promise<void> {
  await sql`select from review where id = ${review} for update`.execute(reader.db)
}

export interface MergeMove extends CoreMove {
  readonly person: PersonId
  readonly by: string
  readonly at: Date
  readonly reason: DifferenceReason | null
  readonly note: string | null
}

/** What was chosen and confirmed, in the order it happened. */
export async function listMergeMoves(
  reader: PersonalReader,
  review: ReviewId,
): Promise<readonly MergeMove[]> {
  return reader.db
    .selectFrom('merge_move as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select([
      'm.id',
      'm.question_key as question',
      'm.person_id as person',
      'p.name as by',
      'm.at',
      'm.kind',
      'm.given',
      'm.reason',
      'm.note',
    ])
    .where('m.review_id', '=', review)
    .orderBy('m.id')
    .limit(5000)
    .execute()
}

export async function saveMergeMove(
  writer: Writer,
  move: Pick<MergeMove, 'question' | 'person' | 'kind' | 'given' | 'reason' | 'note'> & {
    readonly review: ReviewId
  },
): Promise<void> {
  await writer.db
    .insertInto('merge_move')
    .values({
      review_id: move.review,
      question_key: move.question,
      person_id: move.person,
      kind: move.kind,
      given: move.given,
      reason: move.reason,
      note: move.note,
    })
    .execute()
}

export interface MergedAnswer extends AnswerContent {
  readonly question: string
  readonly wording: string
  readonly valueType: Exclude<AnswerType, 'yes-no'> | null
  readonly valueWording: string | null
  readonly by: PersonId
}

/** Puts the merged answers where the level's answers stand, in place of any that stood there. */
export async function saveMergedAnswers(
  writer: Writer,
  of: { readonly review: ReviewId; readonly programmeVersionId: ProgrammeVersionId; readonly at: Date },
  merged: {
    readonly answers: readonly MergedAnswer[]
    readonly comment: string | null
    readonly version: number
  },
): Promise<void> {
  await writer.db.deleteFrom('review_answer').where('review_id', '=', of.review).execute()
  if (merged.answers.length > 0)
    await writer.db
      .insertInto('review_answer')
      .values(
        merged.answers.map((each) => ({
          review_id: of.review,
          question_key: each.question,
          answer: each.answer,
          value: each.value,
          value_type: each.valueType,
          value_wording: each.valueWording,
          derived_value: null,
          override_reason: each.overrideReason,
          wording: each.wording,
          programme_version_id: of.programmeVersionId,
          comment: each.comment,
          evidence_reference: each.evidenceReference,
          evidence_date: each.evidenceDate,
          answered_by: each.by,
          answered_at: of.at,
          version: merged.version,
        })),
      )
      .execute()
  await writer.db.updateTable('review').set({ comment: merged.comment }).where('id', '=', of.review).execute()
}
