import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { judgeInBackground } from '../../src/app/caseflow/judge-in-background.ts'
import { remindOwnDeadlines } from '../../src/app/caseflow/watch/remind-own-deadlines.ts'
import type { listDueFeeds, openDueFeed } from '../../src/contract/caseflow/due-feeds.ts'
import type { MyTasks } from '../../src/contract/notification/my-tasks.ts'
import { addDays } from '../../src/core/calendar/days.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

const hour = 3_600_000
let held: TestDatabase
let server: TestServer
let nord: string
let cookie: string
let leader: string

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId } = held.first
  const unit = await addUnit(held.database, municipalityId, 'Nord')
  await addUnit(held.database, municipalityId, 'Syd')
  nord = unit
  await addPerson(held.database, municipalityId, { userName: 'adm', role: 'administrator' })
  await addPerson(held.database, municipalityId, { userName: 'anna', role: 'caseworker', unit })
  await addPerson(held.database, municipalityId, { userName: 'bent', role: 'caseworker', unit })
  await addPerson(held.database, municipalityId, { userName: 'leder', role: 'department-manager', unit })
  cookie = await server.signIn(municipalityId, 'adm')
  leader = await server.signIn(municipalityId, 'leder')
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})
beforeEach(async () => {
  await held.superPool.query(
    'truncate event_source, event_import, event_import_row, case_event, case_event_version, case_to_judge, case_deadline, notification, due_feed, sealed.due_feed_token cascade',
  )
})

async function received(caseId: string, hoursAgo: number, caseworker = 'anna', unit = 'Nord'): Promise<void> {
  const time = new Date(Date.now() - hoursAgo * hour).toISOString()
  const events = [{ caseId, kind: 'notification-received', time, unit, caseworker }]
  const answer = await server.send('POST', '/api/caseflow/events', { cookie, body: { source: 'x', events } })
  if (answer.statusCode !== 200) throw new Error(answer.body)
}

async function query<T extends object>(text: string): Promise<readonly T[]> {
  const { rows } = await held.superPool.query<T>(text)
  return rows
}

test('my tasks have one line for all deadlines of one’s own cases within a week, with those that have passed', async () => {
  const anna = await server.signIn(held.first.municipalityId, 'anna')
  const rows = async (as: string) =>
    (await server.send('GET', '/api/tasks/mine', { cookie: as }))
      .json<MyTasks>()
      .tasks.filter(({ kind }) => kind === 'case-deadlines')
  expect(await rows(anna)).toEqual([])
  for (const [at, id] of ['A1', 'A2', 'A3'].entries()) await received(id, at === 0 ? 30 : 2)
  await received('B1', 2, 'bent')
  const own =
    "select count(*)::int as count from case_deadline where caseworker = 'anna' and verdict = 'pending'"
  const within = await query<{ count: number }>(`${own} and due_on <= current_date + 7`)
  const [line, ...more] = await rows(anna)
  expect(more).toEqual([])
  expect(line).toMatchObject({ count: within[0]?.count, overdue: 1, subject: null, name: 'anna' })
  expect(line?.count).toBeGreaterThan(2)
})

describe('the reminder of a morning', () => {
  /** A Monday, so that Tuesday is the next working day. */
  const monday = '2026-11-23'
  const at = (time: string) => new Date(`${monday}T${time}:00+01:00`)
  const due = (on: string, moment: string | null, caseworker = 'anna') =>
    held.superPool.query(
      `insert into case_deadline (municipality_id, case_id, n, rule, rules, rules_version, unit, caseworker, due_on, due_at, ends_at,
         verdict, judged_at)
       select municipality_id, 'C' || random(), 1, 'R02', key, version, 'Nord', $3, $1::date, $2::timestamptz,
         coalesce($2::timestamptz, ($1::date + 1)::timestamp at time zone 'Europe/Copenhagen'), 'pending', now()
       from deadline_rules where key = 'barnets-lov' and municipality_id = $4 limit 1`,
      [on, moment, caseworker, held.first.municipalityId],
    )
  const told = () =>
    query(
      'select p.initials, n.kind, n.subject_id as subject from notification n join person p on p.id = n.person_id order by 1',
    )

  beforeEach(async () => {
    await received('X', 24 * 400, '')
    await held.superPool.query('truncate case_deadline')
  })

  test('comes once, to those whose deadlines end by the next working day, and names nothing', async () => {
    for (const day of [1, 1, 1, 3]) await due(addDays(monday, day), null)
    await due(addDays(monday, 2), null, 'bent')
    expect(await remindOwnDeadlines(held.database, at('04:30'))).toBe(0)
    expect(await remindOwnDeadlines(held.database, at('05:30'))).toBe(1)
    expect(await remindOwnDeadlines(held.database, at('09:30'))).toBe(0)
    expect(await told()).toEqual([{ initials: 'anna', kind: 'case-deadlines-due', subject: null }])
  })

  test('comes for hours that end today, not for a day that was told of yesterday, and not at the weekend', async () => {
    await due(monday, null)
    expect(await remindOwnDeadlines(held.database, at('05:30'))).toBe(0)
    await due(monday, `${monday}T14:00:00+01:00`, 'bent')
    expect(await remindOwnDeadlines(held.database, at('05:30'))).toBe(1)
    expect(await told()).toMatchObject([{ initials: 'bent' }])
    await held.superPool.query('truncate notification cascade')
    await due('2026-11-30', null)
    expect(await remindOwnDeadlines(held.database, new Date('2026-11-28T08:00:00+01:00'))).toBe(0)
    expect(await remindOwnDeadlines(held.database, new Date('2026-11-27T08:00:00+01:00'))).toBe(1)
  })
})

describe('a unit’s calendar', () => {
  const open = async (as = leader, unit = nord) =>
    server.send('POST', '/api/caseflow/due-feeds', { cookie: as, body: { unit } })
  const pathOf = async () => (await open()).json<z.output<(typeof openDueFeed)['response']>>().path
  const list = async (as = leader) =>
    (await server.send('GET', '/api/caseflow/due-feeds', { cookie: as })).json<
      z.output<(typeof listDueFeeds)['response']>
    >()

  test('is fetched without signing in, holds days and numbers only, and its secret is nowhere', async () => {
    for (const id of ['SAG-1', 'SAG-2']) await received(id, 2)
    await received('SAG-3', 2, 'anna', 'Syd')
    const path = await pathOf()
    const answer = await server.send('GET', path)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toContain('text/calendar')
    expect(answer.body).toContain('SUMMARY:Tilsyn: 2 frister i sager udløber')
    expect(answer.body).not.toMatch(/SAG-|anna|Nord/u)
    const token = path.split('/').at(-1) ?? ''
    expect(await query(`select 1 from sealed.due_feed_token t where t::text like '%${token}%'`)).toEqual([])
    expect(
      await query(
        `select 1 from change_entry t where t::text like '%${token}%' union all select 1 from access_entry t where t::text like '%${token}%'`,
      ),
    ).toEqual([])
    expect(await query("select subject_kind from access_entry where act = 'fetch-due-feed'")).toEqual([
      { subject_kind: 'due-feed' },
    ])
  })

  test('answers no more once it is ended, opened anew, or the right is gone', async () => {
    await received('A1', 2)
    const first = await pathOf()
    const second = await pathOf()
    expect([
      (await server.send('GET', first)).statusCode,
      (await server.send('GET', second)).statusCode,
    ]).toEqual([404, 200])
    const { feeds, units } = await list()
    expect([feeds.map(({ unit }) => unit.name), units.map(({ name }) => name)]).toEqual([['Nord'], ['Nord']])
    const url = `/api/caseflow/due-feeds/${feeds[0]?.id}`
    expect((await server.send('DELETE', url, { cookie })).statusCode).toBe(404)
    expect((await server.send('DELETE', url, { cookie: leader })).statusCode).toBe(204)
    expect((await server.send('GET', second)).statusCode).toBe(404)
    const third = await pathOf()
    await held.superPool.query(
      "update role_assignment set valid_to = current_date - 1, valid_from = current_date - 30 where role = 'department-manager'",
    )
    expect((await server.send('GET', third)).statusCode).toBe(404)
    await held.superPool.query("update role_assignment set valid_to = null where role = 'department-manager'")
    expect((await server.send('GET', third)).statusCode).toBe(200)
    expect((await server.send('GET', '/api/caseflow/feeds/guess')).statusCode).toBe(404)
  })

  test('is for those who may see the whole unit', async () => {
    const anna = await server.signIn(held.first.municipalityId, 'anna')
    expect((await open(anna)).statusCode).toBe(403)
    expect((await list(anna)).units).toEqual([])
    expect((await list(cookie)).units).toHaveLength(2)
    const unknown = await open(cookie, '11111111-1111-4111-8111-111111111111')
    expect(unknown.statusCode).toBe(404)
  })

  test('goes on telling after the background has judged anew', async () => {
    await received('A1', 2)
    const path = await pathOf()
    await judgeInBackground(held.database, new Date(Date.now() + 30 * hour))
    expect((await server.send('GET', path)).body).toContain('BEGIN:VEVENT')
  })
})
