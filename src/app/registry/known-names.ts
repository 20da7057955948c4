import type { KnownName } from '../../core/registry/registry-row.ts'
import type { UnitId } from '../../storage/ids.ts'
import { listNewestProgrammes } from '../../storage/programme/programme-version.ts'
import type { Reader } from '../../storage/transaction.ts'

export interface KnownNames {
  readonly units: readonly { readonly id: UnitId; readonly name: string }[]
  /** The stages of all programmes, by key or title; empty when there is no programme: then any stage will do. */
  readonly stages: readonly KnownName[]
}

/** The units and stages that an import file may name. */
export async function knownNames(reader: Reader): Promise<KnownNames> {
  const units = await reader.db.selectFrom('unit').select(['id', 'name']).orderBy('name').execute()
  const stages = new Map<string, KnownName>()
  for (const { programme } of await listNewestProgrammes(reader))
    for (const { key, title } of programme.stages) stages.set(key, [key, title.da, title.en])
  return { units, stages: [...stages.values()] }
}
