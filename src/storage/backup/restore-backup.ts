import type { Client } from 'pg'
import type { BackupHead, TableDigest } from '../../core/backup/backup-format.ts'
import type { Checked, Problem } from '../../core/language/problem.ts'
import type { ClaimKey } from '../claim.ts'
import { migrate, migrationLock, type MigrationFile } from '../migrator.ts'
import type { BackupKey } from './backup-key.ts'
import { BackupRefused } from './backup-problems.ts'
import { fillTables } from './fill-tables.ts'
import { inOwnerSession } from './owner-session.ts'
import { readBackup } from './read-backup.ts'
import { inUse, otherPersonalKey } from './restore-problems.ts'
import { tablesProblem, targetProblem } from './restore-target.ts'

export interface RestoreTarget {
  readonly ownerUrl: string
  readonly claimKey: ClaimKey
  /** Undefined: whoever restores accepts that personal numbers may not be readable. */
  readonly personalKeyCheck: string | null | undefined
  /** All files that this program knows. */
  readonly migrations: readonly MigrationFile[]
}

export interface RestoredBackup {
  readonly head: BackupHead
  /** As they are in the database now. */
  readonly tables: readonly TableDigest[]
  /** Public keys of the logs' seals, by file name. */
  readonly publicKeys: ReadonlyMap<string, string>
}

/** Milliseconds. A program at work in an empty database holds a lock for less. */
const lockPatience = 10_000

/**
 * Fills an empty database from a backup: all or nothing, in one transaction, committed when the digests of the tables
 * in the database are those of the backup. Then the tables are brought to this program's version.
 */
export async function restoreBackup(
  target: RestoreTarget,
  file: string,
  key: BackupKey,
  progress: (share: number) => void,
): Promise<Checked<RestoredBackup>> {
  const pieces = readBackup(file, key)
  try {
    const first = await pieces.next()
    if (first.done === true || first.value.kind !== 'head') throw new Error('the reader gave no head')
    const { head } = first.value
    const problem =
      tablesProblem(file, head, target.migrations) ??
      keyProblem(file, head, target) ??
      (await inOwnerSession(target.ownerUrl, 'tilsyn restore', (client) => targetProblem(client, head)))
    if (problem !== undefined) return { ok: false, problems: [problem] }
    const made = await migrate(
      target.ownerUrl,
      target.claimKey,
      target.migrations.slice(0, head.migrations.length),
    )
    if (!made.ok) return made
    const publicKeys = new Map<string, string>()
    const tables = await inOwnerSession(target.ownerUrl, 'tilsyn restore', (client) =>
      inTransaction(client, () =>
        fillTables(client, file, head, pieces, {
          publicKey: (name, text) => void publicKeys.set(name, text),
          progress,
        }),
      ),
    )
    const newest = await migrate(target.ownerUrl, target.claimKey, target.migrations)
    if (!newest.ok) return newest
    await inOwnerSession(target.ownerUrl, 'tilsyn restore', async (client) => {
      // Without its statistics the planner takes every table for empty.
      for (const { name } of tables) await client.query(`analyze ${name}`)
    })
    return { ok: true, value: { head, tables, publicKeys } }
  } catch (error) {
    if (error instanceof BackupRefused) return { ok: false, problems: [error.problem] }
    if (codeOf(error) === lockNotAvailable) return { ok: false, problems: [inUse] }
    throw error
  } finally {
    // Whatever stopped us, the file is closed.
    await pieces.return()
  }
}

function keyProblem(
  file: string,
  { personalKey }: BackupHead,
  { personalKeyCheck }: RestoreTarget,
): Problem | undefined {
  if (personalKeyCheck === undefined || personalKey === null || personalKey === personalKeyCheck)
    return undefined
  return otherPersonalKey(file)
}

async function inTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock($1)', [migrationLock])
  await client.query('begin')
  await client.query("select set_config('lock_timeout', $1, true)", [String(lockPatience)])
  // An error leaves the transaction to the end of the connection, which rolls it back: in the middle of a COPY no
  // statement could.
  const value = await work()
  await client.query('commit')
  return value
}

/** SQLSTATE lock_not_available. */
const lockNotAvailable = '55P03'

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
