import { listImportBatches, type ImportBatch } from '../../storage/registry/import-batch.ts'
import { listImportSources, type ImportSource } from '../../storage/registry/import-source.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'
import { knownNames } from './known-names.ts'

export interface Imports {
  readonly sources: readonly ImportSource[]
  readonly imports: readonly ImportBatch[]
  /** Names a file may use. */
  readonly units: readonly string[]
  readonly stages: readonly string[]
}

export async function listImports(context: Context): Promise<Result<Imports>> {
  const granted = authorise(context, 'registry.import')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const { units, stages } = await knownNames(tx.reader)
    return done({
      sources: await listImportSources(tx.reader),
      imports: await listImportBatches(tx.reader),
      units: units.map(({ name }) => name),
      stages: stages.map(([key]) => key),
    })
  })
}
