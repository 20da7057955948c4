import { sql } from 'kysely'
import type { PersonId } from '../../ids.ts'
import type { PersonalReader } from '../../transaction.ts'
import { caseTables } from '../retention/case-tables.ts'

/** Tables that are about one employee, row for row, and how a row is known to be of whom. */
const ownRows: Readonly<Record<string, string>> = {
  role_assignment: 'person_id',
  supervision: 'leader_id',
  absence: 'person_id',
  notification: 'person_id',
  mail: 'person_id',
  mail_preference: 'person_id',
  flow_subscription: 'person_id',
  due_feed: 'person_id',
}

const sealed = new Set(caseTables.flatMap(({ table, sealedBy }) => (sealedBy === undefined ? [] : [table])))

export const ownTables = Object.keys(ownRows)

/** Told entry by entry, and not counted. */
const logs = ['access_entry', 'change_entry']

type Row = Readonly<Record<string, unknown>>

export interface HeldOnStaff {
  /** With the user name; undefined: there is no such person. */
  readonly person: Row | undefined
  readonly own: readonly { readonly table: string; readonly rows: readonly Row[] }[]
  /** Where else the person is named: rows by table and column. */
  readonly named: readonly { readonly table: string; readonly column: string; readonly rows: number }[]
}

export async function readHeldOnStaff(reader: PersonalReader, id: PersonId): Promise<HeldOnStaff> {
  const person = await sql<{ row: Row }>`
    select to_jsonb(p) - 'municipality_id' || jsonb_build_object('user_name', a.username) as row
    from person p left join sealed.list_accounts() a on a.person_id = p.id where p.id = ${id}`.execute(
    reader.db,
  )
  const own: { table: string; rows: readonly Row[] }[] = []
  for (const [table, column] of Object.entries(ownRows)) {
    // Whoever entered an absence is another employee.
    const { rows } = await sql<{ row: Row }>`
      select to_jsonb(t) - array['municipality_id', 'entered_by'] as row from ${sql.table(table)} t
      where ${sql.ref(`t.${column}`)} = ${id}`.execute(reader.db)
    own.push({ table, rows: rows.map(({ row }) => row) })
  }
  return { person: person.rows[0]?.row, own, named: await countNamed(reader, id) }
}

/** Columns that refer to a person, or hold an employee's initials, in tables that the program may read. */
export async function listStaffColumns(
  reader: PersonalReader,
): Promise<readonly { readonly table: string; readonly column: string; readonly initials: boolean }[]> {
  const { rows } = await sql<{ table: string; column: string; initials: boolean }>`
    select c.relname as "table", a.attname as "column", k.oid is null as initials
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'person'::regclass
      and a.attnum = any (k.conkey)
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname <> 'municipality_id'
      and (k.oid is not null or a.attname = 'caseworker') and has_column_privilege(c.oid, a.attnum, 'select')
    order by 1, 2`.execute(reader.db)
  return rows.filter(({ table, column }) => !logs.includes(table) && ownRows[table] !== column)
}

async function countNamed(reader: PersonalReader, id: PersonId): Promise<HeldOnStaff['named']> {
  // How many rows a review in an open round has tells of its answers, which are sealed.
  const columns = (await listStaffColumns(reader)).filter(({ table }) => !sealed.has(table))
  const initials = sql`(select lower(initials) from person where id = ${id})`
  const counts = columns.map(({ table, column, initials: byInitials }) => {
    const named = byInitials ? sql`lower(${sql.ref(column)}) = ${initials}` : sql`${sql.ref(column)} = ${id}`
    return sql`select ${table}::text as "table", ${column}::text as "column", count(*)::integer as rows
      from ${sql.table(table)} where ${named}`
  })
  const { rows } = await sql<{ table: string; column: string; rows: number }>`
    select * from (${sql.join(counts, sql` union all `)}) n where rows > 0 order by 1, 2`.execute(reader.db)
  return rows
}

export interface StaffEntry {
  readonly at: string
  readonly act: string
  readonly subjectKind: string
  readonly subjectId: string | null
  /** The person did it; otherwise somebody else did it to the person. */
  readonly byPerson: boolean
}

/** The newest entries of a log that the person made or that name them, at most so many, and whether there are more. */
export async function listStaffEntries(
  reader: PersonalReader,
  log: 'access_entry' | 'change_entry',
  id: PersonId,
  limit: number,
): Promise<{ readonly entries: readonly StaffEntry[]; readonly more: boolean }> {
  // Acts in a review, such as marking a strength, tell its answers.
  const told =
    log === 'change_entry'
      ? sql`room not in ('review', 'finding') and subject_kind not in ('review', 'finding')`
      : sql`true`
  const { rows } = await sql<StaffEntry>`
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, act, subject_kind as "subjectKind",
      subject_id as "subjectId", person_id is not distinct from ${id} as "byPerson"
    from ${sql.table(log)}
    where (person_id = ${id} or (subject_kind = 'person' and subject_id = ${id}::text)) and ${told}
    order by id desc limit ${limit + 1}`.execute(reader.db)
  return { entries: rows.slice(0, limit), more: rows.length > limit }
}
