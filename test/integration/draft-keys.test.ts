import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetDraftSalts } from '../../src/app/review/draft-keys.ts'
import { addPerson, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer

const day = 24 * 60 * 60_000

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  for (const userName of ['leder', 'anden'])
    await addPerson(held.database, held.first.municipalityId, { userName, role: 'department-manager' })
  await addPerson(held.database, held.first.municipalityId, {
    userName: 'fratrådt',
    role: 'department-manager',
    until: '2020-01-01',
  })
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

interface Key {
  readonly id: string
  readonly key: string
}

async function keysOf(userName: string): Promise<readonly Key[]> {
  const cookie = await server.signIn(held.first.municipalityId, userName)
  const answer = await server.send('GET', '/api/draft-keys', { cookie })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['cache-control']).toBe('no-store')
  return answer.json<{ keys: Key[] }>().keys
}

/** As if all salts were made so many days earlier. */
const age = (days: number) =>
  held.superPool.query("update draft_salt set made_at = made_at - $1 * interval '1 day'", [days])

test('a person gets the same key again and in another session, and nobody else’s', async () => {
  const first = await keysOf('leder')
  expect(first).toHaveLength(1)
  expect(Buffer.from(first[0]?.key ?? '', 'base64')).toHaveLength(32)
  expect(await keysOf('leder')).toEqual(first)
  const others = await keysOf('anden')
  expect(others[0]?.key).not.toBe(first[0]?.key)
  expect(others[0]?.id).not.toBe(first[0]?.id)
})

test('whose role ended can still read what they wrote', async () => {
  expect(await keysOf('fratrådt')).toHaveLength(1)
})

test('nobody gets one without a session', async () => {
  expect((await server.send('GET', '/api/draft-keys')).statusCode).toBe(401)
})

test('nothing that lies in the database is a key, nor its name', async () => {
  const [key] = await keysOf('leder')
  const { rows } = await held.superPool.query<{ salt: Buffer }>('select salt from draft_salt')
  for (const { salt } of rows) {
    expect(salt.toString('base64')).not.toBe(key?.key)
    expect(salt.toString('hex')).not.toContain(key?.id)
  }
})

test('after a week a new key seals, and the old one still opens until three weeks are over', async () => {
  const before = await keysOf('leder')
  await age(8)
  const after = await keysOf('leder')
  expect(after).toHaveLength(2)
  expect(after[1]).toEqual(before[0])
  await age(14)
  const late = await keysOf('leder')
  expect(late).toHaveLength(2)
  expect(late).not.toContainEqual(before[0])
  expect(late).toContainEqual(after[0])
})

test('salts that ran out are forgotten, also of those who never come back', async () => {
  await keysOf('anden')
  const count = async () => (await held.superPool.query('select from draft_salt')).rowCount ?? 0
  await age(0)
  await forgetDraftSalts(held.database, new Date(Date.now() - 60 * day))
  expect(await count()).toBeGreaterThan(0)
  await forgetDraftSalts(held.database, new Date(Date.now() + 60 * day))
  expect(await count()).toBe(0)
})
