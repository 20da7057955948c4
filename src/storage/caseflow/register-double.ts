import { sql, type RawBuilder } from 'kysely'
import type { EventImportId, EventSourceId, RegisterEntryId } from '../ids.ts'
import type { Reader } from '../transaction.ts'

/** An entry that says what an event of a case system says. */
export interface Double {
  readonly entryId: RegisterEntryId
  readonly sourceId: EventSourceId
  readonly key: string
}

/**
 * Entries that a delivery makes double: of one case, kind and day, about the same child and the same plan as far as both
 * say. Each event of a case system takes the place of one entry at most, and never of one that somebody said is another.
 */
export async function listDoublesOf(reader: Reader, batch: EventImportId): Promise<readonly Double[]> {
  // Not `=`: the entries are few and a delivery may be a million events, so it is looked for by case.
  return doubles(reader, sql`o.batch_id is not distinct from ${batch}::uuid`, sql`true`)
}

/** The event of a case system that a new entry repeats. */
export async function findDoubleOf(reader: Reader, entry: RegisterEntryId): Promise<Double | undefined> {
  const [found] = await doubles(reader, sql`true`, sql`r.id = ${entry}`)
  return found
}

async function doubles(
  reader: Reader,
  ofEvent: RawBuilder<unknown>,
  ofEntry: RawBuilder<unknown>,
): Promise<readonly Double[]> {
  const { rows } = await sql<Double>`
    with entries as materialized (
      select r.id, r.created_at, e.source_id, e.case_id, e.day, e.kind, e.child_id, e.attributes
      from register_entry r join case_event e on e.source_id = r.source_id and e.event_key = r.event_key
      where ${ofEntry} and e.kind not in ('entry-withdrawn', 'entry-set-aside')
        and not exists (select from register_entry_version v where v.entry_id = r.id and v.act = 'counted-again')
    ), taken as materialized (
      select v.same_source, v.same_key from register_entry_version v where v.same_key is not null
        and not exists (select from register_entry_version n where n.entry_id = v.entry_id and n.version > v.version)
    ), pairs as (
      select e.id, o.source_id, o.event_key,
        row_number() over (partition by o.source_id, o.event_key order by e.created_at, e.id) as nth_entry,
        row_number() over (partition by e.id order by o.source_id, o.event_key) as nth_event
      from entries e
      cross join lateral (
        select o.* from case_event o
        where o.case_id = e.case_id and o.day = e.day and o.kind = e.kind and o.source_id <> e.source_id and ${ofEvent}
          and (o.child_id is null or e.child_id is null or o.child_id = e.child_id)
        offset 0) o
      where not exists (select from unnest(array['safety_plan', 'measure', 'disagreement']) as a(name)
          where coalesce(o.attributes ->> a.name, '') <> coalesce(e.attributes ->> a.name, '')
            and coalesce(o.attributes ->> a.name, '') <> '' and coalesce(e.attributes ->> a.name, '') <> '')
        and not exists (select from taken t where t.same_source = o.source_id and t.same_key = o.event_key))
    select id as "entryId", source_id as "sourceId", event_key as key from pairs
    where nth_entry = 1 and nth_event = 1 order by id`.execute(reader.db)
  return rows
}
