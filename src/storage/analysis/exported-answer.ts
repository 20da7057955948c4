import { sql } from 'kysely'
import type { GivenAnswer } from '../../core/review/given-answer.ts'
import type { RoundId } from '../ids.ts'
import type { PersonalReader } from '../transaction.ts'

/** One question of one submitted review. Who reviewed and what they wrote beside the answer is left out. */
export interface ExportedAnswer {
  readonly level: number
  readonly caseId: string
  readonly stage: string
  readonly unit: string
  readonly question: string
  /** What statistics count (`independent-answers.ts`); null: nothing was answered independently. */
  readonly independent: Omit<GivenAnswer, 'overrideReason'> | null
  /** What stands now; null: the question fell away. */
  readonly now: Omit<GivenAnswer, 'overrideReason'> | null
}

/** The cases of a round's submitted reviews, as `listExportedAnswers` has them. */
export async function listExportedCases(reader: PersonalReader, round: RoundId): Promise<readonly string[]> {
  const { rows } = await sql<{ caseId: string }>`
    select distinct d.case_id as "caseId" from review r
    join draw_case d on d.municipality_id = r.municipality_id and d.draw_id = r.draw_id
      and d.case_stage_id = r.drawn_case_stage_id
    where r.round_id = ${round} and r.state = 'submitted' and r.anchor_id is null
    order by 1`.execute(reader.db)
  return rows.map(({ caseId }) => caseId)
}

/** Every answer of a round's submitted reviews, but those to anchors, which are no cases of the round. */
export async function listExportedAnswers(
  reader: PersonalReader,
  round: RoundId,
): Promise<readonly ExportedAnswer[]> {
  const given = sql`jsonb_build_object('answer', a.answer, 'value', a.value, 'derivedValue', a.derived_value)`
  const { rows } = await sql<ExportedAnswer>`
    with submitted as (
      select r.municipality_id, r.id, r.influenced_since, r.level, d.case_id, d.stage, u.name as unit,
        (select max(s.number) from review_submission s
          where s.municipality_id = r.municipality_id and s.review_id = r.id and not s.influenced) as before
      from review r
      join draw_case d on d.municipality_id = r.municipality_id and d.draw_id = r.draw_id
        and d.case_stage_id = r.drawn_case_stage_id
      join unit u on u.municipality_id = r.municipality_id and u.id = r.unit_id
      where r.round_id = ${round} and r.state = 'submitted' and r.anchor_id is null
    ), now as (
      select r.id, a.question_key, ${given} as given from submitted r
      join review_answer a on a.municipality_id = r.municipality_id and a.review_id = r.id
        and coalesce(a.answer, a.value, a.derived_value) is not null
    ), independent as (
      select n.id, n.question_key, n.given from now n join submitted r on r.id = n.id and r.influenced_since is null
      union all
      select r.id, a.question_key, ${given} from submitted r
      join review_submission_answer a on a.municipality_id = r.municipality_id and a.review_id = r.id
        and a.number = r.before and coalesce(a.answer, a.value, a.derived_value) is not null
      where r.influenced_since is not null
    )
    select r.level, r.case_id as "caseId", r.stage, r.unit, x.question_key as question, x.independent, x.now
    from (
      select coalesce(i.id, n.id) as id, coalesce(i.question_key, n.question_key) as question_key,
        i.given as independent, n.given as now
      from independent i full join now n on n.id = i.id and n.question_key = i.question_key
    ) x join submitted r on r.id = x.id
    order by r.level, r.stage, r.case_id, x.question_key`.execute(reader.db)
  return rows
}
