import { sql } from 'kysely'
import type { AnswerType } from '../../core/programme/programme.ts'
import type { AnswerContent } from '../../core/review/answer-content.ts'
import type { ReviewState } from '../../core/review/review.ts'
import type { PersonId, ProgrammeVersionId, ReviewId } from '../ids.ts'
import type { PersonalReader, Writer } from '../transaction.ts'

export interface ReviewAnswer extends AnswerContent {
  readonly question: string
  /** The grade that followed from the other answers on submission. */
  readonly derivedValue: string | null
  /** The question as it stood, in Danish, when it was answered. */
  readonly wording: string
  readonly version: number
  readonly answeredAt: Date
  readonly answeredBy: string
}

function selectAnswers(reader: PersonalReader, review: ReviewId) {
  return reader.db
    .selectFrom('review_answer as a')
    .innerJoin('person as p', 'p.id', 'a.answered_by')
    .select([
      'a.question_key as question',
      'a.answer',
      'a.value',
      'a.derived_value as derivedValue',
      'a.override_reason as overrideReason',
      'a.wording',
      'a.comment',
      'a.evidence_reference as evidenceReference',
      'a.evidence_date as evidenceDate',
      'a.version',
      'a.answered_at as answeredAt',
      'p.name as answeredBy',
    ])
    .where('a.review_id', '=', review)
}

export async function listAnswers(
  reader: PersonalReader,
  review: ReviewId,
): Promise<readonly ReviewAnswer[]> {
  return selectAnswers(reader, review).orderBy('a.question_key').limit(1000).execute()
}

export async function findAnswer(
  reader: PersonalReader,
  review: ReviewId,
  question: string,
): Promise<ReviewAnswer | undefined> {
  return selectAnswers(reader, review).where('a.question_key', '=', question).executeTakeFirst()
}

export interface AnswerToSave extends AnswerContent {
  readonly review: ReviewId
  /** The review's state when the save was judged; the first answer takes it from `assigned` to `in-progress`. */
  readonly state: ReviewState
  readonly question: string
  readonly wording: string
  /** Of `value`: the type of its question, and what a grade was called, in Danish. */
  readonly valueType: Exclude<AnswerType, 'yes-no'> | null
  readonly valueWording: string | null
  readonly programmeVersionId: ProgrammeVersionId
  readonly by: PersonId
  readonly at: Date
  /** Version of the stored answer that the writer saw; 0: none. */
  readonly seenVersion: number
}

/**
 * Saves one answer and returns its new version: the review's own count of writes, so that a version never comes twice,
 * not even for an answer that was taken back. Undefined when another write came between judging and saving.
 */
export async function saveAnswer(writer: Writer, save: AnswerToSave): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    with r as (
      update review set state = 'in-progress', started_at = coalesce(started_at, ${save.at}), version = version + 1
      where id = ${save.review} and state = ${save.state}
      returning id, version
    )
    insert into review_answer as a (review_id, question_key, answer, value, value_type, value_wording,
      override_reason, wording, programme_version_id, comment, evidence_reference, evidence_date, answered_by,
      answered_at, version)
    select r.id, ${save.question}, ${save.answer}, ${save.value}, ${save.valueType}, ${save.valueWording},
      ${save.overrideReason}, ${save.wording}, ${save.programmeVersionId}::uuid, ${save.comment},
      ${save.evidenceReference}, ${save.evidenceDate}::date, ${save.by}::uuid, ${save.at}::timestamptz, r.version
    from r
    on conflict (municipality_id, review_id, question_key) do update set answer = excluded.answer,
      value = excluded.value, value_type = excluded.value_type, value_wording = excluded.value_wording,
      derived_value = null, override_reason = excluded.override_reason, wording = excluded.wording, programme_version_id = excluded.programme_version_id, comment = excluded.comment,
      evidence_reference = excluded.evidence_reference, evidence_date = excluded.evidence_date,
      answered_by = excluded.answered_by, answered_at = excluded.answered_at, version = excluded.version
    where a.version = ${save.seenVersion}
    returning a.version`.execute(writer.db)
  return rows[0]?.version
}
