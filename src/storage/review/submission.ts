import { sql } from 'kysely'
import type { PersonId } from '../ids.ts'
import type { Writer } from '../transaction.ts'
import { changeProgress } from './assignment.ts'
import { saveReviewEvents } from './review-event.ts'
import type { ReviewHead } from './review.ts'

export interface Submission {
  readonly minutes: number
  readonly at: Date
  readonly by: PersonId
  /** Questions of the finished form; what was answered beside them falls away. */
  readonly asked: readonly string[]
  /** Grades that follow from the answers. */
  readonly derived: readonly DerivedAnswer[]
}

interface DerivedAnswer {
  readonly question: string
  readonly wording: string
  /** Its place from 1, and what it is called, in Danish. */
  readonly grade: number
  readonly gradeWording: string
}

/**
 * Submits a review and counts it where dashboards read. False when another write came between reading `head` and this;
 * then nothing has been changed.
 */
export async function saveSubmission(
  writer: Writer,
  head: ReviewHead,
  { minutes, at, by, asked, derived }: Submission,
): Promise<boolean> {
  const { rows } = await sql`
    update review set state = 'submitted', submitted_at = greatest(started_at, ${at}::timestamptz),
      minutes = ${minutes}, version = version + 1
    where id = ${head.id} and state = 'in-progress' and version = ${head.version}
    returning id`.execute(writer.db)
  if (rows.length === 0) return false
  await sql`delete from review_answer where review_id = ${head.id}
    and (coalesce(answer, value, derived_value) is null or question_key <> all(${asked}::text[]))`.execute(
    writer.db,
  )
  await saveDerived(writer, head, derived, { at, by })
  // An anchor's answers count in no result. In the order of the key, so that two submissions never wait for each other crosswise.
  await sql`
    insert into question_tally as t (round_id, level, unit_id, stage, question_key, yes, no, na)
    select ${head.roundId}::uuid, ${head.level}::int, ${head.unitId}::uuid, ${head.stage}, question_key,
      (answer = 'yes')::int, (answer = 'no')::int, (answer = 'na')::int
    from review_answer where review_id = ${head.id} and answer is not null and ${head.anchorId === null} order by question_key
    on conflict (municipality_id, round_id, level, unit_id, stage, question_key) do update
    set yes = t.yes + excluded.yes, no = t.no + excluded.no, na = t.na + excluded.na`.execute(writer.db)
  await changeProgress(writer, { round: head.roundId, level: head.level }, head.unitId, {
    submitted: 1,
    minutes,
  })
  await saveReviewEvents(writer, [{ review: head.id, by, kind: 'submitted' }])
  return true
}

/** Beside an override the derived grade is kept as well. */
async function saveDerived(
  writer: Writer,
  head: ReviewHead,
  derived: readonly DerivedAnswer[],
  { at, by }: Pick<Submission, 'at' | 'by'>,
): Promise<void> {
  for (const { question, wording, grade, gradeWording } of derived)
    await sql`
      insert into review_answer as a (review_id, question_key, derived_value, value_type, value_wording, wording,
        programme_version_id, answered_by, answered_at, version)
      values (${head.id}, ${question}, ${grade}::int::text, 'graded', ${gradeWording}, ${wording},
        ${head.programmeVersionId}::uuid, ${by}::uuid, ${at}::timestamptz, ${head.version + 1})
      on conflict (municipality_id, review_id, question_key) do update set derived_value = excluded.derived_value,
        value_type = excluded.value_type, version = excluded.version,
        value_wording = case when a.value is null then excluded.value_wording else a.value_wording end`.execute(
      writer.db,
    )
}
