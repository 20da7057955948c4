import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LogEntry } from '../../src/contract/access/log.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, createTestServer, password, type TestServer } from '../support/server.ts'

const minute = 60_000
let held: TestDatabase
let server: TestServer
let administrator: string
let anna: string

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId } = held.first
  await addPerson(held.database, municipalityId, { userName: 'admin', role: 'administrator' })
  anna = await addPerson(held.database, municipalityId, { userName: 'anna', role: 'caseworker' })
  administrator = await server.signIn(municipalityId, 'admin')
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

async function entries(act: string): Promise<readonly LogEntry[]> {
  const answer = await server.send('GET', `/api/log?kind=change&act=${act}`, { cookie: administrator })
  return answer.json<{ entries: readonly LogEntry[] }>().entries
}

function signIn(userName: string, secret: string) {
  const body = { userName, password: secret, municipality: held.first.municipalityId }
  return server.send('POST', '/api/session', { body })
}

describe('a sign-in that fails', () => {
  test('is on record with whose account it was, as nobody’s act', async () => {
    expect((await signIn('anna', 'gættet')).statusCode).toBe(401)
    const [entry] = await entries('fail-sign-in')
    expect(entry).toMatchObject({
      person: null,
      subjectKind: 'person',
      subjectId: anna,
      detail: { why: 'wrong-credentials' },
    })
  })

  test('of a name that nobody has is on record without what was typed, which may be a password', async () => {
    const before = (await entries('fail-sign-in')).length
    await signIn('mit-hemmelige-ord', 'gættet')
    const after = await entries('fail-sign-in')
    expect(after).toHaveLength(before + 1)
    expect(after[0]).toMatchObject({ person: null, subjectKind: 'person', subjectId: null })
    const { rows } = await held.superPool.query<{ row: string }>(
      `select c::text as row from change_entry c where act = 'fail-sign-in'`,
    )
    expect(rows.map(({ row }) => row).join()).not.toMatch(/hemmelige|gættet/)
  })

  test('with the right password is no failure', async () => {
    const before = (await entries('fail-sign-in')).length
    expect((await signIn('anna', password)).statusCode).toBe(204)
    expect(await entries('fail-sign-in')).toHaveLength(before)
  })
})

test('who cannot prove to be the person of an open session is on record as that person', async () => {
  const cookie = await server.signIn(held.first.municipalityId, 'anna')
  const answer = await server.send('POST', '/api/session/step-up', { cookie, body: { password: 'gættet' } })
  expect(answer.json()).toMatchObject({ code: 'wrong-password' })
  const change = await server.send('PUT', '/api/session/password', {
    cookie,
    body: { before: 'gættet', after: 'en ny og lang sætning' },
  })
  expect(change.json()).toMatchObject({ code: 'wrong-password' })
  const found = await entries('fail-proof')
  expect(found).toHaveLength(2)
  for (const entry of found)
    expect(entry).toMatchObject({ person: { id: anna }, subjectId: anna, detail: { why: 'wrong-password' } })
})

test('who is refused something is on record with the address’s pattern, once in ten minutes', async () => {
  const cookie = await server.signIn(held.first.municipalityId, 'anna')
  const ask = () => server.send('GET', '/api/log?kind=change', { cookie })
  for (let i = 0; i < 3; i++) expect((await ask()).statusCode).toBe(403)
  const ofLog = async () =>
    (await entries('be-refused')).filter(({ detail }) => detail['route'] === 'GET /api/log')
  expect(await ofLog()).toHaveLength(1)
  expect((await ofLog())[0]).toMatchObject({ person: { id: anna }, subjectKind: 'route', subjectId: null })
  server.advance(11 * minute)
  await ask()
  expect(await ofLog()).toHaveLength(2)
})

test('a case that somebody may not see is refused without its number coming into the log', async () => {
  const cookie = await server.signIn(held.first.municipalityId, 'anna')
  const answer = await server.send('GET', '/api/caseflow/cases/SAG-4711', { cookie })
  expect([403, 404]).toContain(answer.statusCode)
  const { rows } = await held.superPool.query(`select 1 from change_entry c where c::text like '%4711%'`)
  expect(rows).toEqual([])
})
