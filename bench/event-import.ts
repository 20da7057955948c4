import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { confirmEvents } from '../src/app/caseflow/confirm-events.ts'
import { previewEvents } from '../src/app/caseflow/preview-events.ts'
import type { Context } from '../src/app/frame/context.ts'
import { startDatabase } from '../src/boot/database.ts'
import { dayOf } from '../src/core/calendar/danish-time.ts'
import { isoDay } from '../src/core/calendar/day-number.ts'
import { clusterUrl } from '../src/storage/embedded/postmaster.ts'
import { readOrMakeSecrets } from '../src/storage/embedded/secrets.ts'
import { getId, type MunicipalityId, type PersonId, type SessionId } from '../src/storage/ids.ts'
import type { Database } from '../src/storage/transaction.ts'
import type { Bench } from './bench.ts'
import { writeCaseEvents } from './deadlines/case-events.ts'

const rows = 100_000
const rulesFile = new URL('deadlines/rules.yaml', import.meta.url)

/**
 * An import of 100,000 events, from the file's bytes to the committed events (read, compared, previewed, confirmed, and the
 * first thousand cases judged), beside a COPY of the same events into the same table with its indexes and keys. The app
 * itself cannot COPY there: PostgreSQL refuses it on tables with row-level security, so a superuser does.
 */
export const bench: Bench = {
  name: 'event-import',
  target: 6,
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
      const source = join(folder, 'events.csv')
      // Once in small before, so that neither is measured while engines and caches are cold.
      await measure(database, client, source, 5000)
      const { copied, imported } = await measure(database, client, source, rows)
      await client.end()
      return {
        ratio: imported / copied,
        detail: `${rows.toLocaleString('en')} events: import ${imported.toFixed(2)} s, COPY ${copied.toFixed(2)} s`,
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
  source: string,
  count: number,
): Promise<{ copied: number; imported: number }> {
  await writeCaseEvents(source, count)
  const bytes = await readFile(source)
  const into = await newMunicipality(database)
  const included = async () => [{ name: 'rules.yaml', bytes: await readFile(rulesFile) }]
  const asBefore = { mapping: undefined, kinds: undefined, reading: undefined }
  const file = { name: 'bench.csv', bytes, source: 'bench', ...asBefore }
  const imported = await seconds(async () => {
    const previewed = await previewEvents(into, included, { ...file, personalKey: undefined })
    if (!previewed.ok || previewed.value.kind !== 'preview') throw new Error('the file was refused')
    const { id } = previewed.value.preview.batch
    const confirmed = await confirmEvents(into, id, false)
    if (!confirmed.ok || confirmed.value.new !== count) throw new Error('the import was refused')
  })
  const forCopy = await newMunicipality(database)
  const copied = await copyEvents(client, into.actor.municipalityId, forCopy.actor.municipalityId)
  return { copied, imported }
}

/** The seconds of a COPY of one municipality's events to another; getting them out is not counted. */
async function copyEvents(client: Client, from: MunicipalityId, to: MunicipalityId): Promise<number> {
  const { rows: columns } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_name = 'case_event' and column_name not in ('municipality_id', 'source_id', 'batch_id')
       and is_generated = 'NEVER' order by ordinal_position`,
  )
  const names = columns.map(({ name }) => name).join(', ')
  const source = randomUUID()
  await client.query(`insert into event_source (municipality_id, id, name) values ($1, $2, 'bench')`, [
    to,
    source,
  ])
  const lines: string[] = []
  const texts = columns.map(({ name }) => `coalesce(${name}::text, '\\N')`).join(` || E'\\t' || `)
  const { rows: told } = await client.query<{ line: string }>(
    `select ${texts} as line from case_event where municipality_id = $1 order by case_id, event_key`,
    [from],
  )
  for (let at = 0; at < told.length; at += 1000)
    lines.push(
      told
        .slice(at, at + 1000)
        .map(({ line }) => `${to}\t${source}\t${line}\n`)
        .join(''),
    )
  return seconds(() =>
    pipeline(
      Readable.from(lines, { objectMode: true }),
      client.query(copyFrom(`copy case_event (municipality_id, source_id, ${names}) from stdin`)),
    ),
  )
}

async function newMunicipality(database: Database): Promise<Context> {
  const municipalityId = getId<MunicipalityId>(randomUUID())
  const personId = getId<PersonId>(randomUUID())
  await database.transaction({ municipalityId, personId: null }, async (tx) => {
    const { db } = await tx.recordChange({ room: 'access', act: 'bench', subjectKind: 'municipality' })
    await db
      .insertInto('municipality')
      .values({ municipality_id: municipalityId, name: `Bench ${municipalityId}` })
      .execute()
    await db
      .insertInto('person')
      .values({ id: personId, name: 'Bench', initials: 'B', email: null })
      .execute()
  })
  const now = new Date()
  return {
    database,
    now,
    today: isoDay(dayOf(now.getTime())),
    language: 'da',
    actor: { municipalityId, personId, sessionId: getId<SessionId>(randomUUID()) },
    roles: [{ role: 'administrator', unit: null, from: '2017-01-01', until: null }],
    session: {
      method: 'password',
      authenticatedAt: now,
      endsAt: now,
      factorMissing: false,
      passwordGiven: false,
    },
  }
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
