import { belongsToUnit, type Role } from '../../core/access/role.ts'
import { unitExists } from '../../storage/access/units.ts'
import { findId, type UnitId } from '../../storage/ids.ts'
import type { Reader } from '../../storage/transaction.ts'
import { done, refused, type Result } from '../frame/result.ts'

/** The unit a role is to be held at: some roles need one, and the others must not have any. */
export async function unitOfGrant(
  reader: Reader,
  { role, unit }: { readonly role: Role; readonly unit: string | null },
): Promise<Result<UnitId | null, 'unit-needed' | 'unit-not-needed' | 'not-found'>> {
  if (!belongsToUnit(role)) return unit === null ? done(null) : refused('unit-not-needed')
  if (unit === null) return refused('unit-needed')
  const id = findId<UnitId>(unit)
  return id !== undefined && (await unitExists(reader, id)) ? done(id) : refused('not-found')
}
