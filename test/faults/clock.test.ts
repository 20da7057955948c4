import { afterEach, beforeEach, expect, test } from 'vitest'
import { codeOf, stepAt } from '../../src/app/access/one-time-code.ts'
import { fromBase32 } from '../support/base32.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, cookieOf, createTestServer, password, type TestServer } from '../support/server.ts'

// The program's clock jumps while its database's, on another machine, stays right; or both were wrong and are put right,
// which leaves rows from the future.

const days = 24 * 3600 * 1000
let held: TestDatabase
let server: TestServer

beforeEach(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  await addPerson(held.database, held.first.municipalityId, { userName: 'anna', role: 'administrator' })
})
afterEach(async () => {
  await server.app.close()
  await held.close()
})

const signIn = (): Promise<string> => server.signIn(held.first.municipalityId, 'anna')

async function statusFor(cookie: string): Promise<number> {
  return (await server.send('GET', '/api/people', { cookie })).statusCode
}

async function signInWith(code: string) {
  const body = { userName: 'anna', password, municipality: held.first.municipalityId, code }
  return server.send('POST', '/api/session', { body })
}

test.each([3, -3])(
  'a clock %i days off ends every session and lets nobody in, and does no harm that stays',
  async (off) => {
    const before = await signIn()
    expect(await statusFor(before)).toBe(200)
    server.advance(off * days)
    expect(await statusFor(before)).toBe(401)
    const meanwhile = await signIn()
    expect(await statusFor(meanwhile)).toBe(401)
    server.advance(-off * days)
    expect(await statusFor(meanwhile)).toBe(401)
    expect(await statusFor(await signIn())).toBe(200)
  },
)

test('a proof of who it is from three days ahead is none when the program’s clock is right again', async () => {
  server.advance(3 * days)
  const ahead = await signIn()
  server.advance(-3 * days)
  expect(await statusFor(ahead)).toBe(401)
})

test.each([3, -3])(
  'a session that began when all clocks were %i days off ends when they are right again',
  async (off) => {
    const cookie = await signIn()
    await held.superPool.query(
      `update sealed.session set created_at = created_at + $1::interval, last_seen_at = last_seen_at + $1::interval,
         authenticated_at = authenticated_at + $1::interval, expires_at = expires_at + $1::interval`,
      [`${off} days`],
    )
    expect(await statusFor(cookie)).toBe(401)
    expect(await statusFor(await signIn())).toBe(200)
  },
)

test.each([3, -3])(
  'a phone’s codes are refused while the clock is %i days off, and taken when it is right again',
  async (off) => {
    const cookie = await signIn()
    const begun = await server.send('POST', '/api/session/one-time-codes', { cookie })
    const secret = fromBase32(begun.json<{ secret: string }>().secret)
    const phone = (steps: number): string => codeOf(secret, stepAt(new Date()) + steps)
    const taken = await server.send('PUT', '/api/session/one-time-codes', {
      cookie,
      body: { code: phone(0) },
    })
    expect(taken.statusCode).toBe(200)
    server.advance(off * days)
    expect((await signInWith(phone(0))).statusCode).toBe(401)
    server.advance(-off * days)
    // Each code is taken once.
    const answer = await signInWith(phone(1))
    expect(answer.statusCode).toBe(204)
    expect(await statusFor(cookieOf(answer))).toBe(200)
  },
)
