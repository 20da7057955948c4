import { sql } from 'kysely'
import type { ImportBatchId } from '../ids.ts'
import { toJson } from '../tables/column.ts'
import type { Transaction, Writer } from '../transaction.ts'
import type { OutcomeCounts, RefusedRow } from './staged-row.ts'

/**
 * Compares rows with the registry and keeps those that are new or would change something for the preview. `rows` is the
 * JSON text of an array of `StagedRow`: one value a statement, because an array a column costs more to write and parse.
 * The municipality is asked for once; as the column's default it would be verified anew for every row.
 */
export async function stageRows(
  writer: Writer,
  batch: ImportBatchId,
  rows: string,
  count: number,
): Promise<OutcomeCounts> {
  const result = await sql<{ outcome: 'new' | 'changed'; count: number }>`
    with compared as (
      select row.content, r.line, r.child,
        by_cpr.external_id as known_child,
        c.id as case_stage_id,
        case when c.id is null then '{}'::jsonb else
          case when c.unit_id = r.unit_id then '{}' else jsonb_build_object('unit', jsonb_build_array(
            (select name from unit where id = c.unit_id), (select name from unit where id = r.unit_id))) end
          || case when c.caseworker = r.caseworker then '{}'
            else jsonb_build_object('caseworker', jsonb_build_array(c.caseworker, r.caseworker)) end
          || case when c.started = r.started then '{}'
            else jsonb_build_object('started', jsonb_build_array(c.started, r.started)) end
          || case when c.completed is not distinct from r.completed then '{}'
            else jsonb_build_object('completed', jsonb_build_array(c.completed, r.completed)) end
          || case when c.attributes = r.attributes then '{}'
            else jsonb_build_object('attributes', jsonb_build_array(c.attributes, r.attributes)) end
          || case when coalesce(by_cpr.external_id, r.child) is null
              or coalesce(by_cpr.external_id, r.child) is not distinct from own.external_id then '{}'
            else jsonb_build_object('child', jsonb_build_array(own.external_id,
              coalesce(by_cpr.external_id, r.child))) end
          || case when r.cpr_hash is null or by_cpr.id is not null then '{}'
            else jsonb_build_object('cpr', jsonb_build_array(
              case when by_id.cpr_hash is null then null else '●' end, '●')) end
          || case when r.participants is null or r.participants = took_part.codes then '{}'
            else jsonb_build_object('participants', jsonb_build_array(took_part.codes, r.participants)) end
        end as difference
      from jsonb_array_elements(${rows}::jsonb) as row(content)
      cross join lateral jsonb_to_record(row.content) as r(
        line int, case_id text, stage text, unit_id uuid, caseworker text, started date, completed date,
        attributes jsonb, child text, cpr_hash text, participants text[])
      left join case_stage c on c.case_id = r.case_id and c.stage = r.stage
      left join child own on own.id = c.child_id
      left join child by_id on by_id.external_id = r.child
      left join child by_cpr on by_cpr.cpr_hash = decode(r.cpr_hash, 'hex')
      left join lateral (
        select coalesce(array_agg(p.caseworker order by p.caseworker collate "C"), '{}') as codes
        from case_stage_participant p where p.case_stage_id = c.id and p.part = 'took-part'
      ) took_part on c.id is not null and r.participants is not null
    ), kept as (
      insert into import_row (municipality_id, batch_id, line, outcome, content, difference)
      select (select sealed.current_municipality()), ${batch}, line,
        case when case_stage_id is null then 'new' else 'changed' end,
        case when known_child is null or known_child = child then content
          else content || jsonb_build_object('child', known_child) end,
        nullif(difference, '{}')
      from compared where case_stage_id is null or difference <> '{}'
      returning outcome
    )
    select outcome, count(*) as count from kept group by outcome order by outcome`.execute(writer.db)
  const of = (outcome: string): number => result.rows.find((row) => row.outcome === outcome)?.count ?? 0
  const counts = { new: of('new'), changed: of('changed') }
  return { ...counts, unchanged: count - counts.new - counts.changed }
}

export async function stageRefusedRows(
  tx: Transaction,
  writer: Writer,
  batch: ImportBatchId,
  rows: readonly RefusedRow[],
): Promise<void> {
  await tx.copy(
    writer,
    'import_row',
    ['batch_id', 'line', 'outcome', 'content'],
    rows.map(({ line, problems }) => [batch, line, 'refused', toJson({ problems })]),
  )
}
