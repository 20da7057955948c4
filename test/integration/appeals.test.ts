import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAppeal, addAppealCount, listAppeals } from '../../src/contract/learning/appeals.ts'
import type { Role } from '../../src/core/access/role.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let leader: string
const cookies = new Map<Role, string>()

beforeAll(async () => {
  held = await createTestDatabase()
  const { municipalityId } = held.first
  server = await createTestServer(held.database)
  for (const role of ['staff-lawyer', 'director', 'caseworker'] as const) {
    await addPerson(held.database, municipalityId, { userName: role, role })
    cookies.set(role, await server.signIn(municipalityId, role))
  }
  const { rows } = await held.superPool.query<{ id: string }>(
    `select person_id as id from role_assignment where role = 'director' limit 1`,
  )
  leader = rows[0]?.id ?? ''
}, 120_000)
afterAll(async () => {
  await server.app.close()
  await held.close()
})

const send = async (method: 'GET' | 'POST', path: string, role: Role, body?: object) =>
  server.send(method, path, { cookie: cookies.get(role) ?? '', ...(body && { body }) })
const codeOf = (answer: { json: () => unknown }) => (answer.json() as { code: string }).code // Problem details.

async function list(query = '', role: Role = 'director') {
  const answer = await send('GET', `/api/appeals${query}`, role)
  expect(answer.statusCode).toBe(200)
  return listAppeals.response.parse(answer.json())
}

const complaint = {
  reference: 'K-1',
  unit: null,
  provision: 'servicelovens § 41',
  provisionCertain: true,
  ageGroup: '0-14',
  about: null,
  reassessedOn: '2015-02-20',
  sentOn: '2015-03-01',
}

async function add(reference: string, more: object = {}): Promise<string> {
  const answer = await send('POST', '/api/appeals', 'staff-lawyer', { ...complaint, ...more, reference })
  expect(answer.statusCode).toBe(200)
  return addAppeal.response.parse(answer.json()).id
}
const step = async (id: string, name: string, body: object) =>
  send('POST', `/api/appeals/${id}/${name}`, 'staff-lawyer', body)

describe('a complaint', () => {
  test('is sent, decided, learnt of, and each step is written once and in order', async () => {
    const id = await add('K-1')
    expect(codeOf(await send('POST', '/api/appeals', 'staff-lawyer', complaint))).toBe(
      'appeal-reference-taken',
    )
    const lesson = { lesson: 'Oplys sagen først.', responsible: leader, dueOn: '2016-01-01' }
    expect(codeOf(await step(id, 'lesson', lesson))).toBe('appeal-not-now')
    const decision = { outcome: 'remitted', decidedOn: '2015-02-01', ground: null }
    expect(codeOf(await step(id, 'decision', decision))).toBe('appeal-decided-before-sent')
    expect(codeOf(await step(id, 'decision', { ...decision, decidedOn: '2099-01-01' }))).toBe(
      'appeal-day-ahead',
    )
    expect((await step(id, 'decision', { ...decision, decidedOn: '2015-09-01' })).statusCode).toBe(204)
    expect(codeOf(await step(id, 'decision', { ...decision, decidedOn: '2015-09-01' }))).toBe(
      'appeal-not-now',
    )
    expect((await list('?state=to-plan')).appeals.map(({ reference }) => reference)).toEqual(['K-1'])
    const learnt = { learntOn: '2015-12-01', how: 'Ti sager er set efter.' }
    expect(codeOf(await step(id, 'learnt', learnt))).toBe('appeal-not-now')
    const nobody = { ...lesson, responsible: '00000000-0000-4000-8000-000000000000' }
    expect(codeOf(await step(id, 'lesson', nobody))).toBe('appeal-person-unknown')
    expect((await step(id, 'lesson', lesson)).statusCode).toBe(204)
    expect((await list('?state=late')).appeals).toHaveLength(1)
    expect((await step(id, 'learnt', learnt)).statusCode).toBe(204)
    expect((await list('?state=learnt')).appeals[0]).toMatchObject({
      learntHow: learnt.how,
      responsible: 'Prøve director',
    })
  })

  test('that was upheld calls for no lesson', async () => {
    const id = await add('K-2', { sentOn: '2015-04-01' })
    await step(id, 'decision', { outcome: 'upheld', decidedOn: '2015-08-01', ground: null })
    const lesson = { lesson: 'x', responsible: leader, dueOn: '2016-01-01' }
    expect(codeOf(await step(id, 'lesson', lesson))).toBe('appeal-not-now')
  })

  test('entered by mistake leaves the register and its numbers, and its number is free again', async () => {
    const before = (await list()).total
    const id = await add('K-3')
    expect((await list()).total).toBe(before + 1)
    expect((await step(id, 'withdrawal', { reason: 'Noteret to gange.' })).statusCode).toBe(204)
    expect((await list()).total).toBe(before)
    expect(codeOf(await step(id, 'withdrawal', { reason: 'igen' }))).toBe('appeal-not-now')
    const again = await add('K-3')
    await step(again, 'withdrawal', { reason: 'Prøve.' })
  })

  test('is read by those who lead and written by the lawyers alone', async () => {
    expect((await send('GET', '/api/appeals', 'caseworker')).statusCode).toBe(403)
    expect(
      (await send('POST', '/api/appeals', 'director', { ...complaint, reference: 'K-9' })).statusCode,
    ).toBe(403)
    const seen = await list()
    expect([seen.mayEdit, seen.people]).toEqual([false, []])
  })

  test('is told of no more than once it is opened: every look is in the log, and what was searched for is not', async () => {
    await list('?q=hemmelig&outcome=upheld')
    const { rows } = await held.superPool.query<{ detail: object }>(
      `select detail from access_entry where act = 'read-appeals' order by id desc limit 1`,
    )
    expect(rows[0]?.detail).toEqual({ outcome: 'upheld', page: 1, searched: true })
  })
})

describe('what is published', () => {
  test('of 2015 comes out as it is printed, beside the country and with what speaks against comparing', async () => {
    const base = { year: 2015, provision: 'servicelovens § 41', ageGroup: null, sent: null, source: 'Prøve' }
    const counts = [
      {
        ...base,
        scope: 'national',
        body: 'Hele landet',
        basis: 'decided',
        decided: 1447,
        upheld: 848,
        upheldPercent: 59,
      },
      {
        ...base,
        scope: 'municipality',
        body: 'København',
        basis: 'decided',
        decided: 95,
        upheld: 66,
        upheldPercent: 69,
      },
      {
        ...base,
        scope: 'unit',
        body: 'Centret',
        basis: 'sent',
        ageGroup: '0-14',
        sent: 51,
        decided: 40,
        upheld: null,
        upheldPercent: 68,
      },
    ]
    for (const body of counts)
      expect((await send('POST', '/api/appeal-counts', 'staff-lawyer', body)).statusCode).toBe(200)
    const listed = await list()
    const of = (name: string) => listed.counts.find(({ body }) => body === name)
    expect(Math.round((of('Hele landet')?.share?.share ?? 0) * 100)).toBe(59)
    expect(Math.round((of('København')?.share?.share ?? 0) * 100)).toBe(69)
    expect(of('Centret')?.share).toMatchObject({ upheld: 27, workedOut: true })
    expect(of('Centret')?.beside?.doubts).toEqual(['other-year-basis', 'other-ages', 'part-of-whole'])
    expect(of('København')?.beside?.doubts).toEqual(['part-of-whole'])
    expect(listed.besideNational[0]).toMatchObject({
      year: 2015,
      tally: { upheld: { share: 0.5, of: 2 } },
      national: { decided: 1447, source: 'Prøve' },
    })
  })

  test('is refused where the counts cannot be, and leaves when it was entered by mistake', async () => {
    const wrong = {
      year: 2016,
      scope: 'national',
      body: 'Hele landet',
      provision: null,
      ageGroup: null,
      basis: 'decided',
      sent: null,
      decided: 10,
      upheld: 11,
      upheldPercent: null,
      source: 'Prøve',
    }
    expect((await send('POST', '/api/appeal-counts', 'staff-lawyer', wrong)).statusCode).toBe(400)
    const made = await send('POST', '/api/appeal-counts', 'staff-lawyer', { ...wrong, upheld: 9 })
    const { id } = addAppealCount.response.parse(made.json())
    const path = `/api/appeal-counts/${id}/withdrawal`
    expect((await send('POST', path, 'director', { reason: 'x' })).statusCode).toBe(403)
    expect((await send('POST', path, 'staff-lawyer', { reason: 'Skrevet forkert.' })).statusCode).toBe(204)
    expect((await list()).counts.some(({ year }) => year === 2016)).toBe(false)
    expect((await send('POST', path, 'staff-lawyer', { reason: 'igen' })).statusCode).toBe(404)
  })
})

test('every number opens to as many complaints as it counts', async () => {
  const all = await list()
  const filterOf = {
    'sent-year': 'sentYear',
    'decided-year': 'decidedYear',
    provision: 'provision',
    'age-group': 'ageGroup',
  }
  for (const { grouping, tallies } of all.groups)
    for (const { key, count, outcomes } of tallies) {
      const query = `?${filterOf[grouping]}=${encodeURIComponent(key ?? 'unknown')}`
      expect((await list(query)).total).toBe(count)
      for (const [outcome, of] of Object.entries(outcomes))
        expect((await list(`${query}&outcome=${outcome}`)).total).toBe(of)
    }
  expect(all.groups.every(({ tallies }) => tallies.length > 0)).toBe(true)
})

test('the share is not of complaints chosen by how they ended', async () => {
  const shares = async (query: string) =>
    (await list(query)).groups.map(({ tallies }) => tallies.map(({ upheld }) => upheld?.share))
  const whole = await shares('')
  expect(whole[0]).toEqual([0.5])
  for (const query of ['?outcome=upheld', '?state=learnt', '?q=findes-ikke'])
    expect(await shares(query)).toEqual(whole)
  expect((await list('?q=findes-ikke')).total).toBe(0)
})
