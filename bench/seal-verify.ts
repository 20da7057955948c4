import { createHash, createPublicKey } from 'node:crypto'
import { Sealer } from '../src/app/access/seal/sealer.ts'
import { verifyLog } from '../src/app/access/seal/verify-log.ts'
import { openHeadsFolder } from '../src/storage/access/seal/heads-folder.ts'
import { openSealKey } from '../src/storage/access/seal/key-file.ts'
import { verifierOf } from '../src/storage/access/seal/verifying-key.ts'
import type { Bench } from './bench.ts'
import { openSealBench, type SealBench } from './load/seal-database.ts'

/** `SEAL_ENTRIES` for fewer, where time is short. */
const entries = Number(process.env['SEAL_ENTRIES'] ?? 1_000_000)
const perPage = 5000

/** Verifying a million entries, against reading the same rows in order and hashing their text with SHA-256. */
export const bench: Bench = {
  name: 'seal-verify',
  target: 3,
  async run() {
    const opened = await openSealBench()
    try {
      return await measure(opened)
    } finally {
      await opened.close()
    }
  },
}

async function measure({ database, actor, folder, bare }: SealBench) {
  await bare.query(
    `insert into access_entry (municipality_id, act, subject_kind, subject_id, detail)
      select $1, 'open-review', 'review', gen_random_uuid()::text, '{"level": 2, "stage": "underretning"}'
      from generate_series(1, $2)`,
    [actor.municipalityId, entries],
  )
  await bare.query('analyze')
  const key = await openSealKey(`${folder}/seal/key.pem`, true)
  if (!key.ok) throw new Error('no key')
  const sealer = new Sealer({
    database,
    signer: key.value,
    places: [await openHeadsFolder(`${folder}/seal`, key.value)],
    failed: (error) => {
      throw error
    },
  })
  const sealing = await seconds(() => sealer.round())
  const reading = await seconds(() => readAndHash(bare))
  let most = 0
  const verifying = await seconds(async () => {
    const { findings, entries: verified } = await verifyLog(
      {
        database,
        verifies: verifierOf([createPublicKey(key.value.publicPem)]),
        written: undefined,
        progress: () => {
          most = Math.max(most, process.memoryUsage.rss())
        },
      },
      actor.municipalityId,
    )
    if (findings.count > 0 || verified < entries) throw new Error('the log is not as it was sealed')
  })
  return {
    ratio: verifying / reading,
    detail:
      `${entries} entries verified in ${verifying.toFixed(1)} s, at most ${Math.round(most / 2 ** 20)} MiB; ` +
      `read and hashed in ${reading.toFixed(1)} s; sealed at first in ${sealing.toFixed(1)} s`,
  }
}

async function readAndHash(bare: SealBench['bare']): Promise<void> {
  const hash = createHash('sha256')
  for (let after = 0; ;) {
    const { rows } = await bare.query<{ id: string; line: string }>(
      'select id, e::text as line from access_entry e where id > $1 order by id limit $2',
      [after, perPage],
    )
    if (rows.length === 0) break
    for (const { line } of rows) hash.update(line)
    after = Number(rows.at(-1)?.id)
  }
  hash.digest()
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
