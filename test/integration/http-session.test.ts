import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SessionState } from '../../src/contract/access/session.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, cookieOf, createTestServer, password, type TestServer } from '../support/server.ts'

const minute = 60_000
let held: TestDatabase
const servers: TestServer[] = []

async function newServer(options: { demo?: boolean; production?: boolean } = {}): Promise<TestServer> {
  const server = await createTestServer(held.database, options)
  servers.push(server)
  return server
}

beforeAll(async () => {
  held = await createTestDatabase()
  const { municipalityId } = held.first
  await addPerson(held.database, municipalityId, { userName: 'anna', role: 'staff-lawyer' })
  await addPerson(held.database, municipalityId, { userName: 'bo', role: 'director', until: '2020-12-31' })
})
afterAll(async () => {
  for (const { app } of servers) await app.close()
  await held.close()
})

async function stateOf(server: TestServer, cookie?: string): Promise<SessionState> {
  const answer = await server.send('GET', '/api/session', cookie === undefined ? {} : { cookie })
  // Validated by the server against the same schema before it is sent.
  return answer.json<SessionState>()
}

function attempt(server: TestServer, userName: string, secret: string, headers: Record<string, string> = {}) {
  const body = { userName, password: secret, municipality: held.first.municipalityId }
  return server.send('POST', '/api/session', { body, headers })
}

describe('a session', () => {
  test('begins with a cookie that scripts cannot read and that no other site sends', async () => {
    const server = await newServer({ production: true })
    const answer = await attempt(server, 'Anna', password)
    expect(answer.statusCode).toBe(204)
    expect(answer.cookies).toMatchObject([
      { name: '__Host-tilsyn', httpOnly: true, secure: true, sameSite: 'Strict', path: '/' },
    ])
    const { session } = await stateOf(server, cookieOf(answer))
    expect(session?.person.name).toBe('Prøve anna')
    expect(session?.roles).toEqual([{ role: 'staff-lawyer', unit: null }])
    expect(session?.rights.map(({ action }) => action)).toContain('round.draw')
  })

  test('stores the hash of its token and never the token', async () => {
    const server = await newServer()
    const token = (await server.signIn(held.first.municipalityId, 'anna')).split('=')[1] ?? ''
    const { rows } = await held.superPool.query<{ row: string }>(
      'select s::text as row from sealed.session s',
    )
    const stored = rows.map(({ row }) => row).join()
    expect(stored).not.toContain(token)
    expect(stored).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
  })

  test('ends at sign-out for a copied cookie too', async () => {
    const server = await newServer()
    const cookie = await server.signIn(held.first.municipalityId, 'anna')
    const answer = await server.send('DELETE', '/api/session', { cookie })
    expect(answer.statusCode).toBe(204)
    expect((await stateOf(server, cookie)).session).toBeNull()
  })

  test('ends after half an hour without use', async () => {
    const server = await newServer()
    const cookie = await server.signIn(held.first.municipalityId, 'anna')
    server.advance(29 * minute)
    expect((await stateOf(server, cookie)).session).not.toBeNull()
    server.advance(2 * minute)
    const answer = await server.send('GET', '/api/programmes', { cookie })
    expect(answer.statusCode).toBe(401)
    expect(answer.json()).toMatchObject({ code: 'session-expired' })
  })

  test('is not lengthened by what a page asks for by itself while nobody is at it', async () => {
    const server = await newServer()
    const cookie = await server.signIn(held.first.municipalityId, 'anna')
    const ago = async (minutes: number) => {
      const sql = `update sealed.session set last_seen_at = now() - make_interval(mins => $1)`
      await held.superPool.query(sql, [minutes])
    }
    const unusedFor = async () => {
      const { rows } = await held.superPool.query<{ minutes: number }>(
        `select min(extract(epoch from now() - last_seen_at))::int / 60 as minutes from sealed.session`,
      )
      return rows[0]?.minutes
    }
    const ask = (headers: Record<string, string>) =>
      server.send('GET', '/api/notifications/count', { cookie, headers })
    await ago(20)
    expect((await ask({ 'tilsyn-unattended': '1' })).statusCode).toBe(200)
    expect(await unusedFor()).toBe(20)
    expect((await ask({})).statusCode).toBe(200)
    expect(await unusedFor()).toBe(0)
    await ago(31)
    expect((await ask({ 'tilsyn-unattended': '1' })).statusCode).toBe(401)
  })

  test('ends after eight hours however much it is used', async () => {
    const server = await newServer()
    const cookie = await server.signIn(held.first.municipalityId, 'anna')
    await held.superPool.query(
      "update sealed.session set last_seen_at = last_seen_at + interval '481 minutes'",
    )
    server.advance(479 * minute)
    expect((await stateOf(server, cookie)).session).not.toBeNull()
    server.advance(2 * minute)
    expect((await stateOf(server, cookie)).session).toBeNull()
  })

  test('replaces the one the browser had before', async () => {
    const server = await newServer()
    const before = await server.signIn(held.first.municipalityId, 'anna')
    const body = { userName: 'anna', password, municipality: held.first.municipalityId }
    const after = cookieOf(await server.send('POST', '/api/session', { cookie: before, body }))
    expect((await stateOf(server, before)).session).toBeNull()
    expect((await stateOf(server, after)).session).not.toBeNull()
  })

  test('gives no right from a role that has ended', async () => {
    const server = await newServer()
    const cookie = await server.signIn(held.first.municipalityId, 'bo')
    expect((await stateOf(server, cookie)).session).toMatchObject({ roles: [], rights: [] })
    expect((await server.send('GET', '/api/programmes', { cookie })).statusCode).toBe(403)
  })
})

describe('signing in', () => {
  test('answers an unknown user as it answers a wrong password', async () => {
    const server = await newServer()
    const [unknown, wrong] = [await attempt(server, 'ingen', 'x'), await attempt(server, 'anna', 'x')]
    const shown = (details: Record<string, unknown>) => ({ ...details, requestId: '' })
    expect(unknown.statusCode).toBe(401)
    expect(shown(unknown.json())).toEqual(shown(wrong.json()))
    expect(unknown.cookies).toEqual([])
  })

  test('does not reach into another municipality', async () => {
    const server = await newServer()
    const body = { userName: 'anna', password, municipality: held.second.municipalityId }
    expect((await server.send('POST', '/api/session', { body })).statusCode).toBe(401)
    const open = await server.send('POST', '/api/session', { body: { userName: 'anna', password } })
    expect(open.json()).toMatchObject({ code: 'municipality-missing' })
  })

  test('pauses after five failures, for that name from that address only', async () => {
    const server = await newServer()
    for (let i = 0; i < 5; i++) expect((await attempt(server, 'anna', 'wrong')).statusCode).toBe(401)
    const paused = await attempt(server, 'anna', password)
    expect(paused.statusCode).toBe(429)
    expect(Number(paused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await attempt(server, 'bo', password)).statusCode).toBe(204)
    const body = JSON.stringify({ userName: 'anna', password, municipality: held.first.municipalityId })
    const elsewhere = await server.app.inject({
      method: 'POST',
      url: '/api/session',
      remoteAddress: '192.0.2.7',
      headers: { origin: 'http://localhost', 'content-type': 'application/json' },
      payload: body,
    })
    expect(elsewhere.statusCode).toBe(204)
    server.advance(16 * minute)
    expect((await attempt(server, 'anna', password)).statusCode).toBe(204)
  })

  test('leaves no password and no name in the log', async () => {
    const server = await newServer()
    await attempt(server, 'anna', 'hemmeligt-forkert')
    await attempt(server, 'anna', password)
    const logged = server.log.join('')
    expect(logged).toContain('wrong-credentials')
    expect(logged).not.toMatch(/hemmeligt|korrekt|anna/)
  })

  test('is on record as a change', async () => {
    const server = await newServer()
    await server.signIn(held.first.municipalityId, 'anna')
    const { rows } = await held.superPool.query<{ act: string; own: boolean }>(
      'select act, session_id::text = subject_id as own from change_entry order by id desc limit 1',
    )
    expect(rows).toEqual([{ act: 'sign-in', own: true }])
  })
})

describe('the language', () => {
  test('is the one chosen, else the browser’s, else Danish', async () => {
    const server = await newServer()
    const title = async (headers: Record<string, string>): Promise<string> => {
      const answer = await server.send('GET', '/api/programmes', { headers })
      return answer.json<{ title: string }>().title
    }
    expect(await title({})).toBe('Log ind først.')
    expect(await title({ 'accept-language': 'de, en;q=0.5, da;q=0.4' })).toBe('Sign in first.')
    const chosen = await server.send('POST', '/api/session/language', { body: { language: 'da' } })
    expect(await title({ 'accept-language': 'en', cookie: cookieOf(chosen) })).toBe('Log ind først.')
  })
})

describe('the user switcher', () => {
  test('does not exist outside the demo', async () => {
    for (const server of [await newServer(), await newServer({ production: true })]) {
      const list = await server.send('GET', '/api/session/people')
      const change = await server.send('POST', '/api/session/switch', {
        body: { personId: held.first.personId },
      })
      expect([list.statusCode, change.statusCode]).toEqual([404, 404])
      expect(server.routes.filter(({ path }) => /session\/(?:switch|people)/.test(path))).toEqual([])
    }
  })

  test('lets one be a person of the demo municipality and of no other', async () => {
    const server = await newServer({ demo: true })
    await held.superPool.query('update municipality set demo = true where municipality_id = $1', [
      held.first.municipalityId,
    ])
    const { people } = (await server.send('GET', '/api/session/people')).json<{
      people: { name: string }[]
    }>()
    expect(people.map(({ name }) => name)).toEqual(['Prøve Person', 'Prøve anna'])
    const other = await server.send('POST', '/api/session/switch', {
      body: { personId: held.second.personId },
    })
    expect(other.json()).toMatchObject({ code: 'person-not-found' })
    const own = await server.send('POST', '/api/session/switch', { body: { personId: held.first.personId } })
    expect((await stateOf(server, cookieOf(own))).session?.roles).toEqual([
      { role: 'administrator', unit: null },
    ])
  })
})
