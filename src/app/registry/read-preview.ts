import type { ImportBatchId } from '../../storage/ids.ts'
import {
  findImportBatch,
  isStale,
  wasConfirmed,
  type ImportBatch,
} from '../../storage/registry/import-batch.ts'
import {
  listChanged,
  listRefused,
  listSample,
  type ChangedRow,
  type SampleRow,
} from '../../storage/registry/preview-rows.ts'
import type { RefusedRow } from '../../storage/registry/staged-row.ts'
import type { Transaction } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { batchId } from './batch-id.ts'

/** Rows shown of each kind; the counts say how many there are. */
const shown = { sample: 5, changed: 100, refused: 100 }

export interface Preview {
  readonly batch: ImportBatch
  /** These very bytes have been imported before. */
  readonly importedBefore: boolean
  /** The registry has changed since: the file must be read again. */
  readonly stale: boolean
  readonly sample: readonly SampleRow[]
  readonly changed: readonly ChangedRow[]
  readonly refused: readonly RefusedRow[]
}

export async function getPreview(context: Context, text: string): Promise<Result<Preview>> {
  const id = batchId(text)
  const granted = authorise(context, 'registry.import')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const batch = await findImportBatch(tx.reader, id)
    return batch === undefined ? refused('not-found') : done(await readPreview(tx, id))
  })
}

/** A preview as it may be shown: its rows are about children's cases, so the look is recorded. */
export async function readPreview(tx: Transaction, id: ImportBatchId): Promise<Preview> {
  const reader = await tx.recordAccess({
    act: 'read-import-preview',
    subjectKind: 'import-batch',
    subjectId: id,
  })
  const batch = await findImportBatch(reader, id)
  if (batch === undefined) throw new Error('the preview is gone')
  return {
    batch,
    importedBefore: await wasConfirmed(reader, batch.fileDigest),
    stale: batch.state === 'previewed' && (await isStale(reader, id)),
    sample: await listSample(reader, id, shown.sample),
    changed: await listChanged(reader, id, shown.changed),
    refused: await listRefused(reader, id, shown.refused),
  }
}
