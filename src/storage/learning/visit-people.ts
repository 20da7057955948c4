import { sql } from 'kysely'
import type { Role } from '../../core/access/role.ts'
import type { PersonId, UnitId } from '../ids.ts'
import type { PersonalReader } from '../transaction.ts'

export interface VisitPerson {
  readonly id: PersonId
  readonly name: string
  readonly roles: readonly Role[]
}

/** Who can be asked to a unit's visit on a day: who works there, and those of the whole municipality; by name. */
export async function listVisitPeople(
  reader: PersonalReader,
  unit: UnitId,
  day: string,
  roles: readonly Role[],
): Promise<readonly VisitPerson[]> {
  const { rows } = await sql<VisitPerson>`
    select p.id, p.name, array_agg(distinct g.role order by g.role) as roles
    from role_assignment g join person p on p.id = g.person_id
    where (g.unit_id = ${unit} or g.unit_id is null) and g.role = any(${roles}::text[])
      and g.valid_from <= ${day}::date and coalesce(g.valid_to >= ${day}::date, true)
    group by p.id, p.name
    order by lower(p.name), p.id limit 500`.execute(reader.db)
  return rows
}

/** The names of persons, by id. */
export async function listNames(
  reader: PersonalReader,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader.db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .limit(500)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
