import { sql } from 'kysely'
import type { EventImportId, EventSourceId } from '../ids.ts'
import type { Writer } from '../transaction.ts'
import { contentOf } from './stage-events.ts'

/** Asked for once a statement; as the columns' default it would be verified anew for every row. */
const municipality = sql`(select sealed.current_municipality())`

interface Delivery {
  readonly batch: EventImportId
  readonly source: EventSourceId
  readonly counts: { readonly new: number; readonly corrected: number; readonly older: number }
}

/** New events from which on the database's statistics no longer tell how many there are. */
const manyEvents = 10_000

/**
 * Writes the staged events of a delivery, keeps what corrected ones said before, and notes the cases they touch, to be
 * judged anew. What corrects known events goes before the new ones: in a table that grew a thousandfold in the same
 * transaction it would be planned for as few as there were, and take time by the square of them.
 */
export async function mergeEvents({ db }: Writer, { batch, source, counts }: Delivery): Promise<void> {
  await sql`
    insert into child (municipality_id, external_id, cpr_hash, cpr_encrypted)
    select distinct on (r.child) ${municipality}, r.child, r.child_cpr_hash, r.child_cpr from event_import_row r
    left join child k on k.cpr_hash = r.child_cpr_hash
    where r.batch_id = ${batch} and r.outcome in ('new', 'corrected') and r.child is not null and k.id is null
    order by r.child, r.line
    on conflict do nothing`.execute(db)
  // Before the update, which may move an event to another case: both are touched.
  await sql`
    insert into case_to_judge (municipality_id, case_id)
    select distinct ${municipality}, touched.case_id from (
      select case_id from event_import_row where batch_id = ${batch} and outcome in ('new', 'corrected')
      union
      select e.case_id from event_import_row r
      join case_event e on e.source_id = ${source} and e.event_key = r.event_key
      where r.batch_id = ${batch} and r.outcome = 'corrected') touched
    on conflict do nothing`.execute(db)
  if (counts.corrected > 0) {
    await sql`
      insert into case_event_version (municipality_id, source_id, event_key, version, content, registered, batch_id)
      select ${municipality}, ${source}, e.event_key, 1 + ${newestVersion(source)},
        ${contentOf(sql.ref('e'), sql`c.external_id`)}, e.registered, ${batch}
      from event_import_row r
      join case_event e on e.source_id = ${source} and e.event_key = r.event_key
      left join child c on c.id = e.child_id
      where r.batch_id = ${batch} and r.outcome = 'corrected'`.execute(db)
    await sql`
      update case_event e set case_id = r.case_id, kind = r.kind, day = r.day, moment = r.moment, unit = r.unit,
        caseworker = r.caseworker, child_id = coalesce(k.id, c.id, e.child_id), attributes = r.attributes,
        registered = r.registered, batch_id = ${batch}, recorded_at = now()
      from event_import_row r left join child k on k.cpr_hash = r.child_cpr_hash
      left join child c on c.external_id = r.child
      where r.batch_id = ${batch} and r.outcome = 'corrected' and e.source_id = ${source} and e.event_key = r.event_key`.execute(
      db,
    )
  }
  await sql`
    insert into case_event (municipality_id, source_id, event_key, case_id, kind, day, moment, unit, caseworker, child_id,
      attributes, registered, batch_id)
    select ${municipality}, ${source}, r.event_key, r.case_id, r.kind, r.day, r.moment, r.unit, r.caseworker,
      coalesce(k.id, c.id), r.attributes, r.registered, ${batch}
    from event_import_row r left join child k on k.cpr_hash = r.child_cpr_hash
    left join child c on c.external_id = r.child
    where r.batch_id = ${batch} and r.outcome = 'new'`.execute(db)
  if (counts.new >= manyEvents) await renewEventStatistics(db)
  if (counts.older > 0)
    await sql`
      insert into case_event_version (municipality_id, source_id, event_key, version, content, registered, batch_id)
      select ${municipality}, ${source}, e.event_key, ${newestVersion(source)}
          + row_number() over (partition by r.event_key order by r.registered nulls first, r.line),
        ${contentOf(sql.ref('r'))}, r.registered, ${batch}
      from event_import_row r join case_event e on e.source_id = ${source} and e.event_key = r.event_key
      where r.batch_id = ${batch} and r.outcome = 'older'`.execute(db)
}

function newestVersion(source: EventSourceId) {
  return sql`coalesce((select max(v.version) from case_event_version v
    where v.source_id = ${source} and v.event_key = e.event_key), 0)`
}

/** Lets later statements be planned for the events as they are; worth its time after many new ones only. */
async function renewEventStatistics(db: Writer['db']): Promise<void> {
  await sql`select sealed.renew_event_statistics()`.execute(db)
}

/** Forgets the rows of a delivery that has been confirmed or discarded. */
export async function deleteStagedEvents(writer: Writer, batch: EventImportId): Promise<void> {
  await writer.db.deleteFrom('event_import_row').where('batch_id', '=', batch).execute()
}

/** Cases whose events a delivery adds or corrects. */
export async function countTouchedCases(writer: Writer, batch: EventImportId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct case_id)::int as count from event_import_row
    where batch_id = ${batch} and outcome in ('new', 'corrected')`.execute(writer.db)
  return rows[0]?.count ?? 0
}
