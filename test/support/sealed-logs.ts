import { createPublicKey } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { Sealer } from '../../src/app/access/seal/sealer.ts'
import { verifyLog, type LogReport } from '../../src/app/access/seal/verify-log.ts'
import type { WrittenLine } from '../../src/core/access/seal/check-written.ts'
import { findHead, type SignedHead } from '../../src/core/access/seal/head.ts'
import { openHeadsFolder } from '../../src/storage/access/seal/heads-folder.ts'
import { openSealKey, type SealKey } from '../../src/storage/access/seal/key-file.ts'
import { verifierOf } from '../../src/storage/access/seal/verifying-key.ts'
import type { Actor } from '../../src/storage/transaction.ts'
import { createTestDatabase, type TestDatabase, type TestMunicipality } from './database.ts'

/** A database of its own with a key and a folder of heads, and what tests do with them again and again. */
export interface SealedLogs {
  readonly held: TestDatabase
  readonly folder: string
  readonly key: SealKey
  /** One more server's sealer, with the same key and folder. */
  newSealer(key?: SealKey): Promise<Sealer>
  /** One look and one change. */
  act(actor?: Actor): Promise<void>
  lines(): Promise<readonly WrittenLine[]>
  writtenHeads(): Promise<readonly SignedHead[]>
  verify(
    municipality?: TestMunicipality,
    means?: { readonly keys?: readonly SealKey[]; readonly heads?: boolean },
  ): Promise<LogReport>
  close(): Promise<void>
}

export async function createSealedLogs(): Promise<SealedLogs> {
  const held = await createTestDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-seal-'))
  const key = await getKey(join(folder, 'key.pem'))
  const lines = async (): Promise<readonly WrittenLine[]> => {
    const files = (await readdir(folder)).filter((name) => name.startsWith('heads-')).toSorted()
    const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
    return texts
      .flatMap((text) => text.split('\n').slice(0, -1))
      .map((text, i) => ({ line: i + 1, head: findHead(text) }))
  }
  return {
    held,
    folder,
    key,
    lines,
    newSealer: async (signer = key) =>
      new Sealer({
        database: held.database,
        signer,
        places: [await openHeadsFolder(folder, signer)],
        failed: (error) => {
          throw error
        },
      }),
    act: (actor = held.first.actor) =>
      held.database.transaction(actor, async (tx) => {
        await tx.recordAccess({ act: 'open-review', subjectKind: 'review', subjectId: 'A-1' })
        await tx.recordChange({ act: 'answer', room: 'review', subjectKind: 'review', detail: { n: 1.5 } })
      }),
    writtenHeads: async () => (await lines()).flatMap(({ head }) => head ?? []),
    verify: async (municipality = held.first, { keys = [key], heads = true } = {}) => {
      const written = await lines()
      return verifyLog(
        {
          database: held.database,
          verifies: verifierOf(keys.map(({ publicPem }) => createPublicKey(publicPem))),
          written: heads ? () => onePage(written) : undefined,
          progress: () => undefined,
        },
        municipality.municipalityId,
      )
    },
    close: async () => {
      await held.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function getKey(path: string): Promise<SealKey> {
  const key = await openSealKey(path, true)
  if (!key.ok) throw new Error(key.problems[0]?.text.en)
  return key.value
}

// oxlint-disable-next-line typescript/require-await -- read beforehand; the interface is of files
async function* onePage<T>(rows: readonly T[]): AsyncIterable<readonly T[]> {
  yield rows
}

/** Runs a statement as the owner of the tables would behind the app's back: row-level security and triggers lifted. */
export async function behindTheBack(
  pool: Pool,
  statement: string,
  values: readonly unknown[] = [],
): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query("set session_replication_role = 'replica'")
    const { rowCount } = await client.query(statement, [...values])
    return rowCount ?? 0
  } finally {
    await client.query("set session_replication_role = 'origin'")
    client.release()
  }
}
