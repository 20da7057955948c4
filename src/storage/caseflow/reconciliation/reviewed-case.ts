import { sql } from 'kysely'
import type { PersonId, ReviewId, RoundId, UnitId } from '../../ids.ts'
import type { PersonalReader } from '../../transaction.ts'

/** A submitted review of a round's level, without its answers. */
export interface ReviewOfCase {
  readonly id: ReviewId
  readonly caseId: string
  readonly stage: string
  readonly unitId: UnitId
  readonly reviewers: readonly PersonId[]
}

export async function listReviewsOf(
  reader: PersonalReader,
  round: RoundId,
  level: number,
): Promise<readonly ReviewOfCase[]> {
  const { rows } = await sql<ReviewOfCase>`
    select r.id, d.case_id as "caseId", d.stage, r.unit_id as "unitId",
      array_remove(array[r.assigned_to, r.assigned_with], null) as reviewers
    from review r
    join draw_case d on d.municipality_id = r.municipality_id and d.draw_id = r.draw_id
      and d.case_stage_id = r.case_stage_id
    where r.round_id = ${round} and r.level = ${level} and r.state = 'submitted' and r.anchor_id is null
    order by d.stage, d.case_id`.execute(reader.db)
  return rows
}

/** Where a review stands that somebody concludes about. */
export interface ReviewPlace {
  readonly roundId: RoundId
  readonly level: number
  readonly unitId: UnitId
}

export async function findReviewPlace(
  reader: PersonalReader,
  review: ReviewId,
): Promise<ReviewPlace | undefined> {
  const { rows } = await sql<ReviewPlace>`
    select round_id as "roundId", level, unit_id as "unitId" from review
    where id = ${review} and state = 'submitted' and anchor_id is null`.execute(reader.db)
  return rows[0]
}

/**
 * Comments to some questions of some reviews, by review and question. Of a review that was corrected when another level
 * could be seen there are none: they stand beside answers that are not compared (decision 0009).
 */
export async function listCommentsTo(
  reader: PersonalReader,
  reviews: readonly ReviewId[],
  questions: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ review: ReviewId; question: string; comment: string }>`
    select a.review_id as review, a.question_key as question, a.comment
    from review_answer a join review r on r.municipality_id = a.municipality_id and r.id = a.review_id
    where a.review_id = any(${reviews}::uuid[]) and a.question_key = any(${questions}::text[])
      and a.comment <> '' and r.influenced_since is null`.execute(reader.db)
  return new Map(rows.map(({ review, question, comment }) => [`${review} ${question}`, comment]))
}
