import { sql } from 'kysely'
import type { AnswerValue } from '../../core/programme/programme.ts'
import type { RoundId } from '../ids.ts'
import type { PersonalReader } from '../transaction.ts'
import { independentAnswersIn } from './independent-answers.ts'

/** A submitted review with its independent answers, by case. */
export interface ReviewBehind {
  readonly caseId: string
  readonly stage: string
  readonly unit: string
  readonly answers: Readonly<Record<string, AnswerValue>>
}

/** The submitted reviews of a level that a figure was counted from; null: every stage or question. */
export async function listReviewsBehind(
  reader: PersonalReader,
  round: RoundId,
  { level, stage, question }: { level: number; stage: string | null; question: string | null },
): Promise<readonly ReviewBehind[]> {
  const { rows } = await sql<ReviewBehind>`
    with given as (${independentAnswersIn(round)})
    select d.case_id as "caseId", d.stage, u.name as unit, jsonb_object_agg(a.question_key, a.answer) as answers
    from review r
    join draw_case d on d.municipality_id = r.municipality_id and d.draw_id = r.draw_id
      and d.case_stage_id = r.drawn_case_stage_id
    join unit u on u.municipality_id = r.municipality_id and u.id = r.unit_id
    join given a on a.municipality_id = r.municipality_id and a.review_id = r.id
    where r.round_id = ${round} and r.state = 'submitted' and r.anchor_id is null and r.level = ${level}
      and (${stage}::text is null or d.stage = ${stage}) and (${question}::text is null or a.question_key = ${question})
    group by r.municipality_id, r.id, d.municipality_id, d.draw_id, d.case_stage_id, u.name
    order by d.stage, d.case_id`.execute(reader.db)
  return rows
}
