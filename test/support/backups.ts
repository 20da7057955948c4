import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type Pool } from 'pg'
import { inject } from 'vitest'
import { makeBackupKey, readKeyFile, type BackupKey } from '../../src/storage/backup/backup-key.ts'
import { restoreBackup, type RestoreTarget } from '../../src/storage/backup/restore-backup.ts'
import { writeBackup, type BackupSource } from '../../src/storage/backup/write-backup.ts'
import { findClaimKey, type ClaimKey } from '../../src/storage/claim.ts'
import { listMigrations } from '../../src/storage/migrator.ts'
import { createPool } from '../../src/storage/pool.ts'

export interface EmptyDatabase {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly superPool: Pool
  close(): Promise<void>
}

function urlOf(server: string, database: string): string {
  const changed = new URL(server)
  changed.pathname = `/${database}`
  return changed.href
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject('postgres').superUrl })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** As an administrator makes one for a restore: no tables at all. */
export async function createEmptyDatabase(): Promise<EmptyDatabase> {
  const server = inject('postgres')
  const name = `tilsyn_empty_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name} owner tilsyn_owner template template0 encoding 'UTF8'`)
  const superPool = createPool(urlOf(server.superUrl, name), 2, () => undefined)
  return {
    ownerUrl: urlOf(server.ownerUrl, name),
    appUrl: urlOf(server.appUrl, name),
    superPool,
    async close() {
      await superPool.end()
      await onServer(`drop database ${name} with (force)`)
    },
  }
}

/** The claim key of the test server, which its databases share. */
export function serverClaimKey(): ClaimKey {
  const key = findClaimKey(inject('postgres').claimKey)
  if (key === undefined) throw new Error('the test server gave no claim key')
  return key
}

export async function ownerUrlOf(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ name: string }>('select current_database() as name')
  return urlOf(inject('postgres').ownerUrl, rows[0]?.name ?? '')
}

export async function sourceOf(pool: Pool, given: Partial<BackupSource> = {}): Promise<BackupSource> {
  return {
    ownerUrl: await ownerUrlOf(pool),
    claimKey: serverClaimKey(),
    personalKeyCheck: null,
    program: '0.0.0-test',
    publicKeys: new Map([['seal-key-0123456789abcdef.pub.pem', 'a public key\n']]),
    ...given,
  }
}

export async function restoreInto(
  { ownerUrl }: Pick<EmptyDatabase, 'ownerUrl'>,
  file: string,
  key: BackupKey,
  given: Partial<RestoreTarget> = {},
): ReturnType<typeof restoreBackup> {
  const migrations = await listMigrations()
  const target = { ownerUrl, claimKey: serverClaimKey(), personalKeyCheck: null, migrations, ...given }
  return restoreBackup(target, file, key, () => undefined)
}

export interface BackupFolder {
  readonly folder: string
  readonly key: BackupKey
  readonly keyFile: string
  /** Writes a backup and gives its path; throws where it is refused. */
  backUp(pool: Pool, name?: string, given?: Partial<BackupSource>): Promise<string>
  close(): Promise<void>
}

export async function createBackupFolder(): Promise<BackupFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-backup-'))
  const keyFile = join(folder, 'secret.key')
  await writeFile(keyFile, (await makeBackupKey()).secretFile)
  await chmod(keyFile, 0o600)
  const key = await readKeyFile(keyFile)
  if (!key.ok) throw new Error(key.problems[0]?.text.en)
  return {
    folder,
    key: key.value,
    keyFile,
    async backUp(pool, name = 'backup.age', given = {}) {
      const source = await sourceOf(pool, given)
      const written = await writeBackup(source, key.value, join(folder, name), new Date())
      if (!written.ok) throw new Error(written.problems[0]?.text.en)
      return written.value.file
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

/** What is in each table, told by the superuser and by other means than the program's own digests. */
export async function contents(pool: Pool): Promise<Readonly<Record<string, string>>> {
  const tables = await pool.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'sealed') order by 1`)
  const found: Record<string, string> = {}
  for (const { name } of tables.rows) {
    const { rows } = await pool.query<{ seen: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as seen from ${name} t`,
    )
    found[name] = rows[0]?.seen ?? ''
  }
  return found
}
