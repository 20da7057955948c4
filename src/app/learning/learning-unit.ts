import type { Action } from '../../core/access/permissions.ts'
import { roles, rolesOn, type Role } from '../../core/access/role.ts'
import { listUnits, type Unit } from '../../storage/analysis/unit.ts'
import type { UnitId } from '../../storage/ids.ts'
import type { Reader } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'

/** A unit that the caller may do the action at; others are refused alike, whether they exist or not. */
export async function openUnit(
  context: Context,
  reader: Reader,
  id: UnitId,
  action: Action,
): Promise<Result<Unit, 'not-permitted' | 'not-found'>> {
  const granted = authorise(context, action, { kind: 'unit', unit: id })
  if (!granted.ok) return granted
  const unit = (await listUnits(reader)).find((each) => each.id === id)
  return unit === undefined ? refused('not-found') : done(unit)
}

export function mayAt(context: Context, action: Action, unit: UnitId): boolean {
  return authorise(context, action, { kind: 'unit', unit }).ok
}

/** The role somebody speaks in at a unit: of several the one that reviews at the highest level. */
export function roleAt(context: Context, unit: UnitId): Role {
  const held = rolesOn(context.roles, context.today).filter(({ role }) => role !== 'director')
  const here = held.filter((grant) => grant.unit === null || grant.unit === unit)
  // A review may be another unit's than the reviewer's own.
  const of = here.length > 0 ? here : held
  const role = roles.findLast((each) => of.some((grant) => grant.role === each))
  if (role === undefined) throw new Error('somebody without a role was let in')
  return role
}
