import { randomUUID } from 'node:crypto'
import { belongsToUnit, type Role } from '../../core/access/role.ts'
import { addDays } from '../../core/calendar/days.ts'
import { findUnitByName } from '../../storage/access/accounts.ts'
import * as assignments from '../../storage/access/role-assignments.ts'
import { getId, type PersonId, type UnitId } from '../../storage/ids.ts'
import type { Transaction } from '../../storage/transaction.ts'
import type { GrantByClaim } from './identity-provider.ts'

export interface UsableGrant {
  readonly role: Role
  readonly unit: UnitId | null
}

/**
 * Brings the roles that claims gave a person in line with what the claims say now. Roles given in Tilsyn are left alone, and so is
 * the last administrator, without whom nobody could manage access. The caller holds `lockRoles`.
 */
export async function followClaims(
  tx: Transaction,
  personId: PersonId,
  grants: readonly UsableGrant[],
  today: string,
): Promise<void> {
  for (const { role, unit } of grants) {
    const held = { personId, role, unit, from: today, until: null }
    if (await assignments.isRoleHeldOn(tx.reader, held, today)) continue
    const entry = { room: 'access', act: 'add-role', subjectKind: 'person', subjectId: personId } as const
    const writer = await tx.recordChange({ ...entry, detail: { role, unit, from: today, claimed: true } })
    await assignments.insertRoleAssignment(writer, { id: getId(randomUUID()), ...held }, true)
  }
  for (const given of await assignments.listClaimedRoles(tx.reader, personId, today)) {
    if (grants.some(({ role, unit }) => role === given.role && unit === given.unit)) continue
    const last =
      given.role === 'administrator' &&
      (await assignments.countLastingAdministrators(tx.reader, today, given.id)) === 0
    if (last) continue
    const yesterday = addDays(today, -1)
    const lastDay = given.from > yesterday ? addDays(given.from, -1) : yesterday
    const { role, unit } = given
    const entry = { room: 'access', act: 'end-role', subjectKind: 'person', subjectId: personId } as const
    const writer = await tx.recordChange({ ...entry, detail: { role, unit, lastDay, claimed: true } })
    await assignments.endRoleAssignment(writer, given.id, lastDay)
  }
}

/** Grants with their units' ids. One whose unit is not (or no longer) there gives nothing. */
export async function usableGrants(
  { reader }: Transaction,
  wanted: readonly GrantByClaim[],
): Promise<readonly UsableGrant[]> {
  const found: UsableGrant[] = []
  for (const { role, unit: name } of wanted) {
    const unit = name === undefined ? null : ((await findUnitByName(reader, name)) ?? null)
    if (belongsToUnit(role) === (unit !== null)) found.push({ role, unit })
  }
  return found
}
