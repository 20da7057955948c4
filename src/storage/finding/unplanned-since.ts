import { sql, type RawBuilder } from 'kysely'
import type { FindingViewer } from './visible-finding.ts'

/**
 * The day, in Denmark, since which a finding that nobody has planned waits for its plan, `f` in the query; null: it is not
 * open. It waits since it was put on record, its round closed or, in an open round, the viewer's own levels submitted the
 * case, or since it was opened again: whichever came last. For closed rounds alone there need be no viewer.
 */
export function unplannedSince(viewer: Pick<FindingViewer, 'openRounds'> | null): RawBuilder<string | null> {
  const pairs = (viewer?.openRounds ?? []).flatMap(({ round, levels }) =>
    levels.map((level) => ({ round, level })),
  )
  return sql`(case when f.state = 'open' then (greatest(f.recorded_at,
    coalesce((select w.closed_at from round as w where w.id = f.round_id),
      (select max(x.submitted_at) from unnest(${pairs.map(({ round }) => round)}::uuid[],
          ${pairs.map(({ level }) => level)}::int[]) as v (round, level)
        join review as x on x.round_id = v.round and x.level = v.level
        where v.round = f.round_id and x.case_stage_id = f.case_stage_id and x.state = 'submitted')),
    case when f.run > 1 then (select max(a.at) from finding_act as a
      where a.finding_id = f.id and a.run = f.run and a.kind = 'reopen') end)
    at time zone 'Europe/Copenhagen')::date end)`
}

/** Whether nobody planned it in time: it waits since `until` or longer. */
export function isUnplannedSince(
  viewer: Pick<FindingViewer, 'openRounds'> | null,
  until: string,
): RawBuilder<boolean> {
  return sql`(f.state = 'open' and ${unplannedSince(viewer)} <= ${until}::date)`
}
