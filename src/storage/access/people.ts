import { sql } from 'kysely'
import type { Role } from '../../core/access/role.ts'
import type { PersonId, RoleAssignmentId, UnitId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

export interface PeopleFilter {
  /** Words that name, initials or user name contain; each must occur. */
  readonly words: readonly string[]
  readonly role: Role | undefined
  readonly unit: UnitId | undefined
  /** Only persons with a role on this day. */
  readonly on: string | undefined
}

export interface ListedRole {
  readonly id: RoleAssignmentId
  readonly role: Role
  readonly unit: string | null
  readonly from: string
  readonly until: string | null
}

export interface ListedPerson {
  readonly id: PersonId
  readonly name: string
  readonly initials: string
  readonly userName: string | null
  readonly email: string | null
  /** All roles ever held, the newest first. */
  readonly roles: readonly ListedRole[]
}

/** Persons by name, at most `limit`, and how many fit in all. A role and a unit must meet in one and the same grant. */
export async function listPeople(
  reader: Reader,
  filter: PeopleFilter,
  limit: number,
): Promise<{ readonly total: number; readonly people: readonly ListedPerson[] }> {
  const patterns = filter.words.map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)
  const byGrant = filter.role !== undefined || filter.unit !== undefined || filter.on !== undefined
  const { rows } = await sql<ListedPerson & { readonly total: number }>`
    with fitting as (
      select p.id, p.name, p.initials, p.email, a.username
      from person p left join sealed.list_accounts() a on a.person_id = p.id
      where concat_ws(' ', p.name, p.initials, a.username) ilike all (${patterns}::text[])
        and (not ${byGrant}::boolean or exists (
          select 1 from role_assignment r
          where r.person_id = p.id
            and (${filter.role ?? null}::text is null or r.role = ${filter.role ?? null})
            and (${filter.unit ?? null}::uuid is null or r.unit_id = ${filter.unit ?? null}::uuid)
            and (${filter.on ?? null}::date is null or (r.valid_from <= ${filter.on ?? null}::date
              and coalesce(r.valid_to >= ${filter.on ?? null}::date, true)))))
    ), shown as (
      select *, count(*) over () as total from fitting order by lower(name), id limit ${limit}
    )
    select s.id, s.name, s.initials, s.email, s.username as "userName", s.total,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', r.id, 'role', r.role, 'unit', u.name, 'from', r.valid_from, 'until', r.valid_to)
          order by r.valid_from desc, r.id)
        from role_assignment r left join unit u on u.id = r.unit_id
        where r.person_id = s.id), '[]') as roles
    from shown s order by lower(s.name), s.id`.execute(reader.db)
  return { total: rows[0]?.total ?? 0, people: rows.map(toPerson) }
}

function toPerson({ id, name, initials, userName, email, roles }: ListedPerson): ListedPerson {
  return { id, name, initials, userName, email, roles }
}

export async function saveEmail(writer: Writer, id: PersonId, email: string | null): Promise<void> {
  await writer.db.updateTable('person').set({ email }).where('id', '=', id).execute()
}

export async function personExists(reader: Reader, id: PersonId): Promise<boolean> {
  const row = await reader.db.selectFrom('person').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

/** The person whose code this is, however it is capitalised. */
export async function findPersonWithInitials(
  reader: Reader,
  initials: string,
): Promise<PersonId | undefined> {
  const row = await reader.db
    .selectFrom('person')
    .select('id')
    .where(sql<boolean>`lower(initials) = lower(${initials})`)
    .executeTakeFirst()
  return row?.id
}
