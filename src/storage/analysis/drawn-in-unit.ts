import { sql } from 'kysely'
import type { DrawReviewed } from '../../core/analysis/analysis.ts'
import type { RoundId, UnitId } from '../ids.ts'
import type { Reader } from '../transaction.ts'

/** Of a unit's cases in force at every level of some rounds: how many there are, and how many somebody reviewed. */
export async function countDrawnInUnit(
  reader: Reader,
  rounds: readonly RoundId[],
  unit: UnitId,
): Promise<readonly DrawReviewed[]> {
  const { rows } = await sql<DrawReviewed>`
    select o.key as round, w.level, count(*)::int as drawn,
      count(*) filter (where r.state = 'submitted')::int as reviewed
    from round o
    join draw w on w.municipality_id = o.municipality_id and w.round_id = o.id
    join draw_case d on d.municipality_id = w.municipality_id and d.draw_id = w.id
      and d.unit_id = ${unit} and d.status = 'drawn'
    left join review r on r.municipality_id = d.municipality_id and r.draw_id = d.draw_id
      and r.drawn_case_stage_id = d.case_stage_id
    where o.id = any(${rounds}::uuid[]) and w.drawn_at is not null
    group by o.key, o.period_from, w.level
    order by o.period_from desc, w.level`.execute(reader.db)
  return rows
}

/** The same of every unit's cases at one level of one round. */
export async function listDrawnByUnit(
  reader: Reader,
  round: RoundId,
  level: number,
): Promise<readonly (DrawReviewed & { readonly unitId: UnitId; readonly unit: string })[]> {
  const { rows } = await sql<DrawReviewed & { readonly unitId: UnitId; readonly unit: string }>`
    select o.key as round, w.level, u.id as "unitId", u.name as unit, count(*)::int as drawn,
      count(*) filter (where r.state = 'submitted')::int as reviewed
    from round o
    join draw w on w.municipality_id = o.municipality_id and w.round_id = o.id
    join draw_case d on d.municipality_id = w.municipality_id and d.draw_id = w.id and d.status = 'drawn'
    join unit u on u.municipality_id = d.municipality_id and u.id = d.unit_id
    left join review r on r.municipality_id = d.municipality_id and r.draw_id = d.draw_id
      and r.drawn_case_stage_id = d.case_stage_id
    where o.id = ${round} and w.level = ${level} and w.drawn_at is not null
    group by o.key, w.level, u.id, u.name
    order by u.name`.execute(reader.db)
  return rows
}
