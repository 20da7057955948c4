import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SessionState } from '../../src/contract/access/session.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, cookieOf, createTestServer, password, type TestServer } from '../support/server.ts'

const words = 'fire grønne cykler'
let held: TestDatabase
let server: TestServer

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

let made = 0
async function newUser(): Promise<string> {
  made += 1
  const userName = `user${made}`
  await addPerson(held.database, held.first.municipalityId, { userName, role: 'staff-lawyer' })
  return userName
}

const signIn = (userName: string) => server.signIn(held.first.municipalityId, userName)
const change = (cookie: string | undefined, before: string, after: string) =>
  server.send('PUT', '/api/session/password', {
    body: { before, after },
    ...(cookie !== undefined && { cookie }),
  })
async function userNameOf(cookie: string): Promise<string | undefined> {
  const answer = await server.send('GET', '/api/session', { cookie })
  return answer.json<SessionState>().session?.userName ?? undefined
}

test('the new password signs in, the old one no longer does', async () => {
  const userName = await newUser()
  expect((await change(await signIn(userName), password, words)).statusCode).toBe(204)
  const attempt = (secret: string) =>
    server.send('POST', '/api/session', {
      body: { userName, password: secret, municipality: held.first.municipalityId },
    })
  expect((await attempt(words)).statusCode).toBe(204)
  expect((await attempt(password)).json()).toMatchObject({ code: 'wrong-credentials' })
})

test('the browser that asked stays signed in with a new cookie; all others and the old cookie are out', async () => {
  const userName = await newUser()
  const here = await signIn(userName)
  const elsewhere = await signIn(userName)
  const answer = await change(here, password, words)
  expect(await userNameOf(cookieOf(answer))).toBe(userName)
  expect(await userNameOf(elsewhere)).toBeUndefined()
  expect(await userNameOf(here)).toBeUndefined()
})

test('a password that many have, or that is made of names of the person and the place, is refused and changes nothing', async () => {
  const userName = await newUser()
  const cookie = await signIn(userName)
  expect((await change(cookie, password, 'Qwerty123456')).json()).toMatchObject({ code: 'common-password' })
  for (const weak of ['testkommune-ét1', `${userName}-${userName}-1`, 'Prøve-prøve-2026', 'tilsyn-kommune-1'])
    expect((await change(cookie, password, weak)).json()).toMatchObject({ code: 'own-words-password' })
  expect(await userNameOf(cookie)).toBe(userName)
})

test('the change is written down, without the password', async () => {
  const userName = await newUser()
  await change(await signIn(userName), password, words)
  const { rows } = await held.superPool.query<{ entry: string }>(
    `select to_jsonb(e)::text as entry from change_entry e where act = 'change-password' order by id desc limit 1`,
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.entry).not.toContain(words)
})

test('a wrong current password changes nothing, and guessing it is slowed down like sign-in', async () => {
  const userName = await newUser()
  const cookie = await signIn(userName)
  for (let tried = 0; tried < 5; tried += 1)
    expect((await change(cookie, 'not the password', words)).json()).toMatchObject({ code: 'wrong-password' })
  const paused = await change(cookie, password, words)
  expect(paused.json()).toMatchObject({ code: 'too-many-attempts' })
  expect(paused.headers['retry-after']).toBeDefined()
  expect(await userNameOf(cookie)).toBe(userName)
})

test('a password is refused when it is short or the old one, and never for the signs in it', async () => {
  const cookie = await signIn(await newUser())
  expect((await change(cookie, password, 'elleve tegn')).json()).toMatchObject({
    code: 'invalid-input',
    errors: [{ path: 'after', code: 'too-small' }],
  })
  expect((await change(cookie, password, password)).json()).toMatchObject({ code: 'same-password' })
  expect((await change(cookie, password, 'kaffekopstol')).statusCode).toBe(204)
})

test('who is not signed in, or has no password here, is told so', async () => {
  expect((await change(undefined, password, words)).json()).toMatchObject({ code: 'not-signed-in' })
  const userName = await newUser()
  const cookie = await signIn(userName)
  await held.superPool.query('delete from sealed.local_account where username = $1', [userName])
  expect((await change(cookie, password, words)).json()).toMatchObject({ code: 'no-password' })
})
