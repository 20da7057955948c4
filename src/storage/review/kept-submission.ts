import { sql } from 'kysely'
import type { AnswerContent } from '../../core/review/answer-content.ts'
import type { ReviewId } from '../ids.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'
import { changeProgress } from './assignment.ts'
import type { ReviewHead } from './review.ts'

/** A submission that was sent back, as it stood. The newest submission is the review itself. */
export interface KeptSubmission {
  /** From 1. */
  readonly number: number
  readonly submittedAt: Date
  /** Null: not known. */
  readonly submittedBy: string | null
  readonly minutes: number | null
  readonly comment: string | null
  /** Another level's answers to the case had been open to its reviewers. */
  readonly influenced: boolean
}

/** Whether the review was ever submitted and sent back. */
export async function wasSubmitted(reader: Reader, review: ReviewId): Promise<boolean> {
  const { rows } = await sql`select from review_submission where review_id = ${review} limit 1`.execute(
    reader.db,
  )
  return rows.length > 0
}

/** Oldest first. */
export async function listKeptSubmissions(
  reader: PersonalReader,
  review: ReviewId,
): Promise<readonly KeptSubmission[]> {
  return reader.db
    .selectFrom('review_submission as s')
    .leftJoin('person as p', 'p.id', 's.submitted_by')
    .select([
      's.number',
      's.submitted_at as submittedAt',
      'p.name as submittedBy',
      's.minutes',
      's.comment',
      's.influenced',
    ])
    .where('s.review_id', '=', review)
    .orderBy('s.number')
    .limit(100)
    .execute()
}

export interface KeptAnswer extends AnswerContent {
  readonly number: number
  readonly question: string
  /** The grade that followed from the other answers. */
  readonly derivedValue: string | null
}

/** The answers of all kept submissions, by submission and question. */
export async function listKeptAnswers(
  reader: PersonalReader,
  review: ReviewId,
): Promise<readonly KeptAnswer[]> {
  return reader.db
    .selectFrom('review_submission_answer')
    .select([
      'number',
      'question_key as question',
      'answer',
      'value',
      'derived_value as derivedValue',
      'override_reason as overrideReason',
      'comment',
      'evidence_reference as evidenceReference',
      'evidence_date as evidenceDate',
    ])
    .where('review_id', '=', review)
    .orderBy('number')
    .orderBy('question_key')
    .limit(10_000)
    .execute()
}

/**
 * Takes a submission back: keeps it as it stands, opens the review, and takes it out of the counts that dashboards read.
 * Returns the number under which it is kept; undefined when another write came between reading `head` and this, and
 * then nothing has been changed.
 */
export async function takeSubmissionBack(
  writer: Writer,
  head: ReviewHead,
  { at, influenced }: { readonly at: Date; readonly influenced: boolean },
): Promise<number | undefined> {
  const { id } = head
  const { rows: held } = await sql`select from review
    where id = ${id} and state = 'submitted' and version = ${head.version} for update`.execute(writer.db)
  if (held.length === 0) return undefined
  const { rows } = await sql<{ number: number }>`
    insert into review_submission (review_id, number, submitted_at, submitted_by, minutes, comment, influenced)
    select r.id, 1 + (select count(*)::int from review_submission s where s.review_id = r.id), r.submitted_at,
      (select person_id from review_event e where e.review_id = r.id and e.kind = 'submitted' order by e.id desc limit 1),
      r.minutes, r.comment, r.influenced_since is not null
    from review r where r.id = ${id} returning number`.execute(writer.db)
  const number = rows[0]?.number
  if (number === undefined) throw new Error('a held review was not kept')
  await sql`insert into review_submission_answer (review_id, number, question_key, answer, value, value_type,
      value_wording, derived_value, override_reason, wording, programme_version_id, comment, evidence_reference,
      evidence_date, answered_by, answered_at)
    select review_id, ${number}::int, question_key, answer, value, value_type, value_wording, derived_value,
      override_reason, wording, programme_version_id, comment, evidence_reference, evidence_date, answered_by,
      answered_at
    from review_answer where review_id = ${id}`.execute(writer.db)
  await uncount(writer, head)
  await sql`update review set state = 'in-progress', submitted_at = null, minutes = null, version = version + 1,
      influenced_since = coalesce(influenced_since, ${influenced ? at : null}::timestamptz)
    where id = ${id}`.execute(writer.db)
  return number
}

async function uncount(writer: Writer, head: ReviewHead): Promise<void> {
  // An anchor's answers were never counted. Locked in the order of the key, as a submission locks them.
  if (head.anchorId === null)
    await sql`
      with held as (
        select t.question_key from question_tally t
        where t.round_id = ${head.roundId} and t.level = ${head.level} and t.unit_id = ${head.unitId}
          and t.stage = ${head.stage}
          and exists (select from review_answer a where a.review_id = ${head.id} and a.question_key = t.question_key)
        order by t.question_key for update)
      update question_tally t set yes = t.yes - (a.answer is not distinct from 'yes')::int,
        no = t.no - (a.answer is not distinct from 'no')::int,
        na = t.na - (a.answer is not distinct from 'na')::int
      from held, review_answer a
      where a.review_id = ${head.id} and a.question_key = held.question_key and t.question_key = held.question_key
        and t.round_id = ${head.roundId} and t.level = ${head.level} and t.unit_id = ${head.unitId}
        and t.stage = ${head.stage}`.execute(writer.db)
  await changeProgress(writer, { round: head.roundId, level: head.level }, head.unitId, {
    submitted: -1,
    minutes: -(head.minutes ?? 0),
  })
}
