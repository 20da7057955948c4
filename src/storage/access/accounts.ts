import { sql } from 'kysely'
import type { Role } from '../../core/access/role.ts'
import type { PersonId, UnitId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

export interface ListedAccount {
  readonly userName: string
  readonly personId: PersonId
  readonly name: string
  readonly initials: string
  readonly changedAt: Date
}

/** The local accounts of the claimed municipality, by user name. */
export async function listAccounts(reader: Reader): Promise<readonly ListedAccount[]> {
  const { rows } = await sql<ListedAccount>`
    select a.username as "userName", p.id as "personId", p.name, p.initials, a.changed_at as "changedAt"
    from sealed.list_accounts() a join person p on p.id = a.person_id
    order by a.username`.execute(reader.db)
  return rows
}

/** The user name of a person; undefined for those who sign in another way or not at all. */
export async function findUserName(reader: Reader, personId: PersonId): Promise<string | undefined> {
  const { rows } = await sql<{ username: string }>`
    select username from sealed.list_accounts() where person_id = ${personId}`.execute(reader.db)
  return rows[0]?.username
}

/** Takes an account away and signs its person out everywhere; false when there is none of that name. */
export async function removeAccount(writer: Writer, userName: string): Promise<boolean> {
  const { rows } = await sql<{ person: PersonId | null }>`
    select sealed.remove_account(${userName}) as person`.execute(writer.db)
  return (rows[0]?.person ?? null) !== null
}

export async function findPersonByInitials(reader: Reader, initials: string): Promise<PersonId | undefined> {
  const row = await reader.db
    .selectFrom('person')
    .select('id')
    .where('initials', '=', initials)
    .executeTakeFirst()
  return row?.id
}

export async function findUnitByName(reader: Reader, name: string): Promise<UnitId | undefined> {
  const row = await reader.db.selectFrom('unit').select('id').where('name', '=', name).executeTakeFirst()
  return row?.id
}

export async function insertPerson(
  writer: Writer,
  person: {
    readonly id?: PersonId
    readonly name: string
    readonly initials: string
    readonly email?: string | null
  },
): Promise<PersonId> {
  const row = await writer.db
    .insertInto('person')
    .values({ email: null, ...person })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Gives a role from a day on, until further notice; a role already held on that day is not given twice. */
export async function insertRole(
  writer: Writer,
  grant: {
    readonly personId: PersonId
    readonly role: Role
    readonly unit: UnitId | null
    readonly from: string
  },
): Promise<void> {
  const held = await writer.db
    .selectFrom('role_assignment')
    .select('id')
    .where('person_id', '=', grant.personId)
    .where('role', '=', grant.role)
    .where('unit_id', 'is not distinct from', grant.unit)
    .where('valid_from', '<=', grant.from)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', grant.from)]))
    .executeTakeFirst()
  if (held !== undefined) return
  await writer.db
    .insertInto('role_assignment')
    .values({
      person_id: grant.personId,
      role: grant.role,
      unit_id: grant.unit,
      valid_from: grant.from,
      valid_to: null,
    })
    .execute()
}
