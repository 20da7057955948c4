import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { confirmPreview } from '../src/app/registry/confirm-import.ts'
import { previewFile } from '../src/app/registry/preview-import.ts'
import { startDatabase } from '../src/boot/database.ts'
import { clusterUrl } from '../src/storage/embedded/postmaster.ts'
import { readOrMakeSecrets } from '../src/storage/embedded/secrets.ts'
import { getId, type MunicipalityId } from '../src/storage/ids.ts'
import type { Database } from '../src/storage/transaction.ts'
import type { Bench } from './bench.ts'

const rows = 100_000
const units = 7

/**
 * An import of 100,000 rows, from the file's bytes to the committed registry (read, compared, previewed, confirmed),
 * beside a COPY of the same case stages and their caseworkers into the same tables with all their indexes and keys. The
 * app itself cannot COPY: PostgreSQL refuses it on tables with row-level security, so a superuser does.
 */
export const bench: Bench = {
  name: 'import',
  target: 3,
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'tilsyn-bench-'))
    const events = { now: Date.now, onLost: () => undefined, log: () => undefined }
    const started = await startDatabase({ kind: 'embedded', folder, outside: `${folder}-outside` }, events)
    if (!started.ok) throw new Error(started.problems[0]?.text.en)
    const { database, embedded, stop } = started.value
    try {
      const { superuser } = await readOrMakeSecrets(folder)
      const client = new Client({
        connectionString: clusterUrl(embedded?.port ?? 0, 'postgres', superuser, 'tilsyn'),
      })
      await client.connect()
      // Once in small before, so that neither is measured while engines and caches are cold.
      await measure(database, client, 5000)
      const { copied, imported } = await measure(database, client, rows)
      await client.end()
      return {
        ratio: imported / copied,
        detail: `${rows.toLocaleString('en')} rows: import ${imported.toFixed(2)} s, COPY ${copied.toFixed(2)} s`,
      }
    } finally {
      await stop()
      await rm(folder, { recursive: true, force: true })
      await rm(`${folder}-outside`, { recursive: true, force: true })
    }
  },
}

async function measure(
  database: Database,
  client: Client,
  count: number,
): Promise<{ copied: number; imported: number }> {
  const forCopy = await makeMunicipality(database)
  const copied = await seconds(() => copy(client, forCopy, count))
  const forImport = await makeMunicipality(database)
  const bytes = Buffer.from(csv(count))
  const importer = { database, actor: { municipalityId: forImport, personId: null }, personalKey: undefined }
  const imported = await seconds(async () => {
    const file = { name: 'bench.csv', bytes, source: 'bench', mapping: undefined }
    const previewed = await previewFile(importer, file)
    if (!previewed.ok || previewed.value.kind !== 'preview') throw new Error('the file was refused')
    const confirmed = await confirmPreview(importer, previewed.value.preview.batch.id, false)
    if (!confirmed.ok || confirmed.value.new !== count) throw new Error('the import was refused')
  })
  return { copied, imported }
}

interface Made {
  readonly caseId: string
  readonly stage: string
  readonly unit: number
  readonly caseworker: string
  readonly started: string
  readonly completed: string
}

function* make(count: number): Generator<Made> {
  for (let i = 0; i < count; i += 1)
    yield {
      caseId: `BV-2025-${String(i).padStart(7, '0')}`,
      stage: `stage-${i % 6}`,
      unit: i % units,
      caseworker: `C${i % 180}`,
      started: `2025-0${1 + (i % 5)}-${10 + (i % 18)}`,
      completed: `2025-0${6 + (i % 4)}-${10 + (i % 18)}`,
    }
}

function csv(count: number): string {
  const lines = ['case_id;stage;unit;caseworker;started;completed;alder;sikkerhedsplan']
  let i = 0
  for (const { caseId, stage, unit, caseworker, started, completed } of make(count)) {
    lines.push(`${caseId};${stage};Unit ${unit};${caseworker};${started};${completed};${i % 18};nej`)
    i += 1
  }
  return lines.join('\r\n')
}

async function copy(client: Client, municipality: MunicipalityId, count: number): Promise<void> {
  const { rows: known } = await client.query<{ id: string }>(
    'select id from unit where municipality_id = $1 order by name',
    [municipality],
  )
  const stages: string[] = []
  const participants: string[] = []
  let i = 0
  for (const { caseId, stage, unit, caseworker, started, completed } of make(count)) {
    const id = randomUUID()
    const attributes = JSON.stringify({ alder: String(i % 18), sikkerhedsplan: 'nej' })
    stages.push(
      `${[municipality, id, caseId, stage, known[unit]?.id, caseworker, started, completed, attributes].join('\t')}\n`,
    )
    participants.push(`${[municipality, id, caseworker, 'responsible'].join('\t')}\n`)
    i += 1
  }
  await client.query('begin')
  const send = (into: string, lines: string[]): Promise<void> =>
    pipeline(
      Readable.from(lines, { objectMode: true, highWaterMark: 1000 }),
      client.query(copyFrom(`copy ${into} from stdin`)),
    )
  await send(
    'case_stage (municipality_id, id, case_id, stage, unit_id, caseworker, started, completed, attributes)',
    inBlocks(stages),
  )
  await send(
    'case_stage_participant (municipality_id, case_stage_id, caseworker, part)',
    inBlocks(participants),
  )
  await client.query('commit')
}

/** One write a thousand lines, or the stream's own cost would be measured. */
function inBlocks(lines: readonly string[]): string[] {
  const blocks: string[] = []
  for (let at = 0; at < lines.length; at += 1000) blocks.push(lines.slice(at, at + 1000).join(''))
  return blocks
}

async function makeMunicipality(database: Database): Promise<MunicipalityId> {
  const municipalityId = getId<MunicipalityId>(randomUUID())
  await database.transaction({ municipalityId, personId: null }, async (tx) => {
    const { db } = await tx.recordChange({
      room: 'access',
      act: 'create-municipality',
      subjectKind: 'municipality',
      subjectId: municipalityId,
    })
    await db
      .insertInto('municipality')
      .values({ name: `Bench ${municipalityId}` })
      .execute()
    await db
      .insertInto('unit')
      .values(Array.from({ length: units }, (_, i) => ({ name: `Unit ${i}`, kind: 'family' as const })))
      .execute()
  })
  return municipalityId
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
