import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { Client } from 'pg'
import type { Checked } from '../core/language/problem.ts'
import { claimKeyBlocks, type ClaimKey } from './claim.ts'
import { migrationProblems } from './migration-problems.ts'

export interface MigrationFile {
  readonly file: string
  readonly text: string
  /** SHA-256 (hex) of the text. */
  readonly digest: string
}

const migrationsFolder = new URL('../../migrations/', import.meta.url)

/** The numbered files in order. Line ends are made LF first: a checkout with CRLF must have the same digests. */
export async function listMigrations(folder: URL = migrationsFolder): Promise<readonly MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (file) => {
      const text = (await readFile(new URL(file, folder), 'utf8')).replaceAll('\r\n', '\n')
      return { file, text, digest: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** Any number of programs may migrate at once: one does, the others wait for it. The number is arbitrary. */
export const migrationLock = 7_214_090_318

const bookkeeping = `
  create schema if not exists sealed;
  create table if not exists sealed.migration (
    file text primary key,
    digest text not null check (digest ~ '^[0-9a-f]{64}$'),
    applied_at timestamptz not null default now()
  );
  comment on table sealed.migration is 'Files of migrations/ that were applied here, with the SHA-256 of their text.';
  alter table sealed.migration enable row level security, force row level security;
  drop policy if exists owner_only on sealed.migration;
  create policy owner_only on sealed.migration to tilsyn_owner using (true);`

/**
 * Brings the database to the newest schema and writes the claim key. Runs as `tilsyn_owner`, each file in its own
 * transaction. Returns the files applied now; none when there was nothing to do.
 */
export async function migrate(
  ownerUrl: string,
  claimKey: ClaimKey,
  files: readonly MigrationFile[],
): Promise<Checked<readonly string[]>> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'tilsyn migrate' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    const refused = await migrationProblems(client)
    if (refused !== undefined) return { ok: false, problems: [refused] }
    await client.query("set client_min_messages = 'warning'")
    await client.query(bookkeeping)
    const applied = await appliedDigests(client)
    const differing = files.filter(({ file, digest }) => (applied.get(file) ?? digest) !== digest)
    if (differing.length > 0) return { ok: false, problems: differing.map(({ file }) => changedFile(file)) }
    const known = new Set(files.map(({ file }) => file))
    const unknown = [...applied.keys()].filter((file) => !known.has(file))
    if (unknown.length > 0) return { ok: false, problems: unknown.map(unknownFile) }
    const pending = files.filter(({ file }) => !applied.has(file))
    for (const migration of pending) await apply(client, migration)
    await writeClaimKey(client, claimKey)
    return { ok: true, value: pending.map(({ file }) => file) }
  } finally {
    await client.end()
  }
}

async function appliedDigests(client: Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ file: string; digest: string }>(
    'select file, digest from sealed.migration order by file',
  )
  return new Map(rows.map(({ file, digest }) => [file, digest]))
}

async function apply(client: Client, { file, text, digest }: MigrationFile): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into sealed.migration (file, digest) values ($1, $2)', [file, digest])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${file} failed and was rolled back`, { cause: error })
  }
}

/**
 * A replaced key would stay readable in the table's file, and it once was the key that others are derived from. TRUNCATE
 * begins a new file; VACUUM FULL would copy the old row as long as some snapshot, e.g. autovacuum's, might still see it.
 */
async function writeClaimKey(client: Client, key: ClaimKey): Promise<void> {
  const { inner, outer } = claimKeyBlocks(key)
  const blocks = [inner, outer]
  const { rowCount } = await client.query(
    'select from sealed.claim_key where inner_block = $1 and outer_block = $2',
    blocks,
  )
  if (rowCount === 1) return
  await client.query('begin')
  await client.query('truncate sealed.claim_key')
  await client.query('insert into sealed.claim_key (inner_block, outer_block) values ($1, $2)', blocks)
  await client.query('commit')
}

function changedFile(file: string): { code: string; text: { da: string; en: string }; at: { file: string } } {
  return {
    code: 'migration-changed',
    text: {
      da: 'Filen er ændret, efter at databasen blev opdateret med den. Gendan filen, og læg ændringen i en ny fil med næste nummer.',
      en: 'The file was changed after the database was updated with it. Restore the file and put the change in a new file with the next number.',
    },
    at: { file },
  }
}

function unknownFile(file: string): { code: string; text: { da: string; en: string } } {
  return {
    code: 'database-newer',
    text: {
      da: `Databasen er opdateret med ${file}, som denne version af programmet ikke kender. Brug en nyere version af programmet.`,
      en: `The database was updated with ${file}, which this version of the program does not know. Use a newer version of the program.`,
    },
  }
}
