import { sql } from 'kysely'
import type { EventReading } from '../../core/caseflow/event-mapping.ts'
import type { EventImportId, EventSourceId, PersonId } from '../ids.ts'
import type { EventCounts, Names } from '../tables/caseflow.ts'
import { toJson } from '../tables/column.ts'
import type { Reader, Transaction, Writer } from '../transaction.ts'

export interface EventImport {
  readonly id: EventImportId
  readonly sourceId: EventSourceId
  readonly source: string
  readonly channel: 'file' | 'api'
  readonly fileName: string
  readonly fileDigest: string
  readonly state: 'previewed' | 'confirmed' | 'discarded'
  readonly counts: EventCounts
  readonly mapping: Names
  readonly kinds: Names
  readonly reading: EventReading
  readonly columns: readonly string[]
  /** ISO. */
  readonly createdAt: string
  readonly createdBy: string | null
}

/** False while another delivery of the municipality is being read or confirmed. */
export async function beginEventImport({ reader, actor }: Transaction): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`tilsyn events ${actor.municipalityId}`}, 0)) as alone`.execute(
    reader.db,
  )
  return rows[0]?.alone === true
}

function imports(reader: Reader) {
  return reader.db
    .selectFrom('event_import as b')
    .innerJoin('event_source as s', 's.id', 'b.source_id')
    .leftJoin('person as p', 'p.id', 'b.created_by')
    .select([
      'b.id',
      'b.source_id as sourceId',
      's.name as source',
      'b.channel',
      'b.file_name as fileName',
      'b.file_digest as fileDigest',
      'b.state',
      'b.counts',
      'b.mapping',
      'b.kinds',
      'b.reading',
      'b.columns',
      'b.created_at as createdAt',
      'p.name as createdBy',
    ])
}

/** The newest first; at most 100. */
export async function listEventImports(reader: Reader): Promise<readonly EventImport[]> {
  const rows = await imports(reader).orderBy('b.created_at', 'desc').orderBy('b.id').limit(100).execute()
  return rows.map(toImport)
}

export async function findEventImport(reader: Reader, id: EventImportId): Promise<EventImport | undefined> {
  const row = await imports(reader).where('b.id', '=', id).executeTakeFirst()
  return row && toImport(row)
}

function toImport({
  createdAt,
  ...rest
}: Omit<EventImport, 'createdAt'> & { readonly createdAt: Date }): EventImport {
  return { ...rest, createdAt: createdAt.toISOString() }
}

export interface NewEventImport {
  readonly id: EventImportId
  readonly sourceId: EventSourceId
  readonly channel: 'file' | 'api'
  readonly fileName: string
  readonly fileDigest: string
  readonly mapping: Names
  readonly kinds: Names
  readonly reading: EventReading
  readonly columns: readonly string[]
  readonly createdBy: PersonId | null
}

const noCounts: EventCounts = {
  rows: 0,
  new: 0,
  corrected: 0,
  older: 0,
  unchanged: 0,
  refused: 0,
  unknownKinds: 0,
  missingTimes: 0,
  unknownUnits: 0,
  cases: 0,
  words: [],
}

export async function saveEventImport(writer: Writer, batch: NewEventImport): Promise<void> {
  await writer.db
    .insertInto('event_import')
    .values({
      id: batch.id,
      source_id: batch.sourceId,
      channel: batch.channel,
      file_name: batch.fileName,
      file_digest: batch.fileDigest,
      mapping: toJson(batch.mapping),
      kinds: toJson(batch.kinds),
      reading: toJson(batch.reading),
      columns: [...batch.columns],
      counts: toJson(noCounts),
      created_by: batch.createdBy,
      confirmed_by: null,
      confirmed_at: null,
    })
    .execute()
}

export async function saveEventCounts(writer: Writer, id: EventImportId, counts: EventCounts): Promise<void> {
  await writer.db
    .updateTable('event_import')
    .set({ counts: toJson(counts) })
    .where('id', '=', id)
    .execute()
}

export async function closeEventImport(
  writer: Writer,
  id: EventImportId,
  end: { readonly state: 'discarded' } | { readonly state: 'confirmed'; readonly by: PersonId | null },
): Promise<void> {
  // The database's clock, as for `created_at`: the two are compared.
  const confirmed = end.state === 'confirmed' ? { confirmed_by: end.by, confirmed_at: sql<Date>`now()` } : {}
  await writer.db
    .updateTable('event_import')
    .set({ state: end.state, ...confirmed })
    .where('id', '=', id)
    .where('state', '=', 'previewed')
    .execute()
}

/** Previews of a source that wait to be confirmed or discarded. */
export async function listOpenEventPreviews(
  reader: Reader,
  source: EventSourceId,
): Promise<readonly EventImportId[]> {
  const rows = await reader.db
    .selectFrom('event_import')
    .select('id')
    .where('source_id', '=', source)
    .where('state', '=', 'previewed')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Whether events were written or rules published after a preview was made, so that its comparison, or what its words were
 * taken to stand for, no longer holds.
 */
export async function isEventPreviewStale(reader: Reader, id: EventImportId): Promise<boolean> {
  const { rows } = await sql<{ stale: boolean }>`
    select exists (select from event_import c where c.confirmed_at >= b.created_at)
      or exists (select from deadline_rules r where r.published_by is not null and r.recorded_at >= b.created_at) as stale
    from event_import b where b.id = ${id}`.execute(reader.db)
  return rows[0]?.stale === true
}

/** Whether these very bytes have been confirmed before. */
export async function wasDelivered(reader: Reader, digest: string): Promise<boolean> {
  const earlier = await reader.db
    .selectFrom('event_import')
    .select('id')
    .where('file_digest', '=', digest)
    .where('state', '=', 'confirmed')
    .limit(1)
    .executeTakeFirst()
  return earlier !== undefined
}
