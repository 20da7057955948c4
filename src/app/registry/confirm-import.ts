import type { ImportBatchId } from '../../storage/ids.ts'
import * as batches from '../../storage/registry/import-batch.ts'
import { keepMapping } from '../../storage/registry/import-source.ts'
import { deleteStagedRows, mergeRows } from '../../storage/registry/merge-rows.ts'
import type { ImportCounts } from '../../storage/tables/registry.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { batchId } from './batch-id.ts'
import type { Importer } from './preview-import.ts'

export async function confirmImport(
  context: Context,
  id: string,
  withoutRefused: boolean,
): Promise<Result<ImportCounts>> {
  const granted = authorise(context, 'registry.import')
  return granted.ok ? confirmPreview(context, batchId(id), withoutRefused) : granted
}

/**
 * Writes a preview's new and changed rows to the registry, all in one transaction, and keeps the mapping for the
 * source's next file. A file with refused rows is confirmed only where `withoutRefused` says that the others will do.
 */
export async function confirmPreview(
  { database, actor }: Pick<Importer, 'database' | 'actor'>,
  id: ImportBatchId,
  withoutRefused: boolean,
): Promise<Result<ImportCounts>> {
  return database.transaction(
    actor,
    async (tx) => {
      if (!(await batches.beginImport(tx))) return refused('import-under-way')
      const batch = await batches.findImportBatch(tx.reader, id)
      if (batch === undefined) return refused('not-found')
      if (batch.state !== 'previewed') return refused('preview-closed')
      if (await batches.isStale(tx.reader, id)) return refused('preview-stale')
      const { counts } = batch
      if (counts.refused > 0 && !withoutRefused) return refused('rows-refused')
      const writer = await tx.recordChange({
        room: 'registry',
        act: 'confirm-import',
        subjectKind: 'import-batch',
        subjectId: id,
        detail: { ...counts, fileDigest: batch.fileDigest },
      })
      await mergeRows(writer, id)
      await deleteStagedRows(writer, id)
      await keepMapping(writer, batch.sourceId, batch.mapping)
      await batches.closeImportBatch(writer, id, { state: 'confirmed', by: actor.personId })
      return done(counts)
    },
    { long: true },
  )
}

export async function discardImport(context: Context, id: string): Promise<Result<undefined>> {
  const granted = authorise(context, 'registry.import')
  return granted.ok ? discardPreview(context, batchId(id)) : granted
}

/** Forgets a preview and its rows. */
export async function discardPreview(
  { database, actor }: Pick<Importer, 'database' | 'actor'>,
  id: ImportBatchId,
): Promise<Result<undefined>> {
  return database.transaction(
    actor,
    async (tx) => {
      if (!(await batches.beginImport(tx))) return refused('import-under-way')
      const batch = await batches.findImportBatch(tx.reader, id)
      if (batch === undefined) return refused('not-found')
      if (batch.state !== 'previewed') return refused('preview-closed')
      const writer = await tx.recordChange({
        room: 'registry',
        act: 'discard-import',
        subjectKind: 'import-batch',
        subjectId: id,
      })
      await deleteStagedRows(writer, id)
      await batches.closeImportBatch(writer, id, { state: 'discarded' })
      return done()
    },
    { long: true },
  )
}
