import { sql } from 'kysely'
import { lastDayUnplannedTooLong } from '../../core/finding/finding-deadlines.ts'
import type { FindingsOfRound, FindingSums } from '../../core/report/findings-section.ts'
import type { RoundId } from '../ids.ts'
import type { Reader } from '../transaction.ts'
import { isUnplannedSince } from './unplanned-since.ts'

/**
 * What became of a round's findings, counted by stage and unit on a day (ISO); no id, no name. For closed rounds only:
 * the sums of an open one are sealed (decision 0006), which the caller sees to.
 */
export async function sumFindings(reader: Reader, round: RoundId, today: string): Promise<FindingsOfRound> {
  const { rows } = await sql<FindingSums>`
    select f.stage, u.name as unit, count(*)::int as found,
      count(*) filter (where f.state = 'verified')::int as restored,
      count(*) filter (where f.state = 'carried-out')::int as unverified,
      count(*) filter (where f.state = 'not-restored')::int as "notRestored",
      count(*) filter (where f.state in ('open', 'planned', 'contacted', 'proposed'))::int as "underWay",
      count(*) filter (where (f.state in ('planned', 'contacted', 'proposed') and f.due_on < ${today}::date)
        or ${isUnplannedSince(null, lastDayUnplannedTooLong(today))})::int as overdue,
      count(*) filter (where f.put_off_late or f.late_before)::int as "putOffLate",
      count(distinct f.case_stage_id) filter (where exists (select from finding_act as w
        where w.finding_id = f.id and w.kind = 'contact'))::int as informed,
      (select jsonb_object_agg(g.name, coalesce(n.of, 0))
        from unnest(array['impossible', 'too-late', 'citizen-declined', 'nothing-to-restore']) as g (name)
        left join (select w.ground, count(*)::int as of from finding as w
          where w.round_id = ${round} and w.stage = f.stage and w.unit_id = f.unit_id and w.state = 'not-restored'
          group by w.ground) as n on n.ground = g.name) as grounds
    from finding as f join unit as u on u.id = f.unit_id
    where f.round_id = ${round} and f.state <> 'fallen-away'
    group by f.stage, f.unit_id, u.name order by f.stage, u.name, f.unit_id`.execute(reader.db)
  const fallen = await sql<{ count: number }>`
    select count(*)::int as count from finding as f where f.round_id = ${round} and f.state = 'fallen-away'
      and exists (select from finding_source as s where s.finding_id = f.id)`.execute(reader.db)
  return { asOf: today, sums: rows, fallenAway: fallen.rows[0]?.count ?? 0 }
}
