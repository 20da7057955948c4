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

/**
 * The Danish day from which each closed round's results were open to those who may read results: when its last review was
 * first submitted, or, with any review missing, when it was closed. Later corrections do not make them unknown again.
 */
export async function listKnownDays(
  reader: Reader,
  rounds: readonly RoundId[],
): Promise<ReadonlyMap<RoundId, string>> {
  const { rows } = await sql<{ round: RoundId; knownOn: string }>`
    select o.id as round, (case when s.missing then o.closed_at else least(o.closed_at, s.last) end
      at time zone 'Europe/Copenhagen')::date as "knownOn"
    from round as o
      cross join lateral (
        select coalesce(bool_or(r.state <> 'submitted'), true) as missing,
          max(coalesce(e.first, r.submitted_at)) as last
        from review as r left join lateral (
          select min(v.at) as first from review_event as v
          where v.municipality_id = r.municipality_id and v.review_id = r.id and v.kind = 'submitted') as e on true
        where r.municipality_id = o.municipality_id and r.round_id = o.id) as s
    where o.id = any(${rounds}::uuid[]) and o.state = 'closed'`.execute(reader.db)
  return new Map(rows.map(({ round, knownOn }) => [round, knownOn]))
}
