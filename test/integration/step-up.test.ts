import { afterAll, beforeAll, expect, test } from 'vitest'
import { disableAccount } from '../../src/app/access/accounts.ts'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import { stepUpRoutes } from '../../src/contract/access/step-up.ts'
import type { SessionState } from '../../src/contract/access/session.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, cookieOf, createTestServer, password, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  await addPerson(held.database, held.first.municipalityId, { userName: 'anna', role: 'administrator' })
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

const anna = () => server.signIn(held.first.municipalityId, 'anna')
const stale = () =>
  held.superPool.query("update sealed.session set authenticated_at = now() - interval '11 minutes'")
const exporting = (cookie: string) => server.send('GET', '/api/caseflow/reconciliation/export', { cookie })
const prove = (cookie: string, body: unknown) => server.send('POST', '/api/session/step-up', { cookie, body })
async function stateOf(cookie: string, from = server): Promise<SessionState['session']> {
  return (await from.send('GET', '/api/session', { cookie })).json<SessionState>().session
}

test('every route that asks for a fresh proof exists, and every file with cases is among them', () => {
  const names = server.routes.map(({ method, path }) => `${method} ${path}`)
  expect(stepUpRoutes.filter((name) => !names.includes(name))).toEqual([])
  const files = server.routes.filter(({ response }) => 'kind' in response && response.kind === 'download')
  const asked: ReadonlySet<string> = new Set(stepUpRoutes)
  const free = files.map(({ method, path }) => `${method} ${path}`).filter((name) => !asked.has(name))
  // Reports, sums, rules, seeds, one's own calendar: nothing of any child or its case beyond what the caller's calendar shows.
  expect(free.toSorted()).toEqual([
    'GET /api/caseflow/feeds/:token',
    'GET /api/caseflow/months/:month/file',
    'GET /api/caseflow/rules/:key/versions/:version',
    'GET /api/caseflow/weeks/:week/file',
    'GET /api/comparison/export',
    'GET /api/public/:municipality/releases/:number/file',
    'GET /api/released/:number/file',
    'GET /api/releases/:release/file',
    'GET /api/reviews/mine/calendar.ics',
    'GET /api/rounds/:round/analysis.json',
    'GET /api/rounds/:round/levels/:level/seed.txt',
    'GET /api/rounds/:round/report',
    'GET /api/rounds/:round/units/:unit/report',
  ])
})

test('each asks whoever signed in more than ten minutes ago, and nobody before that', async () => {
  const fresh = await anna()
  for (const name of stepUpRoutes) {
    const [method, path = ''] = name.split(' ')
    const url = path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000')
    const answer = await server.app.inject({
      // The names of the table begin with the method.
      method: method as 'GET',
      url,
      headers: { origin: 'http://localhost', cookie: fresh },
    })
    expect([name, answer.body]).not.toMatchObject([name, expect.stringContaining('step-up-needed')])
  }
  const old = await anna()
  await stale()
  for (const name of stepUpRoutes) {
    const [method, path = ''] = name.split(' ')
    const url = path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000')
    for (const asked of method === 'GET' ? ['GET', 'HEAD'] : [method])
      expect([
        name,
        (
          await server.app.inject({
            method: asked as 'GET', // as above
            url,
            headers: { origin: 'http://localhost', cookie: old },
          })
        ).statusCode,
      ]).toEqual([name, 403])
  }
})

test('the password proves it for ten minutes more and renews the session, whose end stays', async () => {
  const cookie = await anna()
  const before = await stateOf(cookie)
  await stale()
  expect((await exporting(cookie)).json()).toMatchObject({ code: 'step-up-needed', status: 403 })
  expect((await prove(cookie, {})).json()).toMatchObject({ code: 'wrong-password' })
  expect((await prove(cookie, { password: 'guessed' })).json()).toMatchObject({ code: 'wrong-password' })
  const proved = await prove(cookie, { password })
  expect(proved.statusCode).toBe(204)
  const renewed = cookieOf(proved)
  expect((await exporting(renewed)).body).not.toContain('step-up-needed')
  expect(await stateOf(cookie)).toBeNull()
  expect((await stateOf(renewed))?.endsAt).toBe(before?.endsAt)
  const { rows } = await held.superPool.query('select act from change_entry order by id desc limit 1')
  expect(rows).toEqual([{ act: 'step-up' }])
})

test('guessing at it is slowed down together with sign-in', async () => {
  await addPerson(held.database, held.first.municipalityId, { userName: 'bo', role: 'administrator' })
  const cookie = await server.signIn(held.first.municipalityId, 'bo')
  for (let i = 0; i < 5; i += 1) await prove(cookie, { password: 'guessed' })
  expect((await prove(cookie, { password })).json()).toMatchObject({ code: 'too-many-attempts' })
})

test('a change of password proves nothing more than was proved', async () => {
  await addPerson(held.database, held.first.municipalityId, { userName: 'cy', role: 'administrator' })
  const cookie = await server.signIn(held.first.municipalityId, 'cy')
  await stale()
  const body = { before: password, after: 'fire grønne cykler' }
  const renewed = cookieOf(await server.send('PUT', '/api/session/password', { cookie, body }))
  expect((await exporting(renewed)).json()).toMatchObject({ code: 'step-up-needed' })
})

test('in the demo a click is enough, and outside it nothing but a proof is', async () => {
  const demo = await createTestServer(held.database, { demo: true })
  await held.superPool.query('update municipality set demo = true where municipality_id = $1', [
    held.second.municipalityId,
  ])
  const chosen = await demo.send('POST', '/api/session/switch', { body: { personId: held.second.personId } })
  const cookie = cookieOf(chosen)
  await stale()
  expect((await demo.send('GET', '/api/caseflow/reconciliation/export', { cookie })).json()).toMatchObject({
    code: 'step-up-needed',
  })
  const proved = await demo.send('POST', '/api/session/step-up', { cookie, body: {} })
  expect(proved.statusCode).toBe(204)
  expect(await stateOf(cookieOf(proved), demo)).toMatchObject({ method: 'demo' })
  await demo.app.close()
})

test('one sees where one is signed in, and ends it all at once', async () => {
  await addPerson(held.database, held.first.municipalityId, { userName: 'dan', role: 'caseworker' })
  const dan = () => server.signIn(held.first.municipalityId, 'dan')
  const [here, there] = [await dan(), await dan()]
  const other = await anna()
  const list = (await server.send('GET', '/api/session/mine', { cookie: here })).json<{
    sessions: { here: boolean; method: string }[]
  }>()
  expect(list.sessions.filter((one) => one.here)).toHaveLength(1)
  expect(list.sessions).toHaveLength(2)
  const ended = await server.send('DELETE', '/api/session/mine', { cookie: here })
  expect(ended.statusCode).toBe(204)
  expect([await stateOf(here), await stateOf(there)]).toEqual([null, null])
  expect(await stateOf(other)).not.toBeNull()
})

test('one ends a session of one’s own elsewhere, and nobody else’s', async () => {
  await addPerson(held.database, held.first.municipalityId, { userName: 'dorte', role: 'caseworker' })
  const dorte = () => server.signIn(held.first.municipalityId, 'dorte')
  const [here, there, other] = [await dorte(), await dorte(), await anna()]
  const idsOf = async (cookie: string) =>
    (await server.send('GET', '/api/session/mine', { cookie }))
      .json<{ sessions: { id: string; here: boolean }[] }>()
      .sessions.filter((one) => one.here)
      .map(({ id }) => id)
  const end = (ids: readonly string[]) =>
    server.send('DELETE', `/api/session/mine/${ids[0]}`, { cookie: here })
  expect((await end(await idsOf(there))).statusCode).toBe(204)
  expect((await end(await idsOf(other))).statusCode).toBe(404)
  expect(await stateOf(there)).toBeNull()
  expect(await stateOf(here)).not.toBeNull()
  expect(await stateOf(other)).not.toBeNull()
})

test('an administrator signs everybody of the municipality out, and nobody of another', async () => {
  const add = async (municipality: typeof held.first.municipalityId, userName: string) => {
    await addPerson(held.database, municipality, { userName, role: 'caseworker' })
    return server.signIn(municipality, userName)
  }
  const here = await anna()
  const [one, two] = [
    await add(held.first.municipalityId, 'eva'),
    await add(held.first.municipalityId, 'erik'),
  ]
  const foreign = await add(held.second.municipalityId, 'ellen')
  expect((await server.send('DELETE', '/api/access/sessions', { cookie: one })).statusCode).toBe(403)
  const { rows } = await held.superPool.query<{ people: number }>(
    'select count(distinct person_id)::int as people from sealed.session where municipality_id = $1',
    [held.first.municipalityId],
  )
  const answer = await server.send('DELETE', '/api/access/sessions', { cookie: here })
  // All of them; the administrator has more sessions than this one from the tests before.
  expect(answer.json()).toEqual({ people: rows[0]?.people })
  expect([await stateOf(one), await stateOf(two)]).toEqual([null, null])
  expect(await stateOf(here)).not.toBeNull()
  expect(await stateOf(foreign)).not.toBeNull()
})

test('sessions end at once when the last role does, when it runs out, and when the account is taken away', async () => {
  const add = (userName: string) =>
    addPerson(held.database, held.first.municipalityId, { userName, role: 'staff-lawyer' })
  const by = await anna()
  const erna = await add('erna')
  const cookies = { erna: await server.signIn(held.first.municipalityId, 'erna') }
  const { people } = (await server.send('GET', '/api/people?words=erna', { cookie: by })).json<{
    people: { id: string; roles: { id: string }[] }[]
  }>()
  const role = people.find(({ id }) => id === erna)?.roles[0]?.id
  await server.send('POST', `/api/people/${erna}/roles/${role}/end`, { cookie: by, body: { lastDay: null } })
  expect(await stateOf(cookies.erna)).toBeNull()

  const finn = await add('finn')
  const later = await createTestServer(held.database)
  const cookie = await later.signIn(held.first.municipalityId, 'finn')
  await held.superPool.query('update role_assignment set valid_to = $2 where person_id = $1', [
    finn,
    danishDay(new Date()),
  ])
  await held.superPool.query(
    "update sealed.session set expires_at = now() + interval '3 days', last_seen_at = now() + interval '26 hours' where person_id = $1",
    [finn],
  )
  later.advance(26 * 60 * 60_000)
  expect(await stateOf(cookie, later)).toBeNull()
  await later.app.close()

  await add('gerd')
  const gerd = await server.signIn(held.first.municipalityId, 'gerd')
  expect(await stateOf(gerd)).not.toBeNull()
  await disableAccount(held.database, held.first.municipalityId, 'gerd')
  expect(await stateOf(gerd)).toBeNull()
})

test('behind https the cookie is bound to this very host and new at every sign-in', async () => {
  const secure = await createTestServer(held.database, { production: true })
  const attempt = (cookie?: string) =>
    secure.send('POST', '/api/session', {
      body: { userName: 'anna', password, municipality: held.first.municipalityId },
      ...(cookie !== undefined && { cookie }),
    })
  const planted = `__Host-tilsyn=${'A'.repeat(43)}`
  const first = await attempt(planted)
  const [cookie] = first.cookies
  expect(first.headers['set-cookie']).toMatch(
    /^__Host-tilsyn=[\w-]{43}; Path=\/; .*HttpOnly; Secure; SameSite=Strict$/,
  )
  expect(cookie).not.toHaveProperty('domain')
  expect(cookieOf(first)).not.toBe(planted)
  const second = await attempt(cookieOf(first))
  expect(cookieOf(second)).not.toBe(cookieOf(first))
  expect(await stateOf(cookieOf(first), secure)).toBeNull()
  const language = await secure.send('POST', '/api/session/language', { body: { language: 'en' } })
  expect(language.headers['set-cookie']).toMatch(
    /^__Host-tilsyn-language=en; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  await secure.app.close()
})
