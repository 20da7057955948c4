import { sql } from 'kysely'
import type { PersonId, ReviewId } from '../ids.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'
import type { AnswerToSave, ReviewAnswer } from './answers.ts'
import { colleaguesReady } from './own-turn.ts'
import type { ReviewHead, StoredAnswer } from './review.ts'

export interface OwnAnswer extends ReviewAnswer {
  readonly person: PersonId
}

/** What each of those named said in their own form, by question. */
export async function listOwnAnswers(
  reader: PersonalReader,
  review: ReviewId,
  persons: readonly PersonId[],
): Promise<readonly OwnAnswer[]> {
  if (persons.length === 0) return []
  return reader.db
    .selectFrom('own_answer as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select([
      'a.person_id as person',
      'a.question_key as question',
      'a.answer',
      'a.value',
      sql<string | null>`null`.as('derivedValue'),
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
    .where('a.person_id', 'in', persons)
    .orderBy('a.question_key')
    .orderBy('a.person_id')
    .limit(2000)
    .execute()
}

/** The answer that a save compares itself with. Its content stays inside; the save leaves a change entry. */
export async function findOwnStored(
  reader: Reader,
  review: ReviewId,
  person: PersonId,
  question: string,
): Promise<StoredAnswer | undefined> {
  return reader.db
    .selectFrom('own_answer')
    .select([
      'answer',
      'value',
      'override_reason as overrideReason',
      'comment',
      'evidence_reference as evidenceReference',
      'evidence_date as evidenceDate',
      'version',
    ])
    .where('review_id', '=', review)
    .where('person_id', '=', person)
    .where('question_key', '=', question)
    .executeTakeFirst()
}

/** The person's form, begun if need be, as `own`; it must not be handed in, and the review still in `state`. */
function openOwn({ review, by, at, state }: Pick<AnswerToSave, 'review' | 'by' | 'at' | 'state'>) {
  return sql`r as (
      update review set state = 'in-progress', started_at = coalesce(started_at, ${at}::timestamptz)
      where id = ${review} and state = ${state} and apart
      returning id
    ), own as (
      insert into own_review as o (review_id, person_id, started_at)
      select r.id, ${by}::uuid, ${at}::timestamptz from r
      on conflict (municipality_id, review_id, person_id) do update set version = o.version + 1
      where o.submitted_at is null
      returning o.review_id, o.version
    )`
}

/** Saves one answer of an own form, as `saveAnswer` does of a common one. */
export async function saveOwnAnswer(writer: Writer, save: AnswerToSave): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    with ${openOwn(save)}
    insert into own_answer as a (review_id, person_id, question_key, answer, value, value_type, value_wording,
      override_reason, wording, programme_version_id, comment, evidence_reference, evidence_date, answered_at, version)
    select own.review_id, ${save.by}::uuid, ${save.question}, ${save.answer}, ${save.value}, ${save.valueType},
      ${save.valueWording}, ${save.overrideReason}, ${save.wording}, ${save.programmeVersionId}::uuid,
      ${save.comment}, ${save.evidenceReference}, ${save.evidenceDate}::date, ${save.at}::timestamptz, own.version
    from own
    on conflict (municipality_id, review_id, person_id, question_key) do update set answer = excluded.answer,
      value = excluded.value, value_type = excluded.value_type, value_wording = excluded.value_wording,
      override_reason = excluded.override_reason, wording = excluded.wording,
      programme_version_id = excluded.programme_version_id, comment = excluded.comment,
      evidence_reference = excluded.evidence_reference, evidence_date = excluded.evidence_date,
      answered_at = excluded.answered_at, version = excluded.version
    where a.version = ${save.seenVersion}
    returning a.version`.execute(writer.db)
  return rows[0]?.version
}

export async function findOwnComment(
  reader: Reader,
  review: ReviewId,
  person: PersonId,
): Promise<string | null> {
  const row = await reader.db
    .selectFrom('own_review')
    .select('comment')
    .where('review_id', '=', review)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row?.comment ?? null
}

interface OwnComment {
  readonly by: PersonId
  readonly at: Date
  readonly before: string | null
  readonly comment: string | null
}

/** Saves the comment of an own form where it still reads `before`; false when another write came between. */
export async function saveOwnComment(
  writer: Writer,
  head: Pick<ReviewHead, 'id' | 'state'>,
  { by, at, before, comment }: OwnComment,
): Promise<boolean> {
  const { rows } =
    await sql`with ${openOwn({ review: head.id, state: head.state, by, at })} select from own`.execute(
      writer.db,
    )
  if (rows.length === 0) return false
  const { numUpdatedRows } = await writer.db
    .updateTable('own_review')
    .set({ comment })
    .where('review_id', '=', head.id)
    .where('person_id', '=', by)
    .where('comment', 'is not distinct from', before)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

interface HandIn {
  readonly by: PersonId
  readonly at: Date
  readonly minutes: number
  readonly asked: readonly string[]
}

/**
 * Hands in an own form; what its finished form does not ask falls away. The review is held until the transaction ends,
 * so that of two who hand in at once one comes last. False when it cannot be handed in any more.
 */
export async function saveHandIn(
  writer: Writer,
  review: ReviewId,
  { by, at, minutes, asked }: HandIn,
): Promise<boolean> {
  const { rows: held } =
    await sql`select from review where id = ${review} and state = 'in-progress' and apart for update`.execute(
      writer.db,
    )
  if (held.length === 0) return false
  const { rows: open } = await sql`select from own_review
    where review_id = ${review} and person_id = ${by} and submitted_at is null for update`.execute(writer.db)
  if (open.length === 0) return false
  await sql`delete from own_answer where review_id = ${review} and person_id = ${by}
    and (coalesce(answer, value) is null or question_key <> all(${asked}::text[]))`.execute(writer.db)
  await sql`update own_review set submitted_at = greatest(started_at, ${at}::timestamptz), minutes = ${minutes},
    version = version + 1 where review_id = ${review} and person_id = ${by}`.execute(writer.db)
  return true
}

/** Opens a form that was handed in, unless the other form is handed in by now; then false. */
export async function undoHandIn(writer: Writer, review: ReviewId, by: PersonId): Promise<boolean> {
  const { rows: held } = await sql`select from review
    where id = ${review} and state = 'in-progress' and apart for update`.execute(writer.db)
  if (held.length === 0) return false
  const { rows } = await sql`update own_review as o set submitted_at = null, version = o.version + 1
    from review as r
    where o.review_id = ${review} and o.person_id = ${by} and o.submitted_at is not null and r.id = o.review_id
      and not ${colleaguesReady(sql`${by}::uuid`)}
    returning o.review_id`.execute(writer.db)
  return rows.length === 1
}
