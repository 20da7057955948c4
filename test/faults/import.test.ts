import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { z } from 'zod'
import type { previewEvents } from '../../src/contract/caseflow/event-imports.ts'
import { judgeWaitingCases } from '../../src/app/caseflow/judge-cases.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { createPool } from '../../src/storage/pool.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

/** `IMPORT_CUTS=200` for the long run. */
const cuts = Number(process.env['IMPORT_CUTS'] ?? 12)
const events = 300
/** So that the connections of this server are told from those that look on. */
const name = 'import-to-be-cut'

let held: TestDatabase
let server: TestServer
let cookie: string

beforeAll(async () => {
  held = await createTestDatabase()
  const { rows } = await held.superPool.query<{ name: string }>('select current_database() as name')
  const url = new URL(inject('postgres').appUrl)
  url.pathname = `/${rows[0]?.name ?? ''}`
  url.searchParams.set('application_name', name)
  const pool = createPool(url.href, 4, () => undefined)
  server = await createTestServer(openDatabase({ pool, claimKey: held.claimKey, now: Date.now }))
  server.app.addHook('onClose', () => pool.end())
  const { municipalityId } = held.first
  await addUnit(held.database, municipalityId, 'Nord')
  await addPerson(held.database, municipalityId, { userName: 'adm', role: 'administrator' })
  cookie = await server.signIn(municipalityId, 'adm')
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

async function previewFile(): Promise<string> {
  const rows = Array.from({ length: events }, (_, at) => {
    const day = String((at % 28) + 1).padStart(2, '0')
    return `S-${at};notification-received;2026-03-${day}T10:00;Nord;ABC`
  })
  const form = new FormData()
  form.set('source', 'fagsystem')
  form.set('file', new File([['case_id;event;at;unit;caseworker', ...rows].join('\n')], 'uge.csv'))
  const request = new Request('http://localhost', { method: 'POST', body: form })
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/caseflow/previews',
    headers: {
      origin: 'http://localhost',
      cookie,
      'content-type': request.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  const value = answer.json<z.output<(typeof previewEvents)['response']>>()
  if (value.kind !== 'preview') throw new Error(answer.body)
  return value.preview.batch.id
}

const confirm = (batch: string) =>
  server.send('POST', `/api/caseflow/previews/${batch}/confirmation`, {
    cookie,
    body: { withoutRefused: true },
  })

/** As a client does until it is told: a connection that is gone is found out when it is used. */
async function repeat(batch: string): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const { statusCode } = await confirm(batch)
    if (statusCode !== 503 || attempt === 5) return statusCode
  }
}

/** Ends the server's connections; the database sees the same of a program that is killed. */
async function cut(): Promise<void> {
  await held.superPool.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1',
    [name],
  )
}

async function counts(): Promise<Readonly<Record<string, number>>> {
  const { rows } = await held.superPool.query<Record<string, number>>(
    `select (select count(*)::int from case_event) as events, (select count(*)::int from case_deadline) as deadlines,
       (select count(*)::int from case_flow) as flows, (select count(*)::int from case_to_judge) as waiting,
       (select count(*)::int from (select case_id from case_deadline union select case_id from case_to_judge) c) as "judgedOrWaiting",
       (select count(*)::int from change_entry where act = 'confirm-events') as entries`,
  )
  return rows[0] ?? {}
}

async function forget(): Promise<void> {
  await held.superPool.query(
    `truncate event_source, event_import, event_import_row, case_event, case_event_version, case_to_judge, case_deadline,
       case_flow, case_stage, child cascade`,
  )
}

test(
  `an import of events that is cut ${cuts} times at random moments is there as a whole or not at all, and is finished by repeating it`,
  { timeout: 120_000 + cuts * 20_000 },
  async () => {
    const first = await previewFile()
    const began = performance.now()
    expect((await confirm(first)).statusCode).toBe(200)
    const took = performance.now() - began
    const all = await counts()
    expect(all).toMatchObject({ events })
    expect(all).toMatchObject({ judgedOrWaiting: events, waiting: 0 })
    let interrupted = 0
    for (let round = 0; round < cuts; round += 1) {
      await forget()
      const entries = (await counts())['entries'] ?? 0
      const batch = await previewFile()
      const answering = confirm(batch)
      // Mostly early: the events come first, and what is found out from them takes longer.
      await pause(Math.random() ** 3 * took)
      await cut()
      const { statusCode } = await answering
      const after = await counts()
      const whole = after['events'] !== 0
      const done = entries + (whole ? 1 : 0)
      // No event without its deadlines, or the note that they are to be found.
      const of = whole ? events : 0
      expect(after).toMatchObject({ events: of, judgedOrWaiting: of, entries: done })
      // What was acknowledged is there; what is there may not have been, its answer being lost.
      expect(whole ? [200, 503] : [503]).toContain(statusCode)
      if (!whole) interrupted += 1
      expect(await repeat(batch)).toBe(whole ? 409 : 200)
      // As the server does by itself, in the background.
      await judgeWaitingCases({ database: held.database, actor: held.first.actor }, new Date(), events)
      expect(await counts()).toEqual({ ...all, entries: entries + 1 })
    }
    console.info(`imports cut: ${cuts}, of which ${interrupted} were not done; none by half`)
    expect(interrupted).toBeGreaterThan(0)
  },
)
