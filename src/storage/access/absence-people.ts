import { sql } from 'kysely'
import type { Role } from '../../core/access/role.ts'
import type { AbsenceId, PersonId, UnitId } from '../ids.ts'
import type { PersonalReader } from '../transaction.ts'

export interface StaffMember {
  readonly id: PersonId
  readonly name: string
}

/** Those who hold one of the roles on a day; `units` undefined: anywhere, otherwise in these units. By name. */
export async function listStaff(
  reader: PersonalReader,
  roles: readonly Role[],
  today: string,
  units: readonly UnitId[] | undefined,
): Promise<readonly StaffMember[]> {
  let query = reader.db
    .selectFrom('person as p')
    .innerJoin('role_assignment as a', 'a.person_id', 'p.id')
    .select(['p.id', 'p.name'])
    .distinct()
    .where('a.role', 'in', roles)
    .where('a.valid_from', '<=', today)
    .where((where) => where.or([where('a.valid_to', 'is', null), where('a.valid_to', '>=', today)]))
  if (units !== undefined) query = query.where('a.unit_id', 'in', units)
  return query.orderBy('p.name').orderBy('p.id').limit(5000).execute()
}

/**
 * Those at a unit on a day whose every role, wherever they hold it, is one of these: who also answers for something
 * higher up, here or elsewhere, is not among them. By name.
 */
export async function listStaffOnly(
  reader: PersonalReader,
  roles: readonly Role[],
  today: string,
  unit: UnitId,
): Promise<readonly StaffMember[]> {
  const { rows } = await sql<StaffMember>`
    with held as (
      select person_id, role, unit_id from role_assignment
      where valid_from <= ${today}::date and coalesce(valid_to >= ${today}::date, true))
    select p.id, p.name from person as p
    where exists (select from held where held.person_id = p.id and held.unit_id = ${unit})
      and not exists (select from held where held.person_id = p.id and held.role <> all(${roles}::text[]))
    order by p.name, p.id limit 5000`.execute(reader.db)
  return rows
}

export async function getStaffMember(reader: PersonalReader, id: PersonId): Promise<StaffMember> {
  return reader.db.selectFrom('person').select(['id', 'name']).where('id', '=', id).executeTakeFirstOrThrow()
}

/** How many open reviews each absence meets, where it meets any. */
export async function countDueMeanwhile(
  reader: PersonalReader,
  since: string,
): Promise<ReadonlyMap<AbsenceId, number>> {
  const { rows } = await sql<{ id: AbsenceId; count: number }>`
    select a.id, count(*)::int as count from absence as a
      join review as r on (r.assigned_to = a.person_id or r.assigned_with = a.person_id)
        and r.state in ('assigned', 'in-progress') and r.due_on between a.valid_from and a.valid_to
      join round on round.id = r.round_id and round.state <> 'closed'
    where a.taken_back_at is null and a.valid_to >= ${since}
    group by a.id`.execute(reader.db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}
