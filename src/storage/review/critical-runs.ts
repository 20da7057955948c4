import { sql } from 'kysely'
import type { CriticalStep } from '../../core/review/critical-case.ts'
import type { RoundId } from '../ids.ts'
import type { Reader } from '../transaction.ts'

export interface CriticalRunRow {
  readonly first: boolean
  readonly withdrawn: boolean
  readonly steps: Readonly<Record<CriticalStep, { readonly hours: number | null; readonly inTime: boolean }>>
}

/** Each start of the clock of a round's critical cases, with the hours to each step; no id, no name, no day. */
export async function listCriticalRuns(reader: Reader, round: RoundId): Promise<readonly CriticalRunRow[]> {
  const { rows } = await sql<CriticalRunRow>`
    select s.run = 1 as first,
      exists (select from critical_act w where w.critical_case_id = s.critical_case_id and w.run = s.run
        and w.kind = 'withdrawn') as withdrawn,
      (select jsonb_object_agg(step.name, jsonb_build_object(
          'hours', extract(epoch from a.at - s.at)::float8 / 3600, 'inTime', coalesce(a.at <= a.due_at, false)))
        from unnest(array['acknowledged', 'acted', 'confirmed', 'accounted']) as step (name)
        left join critical_act a on a.critical_case_id = s.critical_case_id and a.run = s.run and a.kind = step.name) as steps
    from critical_act s
    where s.kind in ('reported', 'reopened') and exists (
      select from critical_act r join review w on w.id = r.review_id
      where r.critical_case_id = s.critical_case_id and w.round_id = ${round})
    order by md5(s.critical_case_id::text || s.run)
    limit 10000`.execute(reader.db)
  return rows
}
