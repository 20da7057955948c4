import { mkdtemp, readdir, rm, stat, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { startDatabase } from '../../src/boot/database.ts'
import { findHead } from '../../src/core/access/seal/head.ts'
import { clusterUrl } from '../../src/storage/embedded/postmaster.ts'
import { readOrMakeSecrets } from '../../src/storage/embedded/secrets.ts'
import { getId, type MunicipalityId } from '../../src/storage/ids.ts'
import type { Actor, Database } from '../../src/storage/transaction.ts'

export interface SealBench {
  readonly database: Database
  readonly actor: Actor
  readonly folder: string
  /** Superuser, whom no policy binds. */
  readonly bare: Pool
  /** By the newest written-out head. */
  sealedSize(): Promise<number>
  close(): Promise<void>
}

/** A database of its own in a temporary folder, with one municipality. */
export async function openSealBench(): Promise<SealBench> {
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-bench-'))
  const started = await startDatabase(
    { kind: 'embedded', folder, outside: `${folder}-outside` },
    { now: Date.now, log: () => undefined, onLost: () => process.exit(3) },
  )
  if (!started.ok) throw new Error(started.problems[0]?.text.en)
  const { database, embedded, stop } = started.value
  if (embedded === undefined) throw new Error('no server of its own')
  const { superuser } = await readOrMakeSecrets(folder)
  const bare = new Pool({
    connectionString: clusterUrl(embedded.port, 'postgres', superuser, 'tilsyn'),
    max: 2,
  })
  // The server's stop may be quicker than the pool's goodbye: no connection was lost.
  bare.on('error', () => undefined)
  const actor = { municipalityId: getId<MunicipalityId>(crypto.randomUUID()), personId: null }
  await database.transaction(actor, async (tx) => {
    const { db } = await tx.recordChange({ room: 'access', act: 'bench', subjectKind: 'municipality' })
    await db
      .insertInto('municipality')
      .values({ name: 'Bench', municipality_id: actor.municipalityId })
      .execute()
  })
  return {
    database,
    actor,
    folder,
    bare,
    sealedSize: () => newestSize(join(folder, 'seal')),
    async close() {
      await bare.end()
      await stop()
      await rm(folder, { recursive: true, force: true })
      await rm(`${folder}-outside`, { recursive: true, force: true })
    },
  }
}

/** Longer than two lines. */
const tail = 4096

async function newestSize(folder: string): Promise<number> {
  const name = (await readdir(folder).catch(() => [])).filter((one) => one.startsWith('heads-')).at(-1)
  if (name === undefined) return 0
  const { size } = await stat(join(folder, name))
  const file = await open(join(folder, name))
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(tail), 0, tail, Math.max(0, size - tail))
    const lines = buffer.subarray(0, bytesRead).toString().split('\n').slice(0, -1)
    return findHead(lines.at(-1) ?? '')?.size ?? 0
  } finally {
    await file.close()
  }
}
