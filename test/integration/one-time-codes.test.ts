import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { factorKeyOf, recoveryHash } from '../../src/app/access/factor-secret.ts'
import { codeOf, stepAt } from '../../src/app/access/one-time-code.ts'
import type { SessionState } from '../../src/contract/access/session.ts'
import type { Role } from '../../src/core/access/role.ts'
import type { PersonId } from '../../src/storage/ids.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { fromBase32 } from '../support/base32.ts'
import { addPerson, cookieOf, createTestServer, password, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let ahead = 0

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

let made = 0
async function newUser(role: Role = 'staff-lawyer'): Promise<{ userName: string; id: PersonId }> {
  made += 1
  const userName = `user${made}`
  return { userName, id: await addPerson(held.database, held.first.municipalityId, { userName, role }) }
}

/** The server's clock; each call that needs a fresh code waits for the next step by moving it. */
const now = () => new Date(Date.now() + ahead)
function nextStep(): void {
  server.advance(30_000)
  ahead += 30_000
}

const codeNow = (secret: Uint8Array, steps = 0) => codeOf(secret, stepAt(now()) + steps)

const attempt = (userName: string, code?: string, remoteAddress = '127.0.0.1') =>
  server.app.inject({
    method: 'POST',
    url: '/api/session',
    remoteAddress,
    headers: { origin: 'http://localhost', 'content-type': 'application/json' },
    payload: JSON.stringify({
      userName,
      password,
      municipality: held.first.municipalityId,
      ...(code !== undefined && { code }),
    }),
  })

async function enrol(userName: string) {
  const cookie = await server.signIn(held.first.municipalityId, userName)
  const begun = await server.send('POST', '/api/session/one-time-codes', { cookie })
  const { secret: typed, address } = begun.json<{ secret: string; address: string }>()
  const secret = fromBase32(typed)
  const taken = await server.send('PUT', '/api/session/one-time-codes', {
    cookie,
    body: { code: codeNow(secret) },
  })
  const { recoveryCodes } = taken.json<{ recoveryCodes: string[] }>()
  return { before: cookie, cookie: cookieOf(taken), secret, address, recoveryCodes }
}

async function stateOf(cookie: string): Promise<SessionState['session']> {
  return (await server.send('GET', '/api/session', { cookie })).json<SessionState>().session
}

describe('one-time codes', () => {
  test('are asked for at sign-in from when a first one was given, and each counts once', async () => {
    const { userName } = await newUser()
    const { secret, address } = await enrol(userName)
    expect(address).toContain('otpauth://totp/')
    expect((await attempt(userName)).json()).toMatchObject({ code: 'code-needed' })
    // The code of enrolment is used up.
    expect((await attempt(userName, codeNow(secret))).json()).toMatchObject({ code: 'wrong-code' })
    nextStep()
    const code = codeNow(secret)
    expect((await attempt(userName, ` ${code.slice(0, 3)} ${code.slice(3)} `)).statusCode).toBe(204)
    expect((await attempt(userName, code)).json()).toMatchObject({ code: 'wrong-code' })
    expect((await attempt(userName, codeNow(secret, -1))).json()).toMatchObject({ code: 'wrong-code' })
  })

  test('of two sign-ins at once with one code only one gets in', async () => {
    const { userName } = await newUser()
    const { secret } = await enrol(userName)
    nextStep()
    const answers = await Promise.all([1, 2, 3].map(() => attempt(userName, codeNow(secret))))
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([204, 401, 401])
  })

  test('count only when confirmed by a right code; other sessions end then and this one is renewed', async () => {
    const { userName } = await newUser()
    const elsewhere = await server.signIn(held.first.municipalityId, userName)
    const begun = await server.send('POST', '/api/session/one-time-codes', { cookie: elsewhere })
    const wrong = await server.send('PUT', '/api/session/one-time-codes', {
      cookie: elsewhere,
      body: { code: '000000' },
    })
    expect([begun.statusCode, wrong.json()]).toMatchObject([200, { code: 'wrong-code' }])
    expect((await attempt(userName)).statusCode).toBe(204)
    const { before, cookie } = await enrol(userName)
    expect([await stateOf(elsewhere), await stateOf(before)]).toEqual([null, null])
    expect(await stateOf(cookie)).toMatchObject({ userName })
    expect((await server.send('POST', '/api/session/one-time-codes', { cookie })).json()).toMatchObject({
      code: 'codes-in-use',
    })
  })

  test('wrong ones are limited for the person, wherever they come from; who lacks the password uses none up', async () => {
    const { userName } = await newUser()
    const { secret } = await enrol(userName)
    nextStep()
    for (let i = 0; i < 5; i += 1) {
      const answer = await attempt(userName, '000000', `192.0.2.${i}`)
      expect(answer.json()).toMatchObject({ code: 'wrong-code' })
    }
    const paused = await attempt(userName, codeNow(secret), '192.0.2.99')
    expect([paused.statusCode, Number(paused.headers['retry-after']) > 0]).toEqual([429, true])

    const { userName: safe } = await newUser()
    const { secret: own } = await enrol(safe)
    nextStep()
    for (let i = 0; i < 20; i += 1)
      await server.send('POST', '/api/session', {
        body: {
          userName: safe,
          password: 'guessed',
          code: '000000',
          municipality: held.first.municipalityId,
        },
      })
    expect((await attempt(safe, codeNow(own), '192.0.2.100')).statusCode).toBe(204)
  })

  test('lie encrypted in the database, and recovery codes as hashes', async () => {
    const { userName, id } = await newUser()
    const { secret, recoveryCodes } = await enrol(userName)
    const { rows } = await held.superPool.query<{ row: string }>(
      `select concat(f.secret::text, string_agg(r.code_hash::text, '')) as row from sealed.second_factor f
       join sealed.recovery_code r using (municipality_id, person_id) where person_id = $1 group by f.secret`,
      [id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.row).not.toContain(Buffer.from(secret).toString('hex'))
    for (const code of recoveryCodes)
      expect(rows[0]?.row).not.toContain(Buffer.from(code.replaceAll('-', '')).toString('hex'))
    const logged = await held.superPool.query<{ all: string }>(
      'select string_agg(to_jsonb(e)::text, chr(10)) as all from change_entry e',
    )
    expect(`${logged.rows[0]?.all}${server.log.join('')}`).not.toContain(recoveryCodes[0])
  })
})

describe('a recovery code', () => {
  test('cannot be tried against a copy of the database, which has not the key it is kept under', async () => {
    const { userName, id } = await newUser()
    const { recoveryCodes } = await enrol(userName)
    const { rows } = await held.superPool.query<{ hash: Buffer }>(
      'select code_hash as hash from sealed.recovery_code where person_id = $1',
      [id],
    )
    const kept = rows.map(({ hash }) => hash.toString('hex')).toSorted()
    const owner = { municipalityId: held.first.municipalityId, personId: id }
    const under = (secret: number) => {
      const key = factorKeyOf({ bytes: Buffer.alloc(32, secret) })
      return recoveryCodes
        .map((code) => Buffer.from(recoveryHash(key, owner, code) ?? []).toString('hex'))
        .toSorted()
    }
    // The test server's secret.
    expect(under(6)).toEqual(kept)
    expect(under(7).filter((hash) => kept.includes(hash))).toEqual([])
  })

  test('signs in once, however it is typed, and nobody else', async () => {
    const { userName } = await newUser()
    const { recoveryCodes } = await enrol(userName)
    const { userName: other } = await newUser()
    await enrol(other)
    const [code = '', second = ''] = recoveryCodes
    expect(recoveryCodes).toHaveLength(10)
    expect((await attempt(other, code)).json()).toMatchObject({ code: 'wrong-code' })
    const answer = await attempt(userName, code.toUpperCase().replaceAll('-', ' '))
    expect(answer.statusCode).toBe(204)
    expect((await attempt(userName, code)).json()).toMatchObject({ code: 'wrong-code' })
    const left = await server.send('GET', '/api/session/one-time-codes', { cookie: cookieOf(answer) })
    expect(left.json()).toMatchObject({ on: true, required: false, recoveryCodes: 9 })
    expect((await attempt(userName, second)).statusCode).toBe(204)
  })
})

describe('an administrator', () => {
  test('resets a person’s codes with a reason that is logged; their sessions end and the password alone signs in', async () => {
    const { userName: admin } = await newUser('administrator')
    const { userName, id } = await newUser()
    const { cookie } = await enrol(userName)
    const by = await server.signIn(held.first.municipalityId, admin)
    const reset = (body: unknown, as = by) =>
      server.send('POST', `/api/people/${id}/reset-sign-in`, { cookie: as, body })
    expect((await reset({})).statusCode).toBe(400)
    expect((await reset({ reason: 'telephone-lost' }, cookie)).json()).toMatchObject({
      code: 'not-permitted',
    })
    expect((await reset({ reason: 'telephone-lost' })).json()).toEqual({ codes: true, link: false })
    expect(await stateOf(cookie)).toBeNull()
    expect((await attempt(userName)).statusCode).toBe(204)
    const { rows } = await held.superPool.query(
      "select subject_id, detail from change_entry where act = 'reset-sign-in'",
    )
    expect(rows).toEqual([{ subject_id: id, detail: { reason: 'telephone-lost' } }])
  })

  test('requires codes of all with a password: who has none may do nothing but set them up, at once', async () => {
    const { userName: admin } = await newUser('administrator')
    const { cookie: by } = await enrol(admin)
    const { userName } = await newUser()
    const open = await server.signIn(held.first.municipalityId, userName)
    const setRule = (secondFactor: string) =>
      server.send('PUT', '/api/access/sign-in-rules', { cookie: by, body: { secondFactor } })
    expect((await setRule('required')).statusCode).toBe(204)
    try {
      for (const cookie of [open, cookieOf(await attempt(userName))]) {
        expect(await stateOf(cookie)).toMatchObject({ factorMissing: true, rights: [] })
        const closed = server.routes.filter(
          ({ path, permission }) => permission !== 'public' && !path.startsWith('/api/session'),
        )
        for (const { method, path } of closed) {
          const answer = await server.send(
            method,
            path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000'),
            { cookie },
          )
          expect([path, answer.json()]).toMatchObject([path, { code: 'second-factor-needed', status: 403 }])
        }
      }
      const { cookie } = await enrol(userName)
      expect((await server.send('GET', '/api/programmes', { cookie })).statusCode).toBe(200)
      expect((await server.send('DELETE', '/api/session/one-time-codes', { cookie })).json()).toMatchObject({
        code: 'codes-required',
      })
    } finally {
      await setRule('optional')
    }
    const { cookie } = await enrol((await newUser()).userName)
    expect((await server.send('DELETE', '/api/session/one-time-codes', { cookie })).statusCode).toBe(204)
  })
})
