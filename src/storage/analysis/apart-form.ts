import { sql } from 'kysely'
import type { AnswerValue } from '../../core/programme/programme.ts'
import type { ReviewId, RoundId } from '../ids.ts'
import type { PersonalReader } from '../transaction.ts'

/** What one of two who reviewed apart handed in, with the roles that they held on that day. */
export interface ApartForm {
  readonly review: ReviewId
  readonly caseId: string
  readonly stage: string
  readonly level: number
  readonly roles: readonly string[]
  readonly answers: Readonly<Record<string, AnswerValue>>
}

/** Both forms of each of a round's drawn cases that two reviewed apart and whose merged review is submitted, side by side. */
export async function listApartForms(reader: PersonalReader, round: RoundId): Promise<readonly ApartForm[]> {
  const { rows } = await sql<ApartForm>`
    select r.id as review, d.case_id as "caseId", d.stage, r.level,
      array(select distinct a.role from role_assignment a
        where a.municipality_id = o.municipality_id and a.person_id = o.person_id
          and a.valid_from <= o.submitted_at::date and (a.valid_to is null or a.valid_to >= o.submitted_at::date)
        order by a.role) as roles,
      coalesce((select jsonb_object_agg(a.question_key, a.answer) from own_answer a
        where a.municipality_id = o.municipality_id and a.review_id = o.review_id and a.person_id = o.person_id
          and a.answer is not null), '{}') as answers
    from review r
    join own_review o on o.municipality_id = r.municipality_id and o.review_id = r.id
      and o.person_id in (r.assigned_to, r.assigned_with) and o.submitted_at is not null
    join draw_case d on d.municipality_id = r.municipality_id and d.draw_id = r.draw_id
      and d.case_stage_id = r.drawn_case_stage_id
    where r.round_id = ${round} and r.apart and r.state = 'submitted'
    order by r.level, d.stage, d.case_id, r.id, o.person_id <> r.assigned_to, o.person_id`.execute(reader.db)
  return rows
}
