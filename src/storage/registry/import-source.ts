import type { RegistryMapping } from '../../core/registry/registry-columns.ts'
import type { ImportSourceId } from '../ids.ts'
import { toJson } from '../tables/column.ts'
import type { Reader, Writer } from '../transaction.ts'

export interface ImportSource {
  readonly id: ImportSourceId
  readonly name: string
  /** Our column name to the file's. */
  readonly mapping: RegistryMapping
}

/** By name; at most 200. */
export async function listImportSources(reader: Reader): Promise<readonly ImportSource[]> {
  return reader.db
    .selectFrom('import_source')
    .select(['id', 'name', 'mapping'])
    .orderBy('name')
    .limit(200)
    .execute()
}

export async function findImportSource(reader: Reader, name: string): Promise<ImportSource | undefined> {
  return reader.db
    .selectFrom('import_source')
    .select(['id', 'name', 'mapping'])
    .where('name', '=', name)
    .executeTakeFirst()
}

export async function addImportSource(writer: Writer, name: string): Promise<ImportSourceId> {
  const { id } = await writer.db
    .insertInto('import_source')
    .values({ name, mapping: toJson({}) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function keepMapping(
  writer: Writer,
  id: ImportSourceId,
  mapping: RegistryMapping,
): Promise<void> {
  await writer.db
    .updateTable('import_source')
    .set({ mapping: toJson(mapping) })
    .where('id', '=', id)
    .execute()
}
