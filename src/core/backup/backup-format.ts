import { z } from 'zod'

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().nonnegative()
/** As SQL writes it; those of schema `sealed` with its name in front. Names come from our own migrations. */
const tableName = z.string().regex(/^(?:sealed\.)?[a-z][a-z0-9_]*$/)
const columnName = z.string().regex(/^[a-z][a-z0-9_]*$/)

/** `format.json`, the first thing in a backup: what a reader must know before the rows come. */
export const backupHead = z.strictObject({
  format: z.literal('tilsyn-backup'),
  version: z.literal(1),
  /** ISO 8601, of the machine that made it. */
  made: z.iso.datetime(),
  program: z.string(),
  postgres: z.string(),
  /** Files of `migrations/` that made the tables, with the SHA-256 of their text. */
  migrations: z.array(z.strictObject({ file: z.string(), digest })),
  /** In the order of the rows: a table comes after those it refers to. */
  tables: z.array(z.strictObject({ name: tableName, columns: z.array(columnName).min(1) })),
  /** Tables whose rows are not in the file, on purpose. */
  leftOut: z.array(tableName),
  municipalities: count,
  /** Constructed data throughout. */
  demo: z.boolean(),
  /** Tells whether a key is the one that personal numbers are encrypted with; null where there was none. */
  personalKey: z.string().nullable(),
})
export type BackupHead = z.infer<typeof backupHead>

/** `manifest.json`, the last thing in a backup: known only when every row has been read. */
export const backupManifest = z.strictObject({
  /** SHA-256 of the rows as PostgreSQL's COPY writes them (text), in the order of the primary key. */
  tables: z.array(z.strictObject({ name: tableName, rows: count, digest })),
  sequences: z.array(
    z.strictObject({
      table: tableName,
      column: columnName,
      last: z.string().regex(/^\d+$/),
      called: z.boolean(),
    }),
  ),
  publicKeys: z.array(z.strictObject({ name: z.string(), digest })),
})
export type BackupManifest = z.infer<typeof backupManifest>
export type TableDigest = BackupManifest['tables'][number]

/** Tables whose rows are not those of the manifest, or are missing in one of the two. */
export function differingTables(
  wanted: readonly TableDigest[],
  found: readonly TableDigest[],
): readonly string[] {
  const have = new Map(found.map((table) => [table.name, table]))
  const known = new Set(wanted.map(({ name }) => name))
  return [
    ...wanted.filter(({ name, rows, digest: expected }) => {
      const table = have.get(name)
      return table === undefined || table.rows !== rows || table.digest !== expected
    }),
    ...found.filter(({ name }) => !known.has(name)),
  ].map(({ name }) => name)
}
