import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getPlannable, getRoundEvidence } from '../../src/contract/planning/planning.ts'
import { roles, type Role } from '../../src/core/access/role.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, cookieOf, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
const rounds = { closed: '', open: '', programme: '' }
const cookies = new Map<Role, string>()

interface Row {
  readonly [column: string]: unknown
}

beforeAll(async () => {
  held = await createTestDatabase({ demo: true })
  server = await createTestServer(held.database, { demo: true })
  const keys = await query(
    'select r.key, r.state, v.key as programme from round r join programme_version v on v.id = r.programme_version_id order by period_from desc',
  )
  rounds.open = String(keys.find(({ state }) => state === 'open')?.['key'])
  rounds.closed = String(keys.find(({ state }) => state === 'closed')?.['key'])
  rounds.programme = String(keys[0]?.['programme'])
  const people = await query(
    'select distinct on (role) role, person_id from role_assignment join municipality using (municipality_id) where demo order by role, id',
  )
  for (const { role, person_id: personId } of people) {
    const answer = await server.send('POST', '/api/session/switch', { body: { personId } })
    // The table's check allows roles only.
    if (answer.statusCode === 204) cookies.set(role as Role, cookieOf(answer))
  }
}, 300_000)
afterAll(async () => {
  await server.app.close()
  await held.close()
})

async function query(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  return (await held.superPool.query<Row>(text, [...values])).rows
}

const get = (role: Role, path: string) => server.send('GET', path, { cookie: cookies.get(role) ?? '' })

async function evidenceOf(round: string) {
  const answer = await get('director', `/api/rounds/${round}/evidence`)
  expect(answer.statusCode).toBe(200)
  const parsed = getRoundEvidence.response.parse(answer.json())
  if (parsed.state !== 'ready') throw new Error(`evidence is ${parsed.state}`)
  return parsed.evidence
}

describe('what a plan is made of', () => {
  test('are the levels of the programme’s newest version and its rounds, newest first', async () => {
    const answer = await get('unit-lawyer', `/api/planning/${rounds.programme}`)
    const plannable = getPlannable.response.parse(answer.json())
    expect(plannable.levels.map(({ level, minutes, comparison }) => [level, minutes, comparison])).toEqual([
      [1, 30, false],
      [2, 45, true],
      [3, 60, false],
      [4, 90, false],
    ])
    expect(plannable.stages).toBe(6)
    const starts = plannable.rounds.map(({ periodFrom }) => periodFrom)
    expect(starts).toEqual(starts.toSorted().toReversed())
    expect(plannable.rounds.map(({ key }) => key)).toContain(rounds.open)
  })

  test('holds no answer, no case and no unit of a round', async () => {
    const { levels, reference, strata, population } = await evidenceOf(rounds.closed)
    const answer = await get('director', `/api/rounds/${rounds.closed}/evidence`)
    expect(Object.keys(answer.json<{ evidence: object }>().evidence).toSorted()).toEqual([
      'comparisonShare',
      'levels',
      'population',
      'question',
      'reference',
      'share',
      'strata',
    ])
    expect([reference, strata]).toEqual([4, 6])
    expect(population).toBeGreaterThan(500)
    for (const { spread, r2 } of levels) {
      expect(spread).toBeGreaterThan(0)
      expect(r2).toBeGreaterThanOrEqual(0)
    }
  })

  test('takes the time from what reviewers stated, all units together', async () => {
    const { levels } = await evidenceOf(rounds.closed)
    const rows = await query(
      "select r.level, avg(r.minutes)::float8 as minutes, count(*)::int as n from review r join round o on o.id = r.round_id where o.key = $1 and r.state = 'submitted' group by r.level order by r.level",
      [rounds.closed],
    )
    expect(rows.length).toBe(4)
    for (const { level, minutes, n } of rows) {
      const row = levels.find((one) => one.level === level)
      expect(row?.minutes).toBeCloseTo(Number(minutes), 9)
      expect(row?.timed).toBe(n)
    }
  })

  test('leaves out what rests on fewer than ten cases', async () => {
    // All but nine of level 4's stated times are taken back for the while.
    const taken = await query(
      'select r.id, r.minutes from review r join round o on o.id = r.round_id where o.key = $1 and r.level = 4 order by r.id offset 9',
      [rounds.closed],
    )
    await query('update review set minutes = null where id = any($1)', [taken.map(({ id }) => id)])
    const { levels } = await evidenceOf(rounds.closed)
    for (const { id, minutes } of taken)
      await query('update review set minutes = $2 where id = $1', [id, minutes])
    expect(levels.find(({ level }) => level === 4)).toMatchObject({ minutes: null, timed: 0 })
    expect(levels.find(({ level }) => level === 3)?.minutes).toBeGreaterThan(0)
  })
})

describe('who may plan', () => {
  const planners = ['unit-lawyer', 'staff-lawyer', 'central-lawyer', 'director', 'administrator']

  test('those who lead the audit, directors and lawyers, and nobody else', async () => {
    for (const role of roles)
      for (const path of [`/api/planning/${rounds.programme}`, `/api/rounds/${rounds.closed}/evidence`]) {
        if (!cookies.has(role)) continue
        const { statusCode } = await get(role, path)
        expect([role, path, statusCode]).toEqual([role, path, planners.includes(role) ? 200 : 403])
      }
    expect(planners.every((role) => [...cookies.keys()].some((known) => known === role))).toBe(true)
  })

  test('nobody learns from an open round that is not all submitted', async () => {
    for (const role of ['director', 'administrator', 'staff-lawyer'] as const) {
      const answer = await get(role, `/api/rounds/${rounds.open}/evidence`)
      expect([role, answer.statusCode, answer.json()]).toEqual([role, 200, { state: 'sealed' }])
    }
  })

  test('another municipality finds neither the round nor the programme', async () => {
    const { municipalityId } = held.first
    await addPerson(held.database, municipalityId, { userName: 'fremmed', role: 'director' })
    const cookie = await server.signIn(municipalityId, 'fremmed')
    for (const path of [`/api/planning/${rounds.programme}`, `/api/rounds/${rounds.closed}/evidence`])
      expect((await server.send('GET', path, { cookie })).statusCode).toBe(404)
  })

  test('what does not exist, or is no key, is refused in words', async () => {
    for (const [path, status] of [
      ['/api/planning/findes-ikke', 404],
      ['/api/rounds/findes-ikke/evidence', 404],
      [`/api/planning/${'x'.repeat(101)}`, 400],
      ['/api/rounds/%20%20/evidence', 400],
    ] as const) {
      const answer = await get('director', path)
      expect([path, answer.statusCode]).toEqual([path, status])
      expect(answer.json<{ title: string }>().title.length).toBeGreaterThan(10)
    }
  })

  test('a look at a round’s evidence is on record; a sealed one shows nothing to record', async () => {
    const looks = async () => (await query("select 1 from access_entry where act = 'plan-from-round'")).length
    const before = await looks()
    await evidenceOf(rounds.closed)
    await get('director', `/api/rounds/${rounds.open}/evidence`)
    expect(await looks()).toBe(before + 1)
  })
})
