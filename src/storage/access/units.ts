import { sql } from 'kysely'
import type { UnitId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

export interface ListedUnit {
  readonly id: UnitId
  readonly name: string
  readonly kind: 'family' | 'duty'
}

/** The units of the municipality, by name. */
export async function listUnitsByName(reader: Reader): Promise<readonly ListedUnit[]> {
  return reader.db
    .selectFrom('unit')
    .select(['id', 'name', 'kind'])
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(1000)
    .execute()
}

/** The unit of this name, however it is capitalised: imports match names that way. */
export async function findUnitNamed(reader: Reader, name: string): Promise<UnitId | undefined> {
  const row = await reader.db
    .selectFrom('unit')
    .select('id')
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .executeTakeFirst()
  return row?.id
}

export async function unitExists(reader: Reader, id: UnitId): Promise<boolean> {
  const row = await reader.db.selectFrom('unit').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

export async function insertUnit(writer: Writer, unit: ListedUnit): Promise<void> {
  await writer.db.insertInto('unit').values(unit).execute()
}

export async function renameUnit(writer: Writer, id: UnitId, name: string): Promise<void> {
  await writer.db.updateTable('unit').set({ name }).where('id', '=', id).execute()
}
