import type { UnitId } from '../ids.ts'
import type { Reader } from '../transaction.ts'

export interface Unit {
  readonly id: UnitId
  readonly name: string
}

/** All units, in an order of their own; pages sort them by name in their language. */
export async function listUnits(reader: Reader): Promise<readonly Unit[]> {
  return reader.db.selectFrom('unit').select(['id', 'name']).orderBy('id').limit(1000).execute()
}
