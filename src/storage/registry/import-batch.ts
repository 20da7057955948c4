import { sql } from 'kysely'
import type { RegistryMapping } from '../../core/registry/registry-columns.ts'
import type { ImportBatchId, ImportSourceId, PersonId } from '../ids.ts'
import { toJson } from '../tables/column.ts'
import type { ImportCounts } from '../tables/registry.ts'
import type { Reader, Transaction, Writer } from '../transaction.ts'

export interface ImportBatch {
  readonly id: ImportBatchId
  readonly sourceId: ImportSourceId
  readonly source: string
  readonly fileName: string
  readonly fileDigest: string
  readonly state: 'previewed' | 'confirmed' | 'discarded'
  readonly counts: ImportCounts
  readonly mapping: RegistryMapping
  readonly columns: readonly string[]
  /** ISO. */
  readonly createdAt: string
  readonly createdBy: string | null
}

/** False while another import of the municipality is being read or confirmed; else it waits until this transaction ends. */
export async function beginImport({ reader, actor }: Transaction): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`tilsyn import ${actor.municipalityId}`}, 0)) as alone`.execute(
    reader.db,
  )
  return rows[0]?.alone === true
}

function batches(reader: Reader) {
  return reader.db
    .selectFrom('import_batch as b')
    .innerJoin('import_source as s', 's.id', 'b.source_id')
    .leftJoin('person as p', 'p.id', 'b.created_by')
    .select([
      'b.id',
      'b.source_id as sourceId',
      's.name as source',
      'b.file_name as fileName',
      'b.file_digest as fileDigest',
      'b.state',
      'b.counts',
      'b.mapping',
      'b.columns',
      'b.created_at as createdAt',
      'p.name as createdBy',
    ])
}

/** The newest imports first; at most 100. */
export async function listImportBatches(reader: Reader): Promise<readonly ImportBatch[]> {
  const rows = await batches(reader).orderBy('b.created_at', 'desc').orderBy('b.id').limit(100).execute()
  return rows.map(toBatch)
}

export async function findImportBatch(reader: Reader, id: ImportBatchId): Promise<ImportBatch | undefined> {
  const row = await batches(reader).where('b.id', '=', id).executeTakeFirst()
  return row && toBatch(row)
}

function toBatch({
  createdAt,
  ...rest
}: Omit<ImportBatch, 'createdAt'> & { readonly createdAt: Date }): ImportBatch {
  return { ...rest, createdAt: createdAt.toISOString() }
}

export interface NewImportBatch {
  readonly id: ImportBatchId
  readonly sourceId: ImportSourceId
  readonly fileName: string
  readonly fileDigest: string
  readonly mapping: RegistryMapping
  readonly columns: readonly string[]
  readonly createdBy: PersonId | null
}

const noCounts: ImportCounts = { rows: 0, new: 0, changed: 0, unchanged: 0, refused: 0, open: 0 }

export async function saveImportBatch(writer: Writer, batch: NewImportBatch): Promise<void> {
  await writer.db
    .insertInto('import_batch')
    .values({
      id: batch.id,
      source_id: batch.sourceId,
      file_name: batch.fileName,
      file_digest: batch.fileDigest,
      mapping: toJson(batch.mapping),
      columns: [...batch.columns],
      counts: toJson(noCounts),
      created_by: batch.createdBy,
      confirmed_by: null,
      confirmed_at: null,
    })
    .execute()
}

export async function saveImportCounts(
  writer: Writer,
  id: ImportBatchId,
  counts: ImportCounts,
): Promise<void> {
  await writer.db
    .updateTable('import_batch')
    .set({ counts: toJson(counts) })
    .where('id', '=', id)
    .execute()
}

export async function closeImportBatch(
  writer: Writer,
  id: ImportBatchId,
  end: { readonly state: 'discarded' } | { readonly state: 'confirmed'; readonly by: PersonId | null },
): Promise<void> {
  // The database's clock, as for `created_at`: the two are compared.
  const confirmed = end.state === 'confirmed' ? { confirmed_by: end.by, confirmed_at: sql<Date>`now()` } : {}
  await writer.db
    .updateTable('import_batch')
    .set({ state: end.state, ...confirmed })
    .where('id', '=', id)
    .where('state', '=', 'previewed')
    .execute()
}

/** Previews of a source that wait to be confirmed or discarded. */
export async function listOpenPreviews(
  reader: Reader,
  source: ImportSourceId,
): Promise<readonly ImportBatchId[]> {
  const rows = await reader.db
    .selectFrom('import_batch')
    .select('id')
    .where('source_id', '=', source)
    .where('state', '=', 'previewed')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether the registry was written to after a preview was made, so that its comparison no longer holds. */
export async function isStale(reader: Reader, id: ImportBatchId): Promise<boolean> {
  const later = await reader.db
    .selectFrom('import_batch as b')
    .innerJoin('import_batch as confirmed', (join) =>
      join.onRef('confirmed.confirmed_at', '>=', 'b.created_at'),
    )
    .select('confirmed.id')
    .where('b.id', '=', id)
    .limit(1)
    .executeTakeFirst()
  return later !== undefined
}

/** Whether a file with these very bytes has been confirmed before. */
export async function wasConfirmed(reader: Reader, digest: string): Promise<boolean> {
  const earlier = await reader.db
    .selectFrom('import_batch')
    .select('id')
    .where('file_digest', '=', digest)
    .where('state', '=', 'confirmed')
    .limit(1)
    .executeTakeFirst()
  return earlier !== undefined
}
