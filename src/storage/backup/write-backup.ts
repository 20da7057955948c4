import { createHash } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { pack as packTar, type Pack } from 'tar-stream'
import type { BackupHead, BackupManifest, TableDigest } from '../../core/backup/backup-format.ts'
import type { Checked } from '../../core/language/problem.ts'
import { signClaim, type ClaimKey } from '../claim.ts'
import { getId, type MunicipalityId } from '../ids.ts'
import { migrationLock } from '../migrator.ts'
import { encrypterFor, type BackupKey } from './backup-key.ts'
import { writeNewFile } from './new-file.ts'
import { inOwnerSession } from './owner-session.ts'
import { RowDigest } from './row-digest.ts'
import { leftOut, listSequences, listStoredTables, rowsOf, type StoredTable } from './stored-tables.ts'

export interface BackupSource {
  readonly ownerUrl: string
  /** Presented as for every other reading: row-level security binds the owner too. */
  readonly claimKey: ClaimKey
  readonly personalKeyCheck: string | null
  readonly program: string
  /** Public keys of the logs' seals, by file name. */
  readonly publicKeys: ReadonlyMap<string, string>
}

export interface WrittenBackup {
  readonly file: string
  readonly bytes: number
  readonly tables: readonly TableDigest[]
}

/** Bytes of rows that are held in memory and written as one entry of the archive. */
const partSize = 4 * 1024 * 1024
/** Half the time of zlib's own choice for a few per cent more bytes. */
const gzipLevel = 3

/** Writes all rows, as one snapshot sees them, to an encrypted file: a tar archive, gzip, age. */
export async function writeBackup(
  source: BackupSource,
  key: BackupKey,
  file: string,
  now: Date,
): Promise<Checked<WrittenBackup>> {
  return inOwnerSession(source.ownerUrl, 'tilsyn backup', async (client) => {
    // A migration that rewrites a table would empty it for a snapshot that is older.
    await client.query('select pg_advisory_lock_shared($1)', [migrationLock])
    let tables: readonly TableDigest[] = []
    const content = encrypted(key, async (archive) => {
      tables = await fill(archive, client, source, now)
    })
    const written = await writeNewFile(file, content)
    return written.ok ? { ok: true, value: { file, bytes: written.value.bytes, tables } } : written
  })
}

/** Begins to fill the archive when the first bytes are asked for. A failure of `fill` ends the bytes with its error. */
async function* encrypted(key: BackupKey, fill: (archive: Pack) => Promise<void>): AsyncIterable<Uint8Array> {
  const archive = packTar()
  const plain = new PassThrough()
  const compressing = pipeline(archive, createGzip({ level: gzipLevel }), plain)
  const filling = fill(archive).catch((error: unknown) => {
    archive.destroy(error instanceof Error ? error : new Error(String(error)))
    throw error
  })
  // Both are heard through the bytes.
  compressing.catch(() => undefined)
  filling.catch(() => undefined)
  try {
    // Node's and the DOM's declarations of the same stream differ in name only.
    yield* await encrypterFor(key).encrypt(Readable.toWeb(plain) as ReadableStream<Uint8Array>)
    await compressing
    await filling
  } finally {
    plain.destroy()
    archive.destroy()
  }
}

async function fill(
  archive: Pack,
  client: Client,
  source: BackupSource,
  now: Date,
): Promise<readonly TableDigest[]> {
  await client.query('begin isolation level repeatable read read only')
  const municipalities = await client.query<{ id: string; demo: boolean }>(
    'select municipality_id::text as id, demo from municipality order by municipality_id',
  )
  const stored = await listStoredTables(client)
  await addJson(archive, 'format.json', {
    format: 'tilsyn-backup',
    version: 1,
    made: now.toISOString(),
    program: source.program,
    postgres:
      (await client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version ?? '',
    migrations: (
      await client.query<{ file: string; digest: string }>(
        'select file, digest from sealed.migration order by file',
      )
    ).rows,
    tables: stored.map(({ name, columns }) => ({ name, columns: [...columns] })),
    leftOut,
    municipalities: municipalities.rows.length,
    demo: municipalities.rows.length > 0 && municipalities.rows.every(({ demo }) => demo),
    personalKey: source.personalKeyCheck,
  } satisfies BackupHead)

  const ids = municipalities.rows.map(({ id }) => id)
  const tables: TableDigest[] = []
  for (const table of stored) tables.push(await addTable(archive, client, table, ids, source.claimKey))
  const publicKeys: BackupManifest['publicKeys'] = []
  for (const [name, text] of [...source.publicKeys].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await addEntry(archive, `public-keys/${name}`, Buffer.from(text))
    publicKeys.push({ name, digest: createHash('sha256').update(text).digest('hex') })
  }
  const sequences = await listSequences(client)
  await addJson(archive, 'manifest.json', { tables, sequences, publicKeys } satisfies BackupManifest)
  await client.query('commit')
  archive.finalize()
  return tables
}

/** The rows of one table, municipality by municipality, which is the order of its key. */
async function addTable(
  archive: Pack,
  client: Client,
  table: StoredTable,
  municipalities: readonly string[],
  claimKey: ClaimKey,
): Promise<TableDigest> {
  const digest = new RowDigest()
  let held: Buffer[] = []
  let size = 0
  let part = 0
  const write = async (): Promise<void> => {
    if (size === 0) return
    part += 1
    await addEntry(archive, `tables/${table.name}/${String(part).padStart(6, '0')}`, Buffer.concat(held))
    held = []
    size = 0
  }
  for (const municipality of municipalities) {
    await claim(client, claimKey, municipality)
    // The id is a uuid that the database wrote itself.
    const rows = client.query(copyTo(rowsOf(table, `where municipality_id = '${municipality}'`)))
    for await (const chunk of rows) {
      // A stream without an encoding yields buffers.
      const bytes = chunk as Buffer
      digest.add(bytes)
      held.push(bytes)
      size += bytes.length
      if (size >= partSize) await write()
    }
  }
  await write()
  return digest.of(table.name)
}

/** Valid until the transaction ends, since its age is counted from the start of it. */
async function claim(client: Client, key: ClaimKey, municipality: string): Promise<void> {
  const { rows } = await client.query<{ started: string }>(
    'select (extract(epoch from transaction_timestamp()) * 1000)::bigint::text as started',
  )
  const actor = { municipalityId: getId<MunicipalityId>(municipality), personId: null }
  const presented = await client.query<{ municipality: string | null }>(
    `select sealed.current_municipality()::text as municipality from set_config('tilsyn.claim', $1, true)`,
    [signClaim(key, actor, Number(rows[0]?.started))],
  )
  if (presented.rows[0]?.municipality !== municipality)
    throw new Error('the database does not accept the claim: its key is another')
}

function addJson(archive: Pack, name: string, content: unknown): Promise<void> {
  return addEntry(archive, name, Buffer.from(`${JSON.stringify(content, null, 1)}\n`))
}

/** Resolves when the bytes have been passed on, so that no more than one part waits in memory. */
function addEntry(archive: Pack, name: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, size: bytes.length, mode: 0o600, mtime: new Date(0) }, bytes, (error) => {
      if (error) reject(error)
      else resolve()
    })
  })
}
