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
  return doubles(reader, sql`o.batch_id = ${batch}`, sql`true`)
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
    with pairs as (
      select r.id as entry_id, o.source_id, o.event_key,
        row_number() over (partition by o.source_id, o.event_key order by r.created_at, r.id) as nth_entry,
        row_number() over (partition by r.id order by o.source_id, o.event_key) as nth_event
      from register_entry r
      join case_event e on e.source_id = r.source_id and e.event_key = r.event_key
      join case_event o on o.case_id = e.case_id and o.day = e.day and o.kind = e.kind and o.source_id <> e.source_id
        and (o.child_id is null or e.child_id is null or o.child_id = e.child_id)
      where ${ofEvent} and ${ofEntry}
        and not exists (select from unnest(array['safety_plan', 'measure', 'disagreement']) as a(name)
          where coalesce(o.attributes ->> a.name, '') <> coalesce(e.attributes ->> a.name, '')
            and coalesce(o.attributes ->> a.name, '') <> '' and coalesce(e.attributes ->> a.name, '') <> '')
        and not exists (select from register_entry_version v where v.entry_id = r.id and v.act = 'counted-again')
        and not exists (select from register_entry_version v
          where v.same_source = o.source_id and v.same_key = o.event_key
            and v.version = (select max(n.version) from register_entry_version n where n.entry_id = v.entry_id)))
    select entry_id as "entryId", source_id as "sourceId", event_key as key from pairs
    where nth_entry = 1 and nth_event = 1 order by entry_id`.execute(reader.db)
  return rows
}
