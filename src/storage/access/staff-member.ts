import { sql } from 'kysely'
import type { RoleGrant } from '../../core/access/role.ts'
import type { PersonId, UnitId } from '../ids.ts'
import type { Reader } from '../transaction.ts'

export interface StaffMember {
  readonly person: { readonly id: PersonId; readonly name: string }
  readonly municipality: { readonly id: string; readonly name: string; readonly demo: boolean }
}

/** A staff member by name, with their municipality; for showing someone who they themselves are. */
export async function findStaffMember(reader: Reader, personId: PersonId): Promise<StaffMember | undefined> {
  const row = await reader.db
    .selectFrom('person')
    .innerJoin('municipality', 'municipality.municipality_id', 'person.municipality_id')
    .select([
      'person.id',
      'person.name',
      'municipality.municipality_id',
      'municipality.name as municipality_name',
      'municipality.demo',
    ])
    .where('person.id', '=', personId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    person: { id: row.id, name: row.name },
    municipality: { id: row.municipality_id, name: row.municipality_name, demo: row.demo },
  }
}

export interface NamedGrant extends RoleGrant<UnitId> {
  readonly unitName: string | null
}

/** All roles a person has had or has, oldest first; which of them count today is core's question. */
export async function listRoleGrants(reader: Reader, personId: PersonId): Promise<readonly NamedGrant[]> {
  return reader.db
    .selectFrom('role_assignment')
    .leftJoin('unit', 'unit.id', 'role_assignment.unit_id')
    .select([
      'role_assignment.role',
      'role_assignment.unit_id as unit',
      'unit.name as unitName',
      'role_assignment.valid_from as from',
      'role_assignment.valid_to as until',
    ])
    .where('role_assignment.person_id', '=', personId)
    .orderBy('role_assignment.valid_from')
    .orderBy('role_assignment.id')
    .limit(500)
    .execute()
}

export interface Colleague {
  readonly id: PersonId
  readonly name: string
  readonly role: RoleGrant['role']
  readonly unitName: string | null
}

/** Up to `perRole` persons of every role in force on `day`, spread over the units; for the demo's user switcher. */
export async function listSomeOfEachRole(
  reader: Reader,
  day: string,
  perRole: number,
): Promise<readonly Colleague[]> {
  const { rows } = await sql<Colleague>`
    select id, name, role, "unitName" from (
      select p.id, p.name, g.role, u.name as "unitName", g.turn,
        row_number() over (partition by g.role order by g.turn, u.name, p.name, p.id) as place
      from (
        select a.person_id, a.role, a.unit_id,
          row_number() over (partition by a.role, a.unit_id order by a.valid_from, a.id) as turn
        from role_assignment a
        where a.valid_from <= ${day}::date and (a.valid_to is null or a.valid_to >= ${day}::date)
      ) g
      join person p on p.id = g.person_id
      left join unit u on u.id = g.unit_id
    ) placed
    where place <= ${perRole}
    order by role, "unitName", name, id`.execute(reader.db)
  return rows
}
