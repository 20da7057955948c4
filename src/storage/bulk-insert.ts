import { sql, type Kysely } from 'kysely'
import type { Tables } from './tables/tables.ts'

/** Rows per statement: large enough that a statement's fixed cost vanishes, small enough for modest memory. */
const chunkSize = 2000

/**
 * Inserts many rows with one array per column and statement. PostgreSQL refuses `COPY FROM` into a table with row-level
 * security, and a detour over a temporary table would need a right to create that the app must not have.
 */
export async function bulkInsert(
  db: Kysely<Tables>,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
): Promise<number> {
  const types = await columnTypes(db, table)
  // The column's default would verify the claim once a row; asked for here, it is verified once a statement.
  const ofTenant = types.has('municipality_id') && !columns.includes('municipality_id')
  const tenant = ofTenant ? sql`municipality_id, ` : sql``
  const tenantValue = ofTenant ? sql`(select sealed.current_municipality()), ` : sql``
  const targets = columns.map((column) => {
    const type = types.get(column)
    if (type === undefined) throw new Error(`no column ${column} in ${table}`)
    return { column, type }
  })
  let arrays: unknown[][] = columns.map(() => [])
  let waiting = 0
  let written = 0
  const flush = async (): Promise<void> => {
    if (waiting === 0) return
    const values = targets.map(({ type }, i) => sql`${arrays[i]}::${sql.raw(`${type}[]`)}`)
    await sql`insert into ${sql.table(table)} (${tenant}${sql.join(columns.map((c) => sql.ref(c)))})
      select ${tenantValue}given.* from unnest(${sql.join(values)}) given`.execute(db)
    written += waiting
    waiting = 0
    arrays = columns.map(() => [])
  }
  for await (const row of rows) {
    if (row.length !== columns.length)
      throw new Error(`a row of ${table} has ${row.length} of ${columns.length} values`)
    for (const [i, value] of row.entries()) arrays[i]?.push(value)
    waiting += 1
    if (waiting === chunkSize) await flush()
  }
  await flush()
  return written
}

async function columnTypes(db: Kysely<Tables>, table: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ name: string; type: string }>`
    select attname as name, format_type(atttypid, null) as type from pg_attribute
    where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(
    db,
  )
  return new Map(rows.map(({ name, type }) => [name, type]))
}
