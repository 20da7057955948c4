import { sql } from 'kysely'
import type { Role } from '../../core/access/role.ts'
import type { PersonId, RoleAssignmentId, UnitId } from '../ids.ts'
import type { Reader, Transaction, Writer } from '../transaction.ts'

export interface RoleAssignment {
  readonly id: RoleAssignmentId
  readonly personId: PersonId
  readonly role: Role
  readonly unit: UnitId | null
  readonly from: string
  readonly until: string | null
}

const columns = [
  'id',
  'person_id as personId',
  'role',
  'unit_id as unit',
  'valid_from as from',
  'valid_to as until',
] as const

/** Lets one change of the municipality's roles come after the other, so that two cannot each end the other's last administrator. */
export async function lockRoles({ reader, actor }: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tilsyn roles ${actor.municipalityId}`}, 0))`.execute(
    reader.db,
  )
}

export async function findRoleAssignment(
  reader: Reader,
  id: RoleAssignmentId,
): Promise<RoleAssignment | undefined> {
  return reader.db.selectFrom('role_assignment').select(columns).where('id', '=', id).executeTakeFirst()
}

/** The same role at the same unit on any day of a period. */
export async function isRoleHeld(
  reader: Reader,
  { personId, role, unit, from, until }: Omit<RoleAssignment, 'id'>,
): Promise<boolean> {
  const held = await reader.db
    .selectFrom('role_assignment')
    .select('id')
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .where('unit_id', 'is not distinct from', unit)
    .where(
      sql<boolean>`daterange(valid_from, valid_to, '[]') && daterange(${from}::date, ${until}::date, '[]')`,
    )
    .where(sql<boolean>`coalesce(valid_to >= valid_from, true)`)
    .limit(1)
    .executeTakeFirst()
  return held !== undefined
}

/** The same role at the same unit on one day. */
export async function isRoleHeldOn(
  reader: Reader,
  grant: Omit<RoleAssignment, 'id'>,
  day: string,
): Promise<boolean> {
  return isRoleHeld(reader, { ...grant, from: day, until: day })
}

/** The roles in force on a day that the municipality's sign-in gave. */
export async function listClaimedRoles(
  reader: Reader,
  personId: PersonId,
  day: string,
): Promise<readonly RoleAssignment[]> {
  return reader.db
    .selectFrom('role_assignment')
    .select(columns)
    .where('person_id', '=', personId)
    .where('from_claims', '=', true)
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .orderBy('valid_from')
    .orderBy('id')
    .limit(500)
    .execute()
}

/** How many persons will be administrators from `day` until further notice, leaving one assignment out. */
export async function countLastingAdministrators(
  reader: Reader,
  day: string,
  without: RoleAssignmentId,
): Promise<number> {
  const { count } = await reader.db
    .selectFrom('role_assignment')
    .select(({ fn }) => fn.count<number>('person_id').distinct().as('count'))
    .where('role', '=', 'administrator')
    .where('id', '<>', without)
    .where('valid_from', '<=', day)
    .where('valid_to', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export async function hasRoleOn(reader: Reader, personId: PersonId, day: string): Promise<boolean> {
  const held = await reader.db
    .selectFrom('role_assignment')
    .select('id')
    .where('person_id', '=', personId)
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .limit(1)
    .executeTakeFirst()
  return held !== undefined
}

/** `fromClaims`: the municipality's sign-in said so, and may say otherwise next time. */
export async function insertRoleAssignment(
  writer: Writer,
  grant: RoleAssignment,
  fromClaims = false,
): Promise<void> {
  await writer.db
    .insertInto('role_assignment')
    .values({
      id: grant.id,
      person_id: grant.personId,
      role: grant.role,
      unit_id: grant.unit,
      valid_from: grant.from,
      valid_to: grant.until,
      from_claims: fromClaims,
    })
    .execute()
}

export async function endRoleAssignment(
  writer: Writer,
  id: RoleAssignmentId,
  lastDay: string,
): Promise<void> {
  await writer.db.updateTable('role_assignment').set({ valid_to: lastDay }).where('id', '=', id).execute()
}
