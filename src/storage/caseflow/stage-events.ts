import { sql } from 'kysely'
import type { Problem } from '../../core/language/problem.ts'
import type { EventImportId, EventSourceId } from '../ids.ts'
import { toJson } from '../tables/column.ts'
import type { Transaction, Writer } from '../transaction.ts'

/** An event on its way in. Days are ISO, moments ISO with their offset. */
export interface StagedEvent {
  readonly line: number
  readonly event_key: string
  readonly case_id: string
  readonly kind: string
  readonly day: string
  readonly moment: string | null
  readonly unit: string
  readonly caseworker: string
  /** The child's id; null where the source does not say. */
  readonly child: string | null
  /** HMAC (hex) of the child's CPR number and the number encrypted (base64); null where the source does not give it. */
  readonly child_cpr_hash: string | null
  readonly child_cpr: string | null
  readonly attributes: Readonly<Record<string, string>>
  readonly registered: string | null
  /** A later row of the same delivery is a newer registration of the event. */
  readonly superseded: boolean
}

export interface RefusedEvent {
  readonly line: number
  readonly problems: readonly Problem[]
}

export interface StagedCounts {
  readonly new: number
  readonly corrected: number
  readonly older: number
  readonly unchanged: number
  readonly refused: number
}

/**
 * Compares events with those that stand, and keeps for the preview what is new, corrects one, or is an older registration
 * not seen before. Two that were registered at one moment and say different things contradict each other: neither may
 * win by chance, so the later comer is refused. `rows` is the JSON text of an array of `StagedEvent`.
 */
export async function stageEvents(
  writer: Writer,
  to: { readonly batch: EventImportId; readonly source: EventSourceId },
  rows: string,
  count: number,
): Promise<StagedCounts> {
  const result = await sql<{ outcome: 'new' | 'corrected' | 'older' | 'refused'; count: number }>`
    with given as materialized (
      select r.*, e.event_key is not null as known, e.registered as stands,
        case when e.event_key is null then '{}'::jsonb else ${difference} end as difference
      from (
        select given.line, given.event_key, given.case_id, given.kind, given.day, given.moment, given.unit, given.caseworker,
          coalesce(by_cpr.external_id, given.child) as child, given.child_cpr_hash, given.child_cpr, given.attributes,
          given.registered, given.superseded
        from jsonb_to_recordset(${rows}::jsonb) as given(line int, event_key text, case_id text, kind text, day date,
          moment timestamptz, unit text, caseworker text, child text, child_cpr_hash text, child_cpr text,
          attributes jsonb, registered timestamptz, superseded boolean)
        left join child by_cpr on by_cpr.cpr_hash = decode(given.child_cpr_hash, 'hex')) as r
      left join case_event e on e.source_id = ${to.source} and e.event_key = r.event_key
      left join child c on c.id = e.child_id
    ), compared as (
      select *, case
        when superseded or (known and difference <> '{}' and registered < stands) then 'older'
        when not known then 'new'
        when difference = '{}' then 'unchanged'
        when registered = stands then 'refused'
        else 'corrected' end as outcome
      from given
    ), kept as (
      insert into event_import_row (municipality_id, batch_id, line, outcome, event_key, case_id, kind, day, moment, unit,
        caseworker, child, child_cpr_hash, child_cpr, attributes, registered, note)
      select (select sealed.current_municipality()), ${to.batch}, line, outcome, event_key, case_id, kind, day, moment, unit,
        caseworker, child, decode(child_cpr_hash, 'hex'), decode(child_cpr, 'base64'), attributes, registered,
        case outcome when 'corrected' then difference when 'refused' then ${toJson([contradiction])}::jsonb end
      from compared g
      where outcome in ('new', 'corrected', 'refused') or (outcome = 'older' and not exists (
        select from case_event_version v where v.source_id = ${to.source} and v.event_key = g.event_key
          and v.registered is not distinct from g.registered and v.content = ${contentOf(sql.ref('g'))})
        and (difference <> '{}' or not known))
      returning outcome
    )
    select outcome, count(*)::int as count from kept group by outcome order by outcome`.execute(writer.db)
  const of = (outcome: string): number => result.rows.find((row) => row.outcome === outcome)?.count ?? 0
  const counts = { new: of('new'), corrected: of('corrected'), older: of('older'), refused: of('refused') }
  return { ...counts, unchanged: count - counts.new - counts.corrected - counts.older - counts.refused }
}

/** Field to [before, after]; a source that does not say whom an event is about changes nothing. */
const difference = sql`
  (case when e.case_id = r.case_id then '{}' else jsonb_build_object('case_id', jsonb_build_array(e.case_id, r.case_id)) end
  || case when e.kind = r.kind then '{}' else jsonb_build_object('kind', jsonb_build_array(e.kind, r.kind)) end
  || case when e.day = r.day and e.moment is not distinct from r.moment then '{}' else jsonb_build_object('time',
      jsonb_build_array(coalesce(e.moment::text, e.day::text), coalesce(r.moment::text, r.day::text))) end
  || case when e.unit = r.unit then '{}' else jsonb_build_object('unit', jsonb_build_array(e.unit, r.unit)) end
  || case when e.caseworker = r.caseworker then '{}'
      else jsonb_build_object('caseworker', jsonb_build_array(e.caseworker, r.caseworker)) end
  || case when e.attributes = r.attributes then '{}'
      else jsonb_build_object('attributes', jsonb_build_array(e.attributes, r.attributes)) end
  || case when r.child is null or r.child = c.external_id then '{}'
      else jsonb_build_object('child', jsonb_build_array(c.external_id, r.child)) end)`

/** A whole event as `case_event_version` keeps it. */
export function contentOf(
  row: ReturnType<typeof sql.ref>,
  child = sql`${row}.child`,
): ReturnType<typeof sql.ref> {
  return sql`jsonb_build_object('case_id', ${row}.case_id, 'kind', ${row}.kind, 'day', ${row}.day,
    'moment', ${row}.moment, 'unit', ${row}.unit, 'caseworker', ${row}.caseworker, 'child', ${child},
    'attributes', ${row}.attributes)`
}

export async function stageRefusedEvents(
  tx: Transaction,
  writer: Writer,
  batch: EventImportId,
  rows: readonly RefusedEvent[],
): Promise<void> {
  await tx.copy(
    writer,
    'event_import_row',
    ['batch_id', 'line', 'outcome', 'note'],
    rows.map(({ line, problems }) => [batch, line, 'refused', toJson(problems)]),
  )
}

const contradiction: Problem = {
  code: 'contradictory-event',
  text: {
    da: 'Hændelsen er registreret på samme tidspunkt med et andet indhold. Ret den i fagsystemet, så den får et nyt registreringstidspunkt.',
    en: 'The event was registered at the same moment with other contents. Mend it in the case system, so that it gets a new time of registration.',
  },
}
