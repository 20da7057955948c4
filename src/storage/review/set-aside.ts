import { sql } from 'kysely'
import type { PersonId, ReviewId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'
import { isBarred } from './independence.ts'

/**
 * Takes the answers of whoever may not judge the case out of an open review and keeps them beside it, where nothing
 * counts or shows them: whoever goes on answers these questions themselves. How many there were.
 */
export async function setAsideAnswers(writer: Writer, review: ReviewId): Promise<number> {
  const { rows } = await sql`
    with gone as (
      delete from review_answer as a using review as r, case_stage as c
      where a.review_id = ${review} and r.id = a.review_id and c.id = r.case_stage_id
        and r.state in ('assigned', 'in-progress') and ${isBarred('c', sql`a.answered_by`)}
      returning a.*)
    insert into set_aside_answer (review_id, question_key, answer, value, value_type, value_wording, override_reason,
      wording, programme_version_id, comment, evidence_reference, evidence_date, answered_by, answered_at)
    select review_id, question_key, answer, value, case when value is null then null else value_type end,
      case when value is null then null else value_wording end, override_reason, wording, programme_version_id, comment,
      evidence_reference, evidence_date, answered_by, answered_at
    from gone returning id`.execute(writer.db)
  return rows.length
}

/** The same with the comment on the whole review, where nobody but the person who goes can have written it. */
export async function setAsideComment(writer: Writer, review: ReviewId, by: PersonId): Promise<void> {
  await sql`
    with gone as (
      select r.id, r.comment, round.programme_version_id from review as r join round on round.id = r.round_id
      where r.id = ${review} and r.comment is not null for update of r),
    emptied as (update review set comment = null, version = version + 1 where id in (select id from gone))
    insert into set_aside_answer (review_id, question_key, wording, programme_version_id, comment, answered_by, answered_at)
    select id, '*', 'Kommentar til hele gennemgangen', programme_version_id, comment, ${by}::uuid, now()
    from gone`.execute(writer.db)
}

/** Whether an open review has answers of somebody who may not judge the case. */
export async function hasBarredAnswers(reader: Reader, review: ReviewId): Promise<boolean> {
  const { rows } = await sql`
    select from review as r join case_stage as c on c.id = r.case_stage_id
    where r.id = ${review} and exists (select from (
        select distinct answered_by from review_answer where review_id = r.id) as a
      where ${isBarred('c', sql`a.answered_by`)})`.execute(reader.db)
  return rows.length > 0
}
