import { sql } from 'kysely'
import type { LocalText } from '../../../core/language/language.ts'
import type { PersonId } from '../../ids.ts'
import type { PersonalReader } from '../../transaction.ts'
import { caseTables } from '../retention/case-tables.ts'
import { isAbout } from '../retention/rows-of-cases.ts'

export interface HeldTable {
  readonly table: string
  readonly title: LocalText
  /** As the database has them, without the municipality. */
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** What tells which reviews are anchors, and numbers in their encrypted form. */
const neverTold = [
  'municipality_id',
  'anchor_id',
  'shown_case_id',
  'drawn_case_stage_id',
  'child_cpr',
  'child_cpr_hash',
]

/** Everything about the cases that is told; what belongs to a round that is not closed is sealed and stays out. */
export async function listHeldRows(
  reader: PersonalReader,
  cases: readonly string[],
): Promise<readonly HeldTable[]> {
  const tables: HeldTable[] = []
  for (const { table, title, sealedBy, notTold } of caseTables) {
    if (notTold !== undefined) continue
    const about = isAbout(table, cases, { closedRounds: sealedBy !== undefined })
    const { rows } = await sql<{ row: Readonly<Record<string, unknown>> }>`
      select to_jsonb(${sql.table(table)}) - ${neverTold}::text[] as row from ${sql.table(table)} where ${about}`.execute(
      reader.db,
    )
    if (rows.length > 0) tables.push({ table, title, rows: rows.map(({ row }) => row) })
  }
  return tables
}

/** Columns that name a person of the staff, by `table.column`. */
export async function listPersonColumns(reader: PersonalReader): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select k.conrelid::regclass::text || '.' || a.attname as name
    from pg_constraint k, unnest(k.conkey) n, pg_attribute a
    where k.contype = 'f' and k.confrelid = 'person'::regclass and a.attrelid = k.conrelid and a.attnum = n
      and a.attname <> 'municipality_id'`.execute(reader.db)
  return new Set(rows.map(({ name }) => name))
}

export async function listNames(reader: PersonalReader): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.db.selectFrom('person').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }: { readonly id: PersonId; readonly name: string }) => [id, name]))
}
