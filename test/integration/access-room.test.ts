import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LogEntry } from '../../src/contract/access/log.ts'
import type { Person } from '../../src/contract/access/people.ts'
import type { Unit } from '../../src/contract/access/units.ts'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

const today = danishDay(new Date())
const anyId = '00000000-0000-4000-8000-000000000000'
let held: TestDatabase
let server: TestServer
let administrator: string
let manager: string
let foreign: string
let nord: string

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { first, second, database } = held
  nord = await addUnit(database, first.municipalityId, 'Nord')
  await addPerson(database, first.municipalityId, { userName: 'anna', role: 'administrator' })
  await addPerson(database, first.municipalityId, { userName: 'maja', role: 'staff-lawyer' })
  await addPerson(database, second.municipalityId, { userName: 'fie', role: 'administrator' })
  administrator = await server.signIn(first.municipalityId, 'anna')
  manager = await server.signIn(first.municipalityId, 'maja')
  foreign = await server.signIn(second.municipalityId, 'fie')
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

function post(url: string, body: unknown, cookie = administrator) {
  return server.send('POST', url, { cookie, body })
}

async function people(query: string, cookie = administrator) {
  const answer = await server.send('GET', `/api/people${query}`, { cookie })
  expect(answer.statusCode).toBe(200)
  // Validated by the server against the route's own schema before it is sent.
  return answer.json<{ total: number; people: Person[] }>()
}

async function personNamed(name: string): Promise<Person> {
  const found = (await people(`?standing=all&search=${encodeURIComponent(name)}`)).people[0]
  if (found === undefined) throw new Error(`${name} is not listed`)
  return found
}

async function units(cookie: string): Promise<Unit[]> {
  return (await server.send('GET', '/api/units', { cookie })).json<{ units: Unit[] }>().units
}

async function log(query: string, cookie = administrator) {
  const answer = await server.send('GET', `/api/log?${query}`, { cookie })
  expect(answer.statusCode).toBe(200)
  return answer.json<{ entries: LogEntry[]; acts: string[]; next: number | null }>()
}

/** A person with an open session. */
async function signedIn(userName: string, role: 'director' | 'administrator' = 'director') {
  await addPerson(held.database, held.first.municipalityId, { userName, role })
  const cookie = await server.signIn(held.first.municipalityId, userName)
  const person = await personNamed(`Prøve ${userName}`)
  const [grant] = person.roles
  if (grant === undefined) throw new Error('the person was given a role')
  return { cookie, person, end: `/api/people/${person.id}/roles/${grant.id}/end` }
}

/** The session of one more administrator of the other municipality. */
async function foreigner(userName: string): Promise<string> {
  const { municipalityId } = held.second
  await addPerson(held.database, municipalityId, { userName, role: 'administrator' })
  return server.signIn(municipalityId, userName)
}

describe('units', () => {
  test('are added by an administrator and read by the staff', async () => {
    const added = await post('/api/units', { name: ' Amager ', kind: 'duty' })
    expect(added.json()).toMatchObject({ name: 'Amager', kind: 'duty' })
    expect((await units(manager)).map(({ name }) => name)).toEqual(['Amager', 'Nord'])
    expect((await post('/api/units', { name: 'Syd', kind: 'family' }, manager)).statusCode).toBe(403)
  })

  test('keep their names apart, however these are capitalised', async () => {
    const answer = await post('/api/units', { name: 'NORD', kind: 'family' })
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([409, 'unit-exists'])
  })

  test('come one after the other when two are added under the same name at once', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => post('/api/units', { name: 'Samtidig', kind: 'family' })),
    )
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(2)
  })

  test('can be renamed, but not to nothing, to another’s name or from another municipality', async () => {
    const renamed = await server.send('PATCH', `/api/units/${nord}`, {
      cookie: administrator,
      body: { name: 'Nordvest' },
    })
    expect(renamed.json()).toMatchObject({ id: nord, name: 'Nordvest', kind: 'family' })
    const refusal = async (name: string, cookie: string) =>
      (await server.send('PATCH', `/api/units/${nord}`, { cookie, body: { name } })).statusCode
    expect(await refusal('  ', administrator)).toBe(400)
    expect(await refusal('amager', administrator)).toBe(409)
    expect(await refusal('Fremmed', foreign)).toBe(404)
    expect(await units(foreign)).toEqual([])
  })
})

describe('people', () => {
  const grant = { role: 'area-manager', unit: null as string | null, from: '2026-01-01', until: null }

  test('are added with a first role, and found by name, role and unit', async () => {
    const answer = await post('/api/people', {
      name: 'Åse Ørsted',
      initials: 'AAOE',
      grant: { ...grant, unit: nord },
    })
    expect(answer.statusCode).toBe(200)
    for (const query of ['?search=ørsted åse', '?search=aaoe', `?role=area-manager&unit=${nord}`]) {
      const found = await people(encodeURI(query))
      expect([query, found.people.map(({ name }) => name)]).toEqual([query, ['Åse Ørsted']])
    }
    expect((await people(`?role=director&unit=${nord}`)).total).toBe(0)
    expect((await people('?search=100%25')).total).toBe(0)
    expect((await people('?standing=all', foreign)).people.map(({ name }) => name)).not.toContain(
      'Åse Ørsted',
    )
  })

  test('are listed on record, without the name that was searched for', async () => {
    const looks = async () => {
      const { rows } = await held.superPool.query<{ detail: unknown }>(
        "select detail from access_entry where act = 'list-people' order by id",
      )
      return rows.map(({ detail }) => detail)
    }
    const before = (await looks()).length
    await people(encodeURI(`?search=ørsted&unit=${nord}`))
    expect((await looks()).slice(before)).toEqual([{ byName: true, role: null, unit: nord, standing: null }])
  })

  test.each([
    ['a unit’s role without a unit', { ...grant }, 409, 'unit-needed'],
    [
      'the whole municipality’s role at a unit',
      { ...grant, role: 'director', unit: anyId },
      409,
      'unit-not-needed',
    ],
    ['a unit that does not exist', { ...grant, unit: anyId }, 404, 'not-found'],
    [
      'a last day before the first',
      { ...grant, role: 'director', until: '2025-12-31' },
      400,
      'invalid-input',
    ],
    ['an unknown role', { ...grant, role: 'king' }, 400, 'invalid-input'],
  ])('are refused with %s', async (_case, wrong, status, code) => {
    const answer = await post('/api/people', { name: 'Ny Person', initials: 'NYP', grant: wrong })
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code])
    expect((await people('?standing=all&search=nyp')).total).toBe(0)
  })

  test('have initials of their own', async () => {
    const answer = await post('/api/people', {
      name: 'En Anden',
      initials: 'Anna',
      grant: { ...grant, role: 'director' },
    })
    expect(answer.json()).toMatchObject({ code: 'initials-taken' })
  })

  test('cannot have the same role twice in one period, but again after it', async () => {
    const { person } = await signedIn('dorte')
    const give = async (from: string, until: string | null) =>
      (await post(`/api/people/${person.id}/roles`, { role: 'central-lawyer', unit: null, from, until }))
        .statusCode
    expect(await give('2020-01-01', '2020-12-31')).toBe(204)
    expect(await give('2020-12-31', null)).toBe(409)
    expect(await give('2021-01-01', null)).toBe(204)
  })

  test('are listed to administrators only', async () => {
    expect((await server.send('GET', '/api/people', { cookie: manager })).statusCode).toBe(403)
  })
})

describe('ending a role', () => {
  test('takes its rights and, when it was the last, the sessions with it', async () => {
    const { cookie, end } = await signedIn('erik')
    expect((await server.send('GET', '/api/rounds', { cookie })).statusCode).toBe(200)
    expect((await post(end, { lastDay: null })).statusCode).toBe(204)
    expect((await server.send('GET', '/api/rounds', { cookie })).statusCode).toBe(401)
    expect((await post(end, { lastDay: null })).json()).toMatchObject({ code: 'role-ended' })
  })

  test('leaves a person with another role signed in, without the rights of the ended one', async () => {
    const { cookie, person, end } = await signedIn('gerda', 'administrator')
    const second = { role: 'director', unit: null, from: today, until: null }
    expect((await post(`/api/people/${person.id}/roles`, second)).statusCode).toBe(204)
    expect((await post(end, { lastDay: null })).statusCode).toBe(204)
    expect((await server.send('GET', '/api/rounds', { cookie })).statusCode).toBe(200)
    expect((await server.send('GET', '/api/people', { cookie })).statusCode).toBe(403)
  })

  test('works on its very first day, and shows that it never counted', async () => {
    const { person } = await signedIn('hans')
    const url = `/api/people/${person.id}/roles`
    await post(url, { role: 'staff-lawyer', unit: null, from: today, until: null })
    const given = (await personNamed('Prøve hans')).roles.find(({ role }) => role === 'staff-lawyer')
    expect(given?.standing).toBe('current')
    expect((await post(`${url}/${given?.id}/end`, { lastDay: null })).statusCode).toBe(204)
    const after = (await personNamed('Prøve hans')).roles.find(({ role }) => role === 'staff-lawyer')
    expect(after?.standing).toBe('taken-back')
  })

  test('can be set to a later day, never to one that has passed', async () => {
    const { cookie, end } = await signedIn('ida')
    expect((await post(end, { lastDay: '2020-01-01' })).json()).toMatchObject({ code: 'role-end-too-early' })
    expect((await post(end, { lastDay: today })).statusCode).toBe(204)
    expect((await server.send('GET', '/api/rounds', { cookie })).statusCode).toBe(200)
  })

  test('is refused for the last administrator', async () => {
    const { people: all } = await people('?role=administrator&standing=all', foreign)
    const ends = all.flatMap(({ id, roles }) => roles.map((role) => `/api/people/${id}/roles/${role.id}/end`))
    expect(ends).toHaveLength(2)
    const answers = await Promise.all(ends.map((end) => post(end, { lastDay: null }, foreign)))
    // Whichever came first, one administrator is left; the one who ended their own role could do no more.
    const rest = await held.superPool.query(
      `select from role_assignment where role = 'administrator' and valid_to is null and municipality_id = $1`,
      [held.second.municipalityId],
    )
    expect(rest.rowCount).toBe(1)
    expect(answers.map(({ statusCode }) => statusCode).filter((status) => status === 204)).toHaveLength(1)
  })

  test('of another municipality does not exist', async () => {
    const { end, person } = await signedIn('jens')
    const cookie = await foreigner('frank')
    expect((await post(end, { lastDay: null }, cookie)).statusCode).toBe(404)
    expect(
      (await post(`/api/people/${person.id}/account`, { userName: 'stjaalet' }, cookie)).statusCode,
    ).toBe(404)
  })
})

describe('an account', () => {
  test('gets a password that is told once, and that opens the door', async () => {
    const { cookie, person } = await signedIn('karl')
    const url = `/api/people/${person.id}/account`
    const answer = await post(url, { userName: 'Karl.Ny' })
    const { userName, password } = answer.json<{ userName: string; password: string }>()
    expect(userName).toBe('karl.ny')
    expect(password.length).toBeGreaterThan(20)
    expect((await server.send('GET', '/api/rounds', { cookie })).statusCode).toBe(401)
    await expect(server.signIn(held.first.municipalityId, 'karl.ny', password)).resolves.toContain('=')
    const again = await post(url, { userName: 'karl.ny' })
    expect(again.json<{ password: string }>().password).not.toBe(password)
    await expect(server.signIn(held.first.municipalityId, 'karl.ny', password)).rejects.toThrow('refused')
    expect(server.log.join('')).not.toContain(password)
  })

  test('with a given password does nothing but choose one of its own, and does all after that', async () => {
    const { person } = await signedIn('given')
    const answer = await post(`/api/people/${person.id}/account`, { userName: 'given' })
    const { password } = answer.json<{ password: string }>()
    const cookie = await server.signIn(held.first.municipalityId, 'given', password)
    expect((await server.send('GET', '/api/session', { cookie })).json()).toMatchObject({
      session: { passwordGiven: true, rights: [] },
    })
    const closed = server.routes.filter(
      ({ path, permission }) => permission !== 'public' && !path.startsWith('/api/session'),
    )
    expect(closed.length).toBeGreaterThan(100)
    for (const { method, path } of closed) {
      const url = path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000')
      const refusal = (await server.send(method, url, { cookie })).json<unknown>()
      expect([path, refusal]).toMatchObject([path, { code: 'own-password-needed', status: 403 }])
    }
    const body = { before: password, after: 'en lang sætning om vinter' }
    const changed = await server.send('PUT', '/api/session/password', { cookie, body })
    expect(changed.statusCode).toBe(204)
    const own = await server.signIn(held.first.municipalityId, 'given', body.after)
    expect((await server.send('GET', '/api/rounds', { cookie: own })).statusCode).toBe(200)
    expect((await server.send('GET', '/api/session', { cookie: own })).json()).toMatchObject({
      session: { passwordGiven: false },
    })
  })

  test('with a given password is closed after seven days, and tells nobody so who does not know it', async () => {
    const { person } = await signedIn('late')
    const answer = await post(`/api/people/${person.id}/account`, { userName: 'late' })
    const { password } = answer.json<{ password: string }>()
    const { rows } = await held.superPool.query<{ days: number }>(
      `update sealed.local_account set given_until = given_until - interval '7 days'
       where username = 'late' returning round(extract(epoch from given_until - now()))::int as days`,
    )
    expect(Math.abs(rows[0]?.days ?? 99)).toBeLessThan(60)
    const attempt = (text: string) =>
      server.send('POST', '/api/session', {
        body: { userName: 'late', password: text, municipality: held.first.municipalityId },
      })
    expect((await attempt(password)).json()).toMatchObject({ status: 401, code: 'given-password-expired' })
    expect((await attempt('noget helt andet')).json()).toMatchObject({ code: 'wrong-credentials' })
    const anew = (await post(`/api/people/${person.id}/account`, { userName: 'late' })).json<{
      password: string
    }>()
    await expect(server.signIn(held.first.municipalityId, 'late', anew.password)).resolves.toContain('=')
  })

  test('is refused a name that is taken or unusable', async () => {
    const { person } = await signedIn('lone')
    const url = `/api/people/${person.id}/account`
    expect((await post(url, { userName: 'anna' })).json()).toMatchObject({ code: 'user-name-taken' })
    expect((await post(url, { userName: 'Lone Ø' })).statusCode).toBe(400)
  })
})

describe('the log', () => {
  test('tells who changed what, and is narrowed by person, act, subject and day', async () => {
    const { entries } = await log(`kind=change&who=anna&act=add-unit&from=${today}&until=${today}`)
    expect(entries.length).toBeGreaterThan(0)
    for (const entry of entries)
      expect(entry).toMatchObject({ act: 'add-unit', subjectKind: 'unit', person: { initials: 'anna' } })
    const bySubject = await log(`kind=change&subject=${nord}`)
    expect(bySubject.entries.map(({ act }) => act)).toEqual(['rename-unit'])
    expect((await log(`kind=change&until=2020-01-01`)).entries).toEqual([])
  })

  test('writes down that it was looked at, and not for whom', async () => {
    await log('kind=access&who=Prøve%20anna')
    const { entries } = await log('kind=access&act=search-log')
    expect(entries[0]).toMatchObject({ act: 'search-log', person: { initials: 'anna' } })
    expect(JSON.stringify(entries.map(({ detail }) => detail))).not.toContain('Prøve')
  })

  test('is paged from the newest on without gap or repetition', async () => {
    for (let unit = 0; unit < 60; unit += 1)
      await post('/api/units', { name: `Enhed ${unit}`, kind: 'family' })
    const ids: number[] = []
    let next: number | null | undefined
    do {
      const page = await log(`kind=change${next === undefined ? '' : `&before=${next}`}`)
      expect(page.entries.length).toBeLessThanOrEqual(50)
      ids.push(...page.entries.map(({ id }) => id))
      next = page.next
    } while (next !== null)
    const { rows } = await held.superPool.query<{ id: string }>(
      'select id from change_entry where municipality_id = $1 order by id desc',
      [held.first.municipalityId],
    )
    expect(ids).toEqual(rows.map(({ id }) => Number(id)))
    expect(ids.length).toBeGreaterThan(50)
  })

  test('is closed to others and shows nothing of another municipality', async () => {
    expect((await server.send('GET', '/api/log?kind=change', { cookie: manager })).statusCode).toBe(403)
    const cookie = await foreigner('freja')
    const { entries } = await log('kind=change', cookie)
    expect(entries.map(({ person }) => person?.initials)).not.toContain('anna')
  })
})
