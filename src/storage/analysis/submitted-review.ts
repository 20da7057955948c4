import { sql } from 'kysely'
import type { AnswerValue } from '../../core/programme/programme.ts'
import type { RoundId } from '../ids.ts'
import type { PersonalReader, Reader } from '../transaction.ts'
import { independentAnswersIn } from './independent-answers.ts'

/** A submitted review with all its independent answers, and its case as the frame was frozen with it. */
export interface SubmittedReview {
  readonly level: number
  readonly caseId: string
  readonly stage: string
  /** The unit on the day of the draw, by its name today. */
  readonly unit: string
  readonly caseworker: string
  readonly started: string
  readonly completed: string
  readonly answers: Readonly<Record<string, AnswerValue>>
}

/** All submitted reviews of a round. One row a review keeps the answers' tens of thousands of rows in the database. */
export async function listSubmittedReviews(
  reader: PersonalReader,
  round: RoundId,
): Promise<readonly SubmittedReview[]> {
  const { rows } = await sql<SubmittedReview>`
    with given as (${independentAnswersIn(round)})
    select r.level, d.case_id as "caseId", d.stage, u.name as unit, d.content->>'caseworker' as caseworker,
      d.content->>'started' as started, d.content->>'completed' as completed,
      coalesce(jsonb_object_agg(a.question_key, a.answer) filter (where a.answer is not null), '{}') as answers
    from review r
    join draw_case d on d.municipality_id = r.municipality_id and d.draw_id = r.draw_id
      and d.case_stage_id = r.drawn_case_stage_id
    join unit u on u.municipality_id = r.municipality_id and u.id = r.unit_id
    join given a on a.municipality_id = r.municipality_id and a.review_id = r.id
    where r.round_id = ${round} and r.state = 'submitted'
    group by r.municipality_id, r.id, d.municipality_id, d.draw_id, d.case_stage_id, u.name
    order by r.level, d.stage, d.case_id`.execute(reader.db)
  return rows
}

/**
 * By round: changes whenever its figures can change: a submission, a case replaced (it moves the weights), a draw, a
 * unit's name. It says nothing about any case.
 */
export async function listDataVersions(
  reader: Reader,
  rounds: readonly RoundId[],
): Promise<ReadonlyMap<RoundId, string>> {
  const { rows } = await sql<{ id: RoundId; version: string }>`
    select o.id, concat_ws('/',
      (select concat_ws('-', count(*), sum(version), max(submitted_at)) from review
        where municipality_id = o.municipality_id and round_id = o.id and state = 'submitted'),
      (select concat_ws('-', count(*), max(drawn_at)) from draw
        where municipality_id = o.municipality_id and round_id = o.id),
      (select count(*) from draw_case c join draw w on w.municipality_id = c.municipality_id and w.id = c.draw_id
        where w.municipality_id = o.municipality_id and w.round_id = o.id and c.status = 'replaced'),
      (select md5(string_agg(id || name, ',' order by id)) from unit)) as version
    from round o where o.id = any(${rounds}::uuid[])`.execute(reader.db)
  return new Map(rows.map(({ id, version }) => [id, version]))
}
