import type { Client } from 'pg'
import type { BackupManifest } from '../../core/backup/backup-format.ts'
import { loadOrder, type Reference } from '../../core/backup/load-order.ts'

/**
 * The claim key must be elsewhere than the rows it opens; the list of migrations is made by migrating; and a session
 * that was ended since must not come to life again.
 */
export const leftOut = ['sealed.claim_key', 'sealed.migration', 'sealed.session']

export interface StoredTable {
  readonly name: string
  /** Without the generated ones, which the database computes again. */
  readonly columns: readonly string[]
  /** The primary key as an `order by`, the same on every server whatever its collation. */
  readonly order: string
}

/** Every table with rows of a municipality, so that each comes after those it refers to. */
export async function listStoredTables(client: Client): Promise<readonly StoredTable[]> {
  const tables = await client.query<StoredTable>(`
    select c.oid::regclass::text as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select string_agg(quote_ident(a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end, ', ' order by k.place)
        from pg_index i, unnest(i.indkey) with ordinality k (number, place), pg_attribute a
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.number) as order
    from pg_class c
    where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'sealed'::regnamespace)
    order by 1`)
  const references = await client.query<Reference>(`
    select distinct k.conrelid::regclass::text as from, k.confrelid::regclass::text as to
    from pg_constraint k where k.contype = 'f'`)
  const byName = new Map(tables.rows.map((table) => [table.name, table]))
  const names = [...byName.keys()].filter((name) => !leftOut.includes(name))
  return loadOrder(names, references.rows).flatMap((name) => byName.get(name) ?? [])
}

/** The rows of a table in the order of its key, as a query; `where` confines it. */
export function rowsOf({ name, columns, order }: StoredTable, where = ''): string {
  return `copy (select ${columns.map((column) => `"${column}"`).join(', ')} from ${name} ${where} order by ${order}) to stdout`
}

/** How far the numbering of identity columns has come. */
export async function listSequences(client: Client): Promise<BackupManifest['sequences']> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(`
    select d.refobjid::regclass::text as table, a.attname::text as column, s.seqrelid::regclass::text as sequence
    from pg_sequence s
      join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = s.seqrelid and d.deptype = 'i'
      join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
    order by 1, 2`)
  const sequences: BackupManifest['sequences'] = []
  for (const { table, column, sequence } of rows) {
    const state = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${sequence}`,
    )
    const [found] = state.rows
    if (found !== undefined) sequences.push({ table, column, ...found })
  }
  return sequences
}
