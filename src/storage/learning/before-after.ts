import { sql } from 'kysely'
import type { CaseSpan } from '../../core/learning/before-after.ts'
import type { RoundId } from '../ids.ts'
import type { Reader } from '../transaction.ts'

export interface RoundSpan extends CaseSpan {
  readonly round: RoundId
  readonly stage: string
}

/** From when to when the reviewed cases of closed rounds ran, by stage, at the level given for each round. */
export async function listRoundSpans(
  reader: Reader,
  rounds: readonly { readonly id: RoundId; readonly level: number }[],
): Promise<readonly RoundSpan[]> {
  const { rows } = await sql<RoundSpan>`
    select r.round_id as round, d.stage, count(*)::int as cases, min(d.content->>'started') as "earliestStart",
      max(d.content->>'completed') as "latestEnd"
    from unnest(${rounds.map(({ id }) => id)}::uuid[], ${rounds.map(({ level }) => level)}::int[])
        as wanted (round_id, level)
      join round o on o.id = wanted.round_id and o.state = 'closed'
      join review r on r.municipality_id = o.municipality_id and r.round_id = o.id and r.level = wanted.level
        and r.state = 'submitted'
      join draw_case d on d.municipality_id = r.municipality_id and d.draw_id = r.draw_id
        and d.case_stage_id = r.drawn_case_stage_id
    group by r.round_id, d.stage order by r.round_id, d.stage`.execute(reader.db)
  return rows
}
