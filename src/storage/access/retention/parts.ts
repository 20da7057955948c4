import { sql } from 'kysely'
import type { CasePart } from '../../../core/access/retention/due.ts'
import type { PersonalReader } from '../../transaction.ts'
import { erasedPrefix } from './case-tables.ts'

export interface CaseParts {
  readonly caseId: string
  readonly held: boolean
  readonly parts: readonly CasePart[]
}

/** What each case consists of and from when its periods are counted; of all cases, or of those given. */
export async function listParts(
  reader: PersonalReader,
  cases?: readonly string[],
): Promise<readonly CaseParts[]> {
  const wanted = cases === undefined ? sql`true` : sql`case_id = any(${[...cases]}::text[])`
  const { rows } = await sql<CaseParts>`
    with stage as (select municipality_id, id, case_id, completed from case_stage where ${wanted}),
    round_of as (
      select s.case_id, d.round_id from stage s
        join draw_case c on c.municipality_id = s.municipality_id and c.case_stage_id = s.id
        join draw d on d.municipality_id = c.municipality_id and d.id = c.draw_id
      union
      select s.case_id, r.round_id from stage s
        join review r on r.municipality_id = s.municipality_id and r.case_stage_id = s.id
    ),
    part as (
      select case_id, 'case-stages' as kind, bool_or(completed is null) as open, max(completed) as "from"
      from stage group by case_id
      union all
      select o.case_id, 'reviews', bool_or(r.closed_at is null), max((r.closed_at at time zone 'Europe/Copenhagen')::date)
      from round_of o join round r on r.id = o.round_id group by o.case_id
      union all
      select s.case_id, 'findings', bool_or(not f.closed),
        max((coalesce((select max(a.at) from finding_act a where a.municipality_id = f.municipality_id and a.finding_id = f.id),
          f.recorded_at) at time zone 'Europe/Copenhagen')::date)
      from stage s join finding f on f.municipality_id = s.municipality_id and f.case_stage_id = s.id group by s.case_id
      union all
      select case_id, 'critical-cases', bool_or(coalesce(accounted_at, withdrawn_at) is null),
        max((coalesce(accounted_at, withdrawn_at) at time zone 'Europe/Copenhagen')::date)
      from critical_case where ${wanted} group by case_id
      union all
      select case_id, 'case-events', false, max(day) from case_event where ${wanted} group by case_id
      union all
      select case_id, 'walk-throughs', bool_or(closed_at is null), max((closed_at at time zone 'Europe/Copenhagen')::date)
      from walk_through where ${wanted} group by case_id
    )
    select p.case_id as "caseId",
      exists (select from legal_hold h where h.case_id = p.case_id and h.lifted_at is null) as held,
      jsonb_agg(jsonb_build_object('kind', p.kind, 'open', p.open, 'from', p."from")) as parts
    from part p where not starts_with(p.case_id, ${erasedPrefix})
    group by p.case_id order by p.case_id`.execute(reader.db)
  return rows
}
