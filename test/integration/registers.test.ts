import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { RegisterRow } from '../../src/contract/caseflow/registers.ts'
import type { enterEvent, getEntry, listRegister } from '../../src/contract/caseflow/registers.ts'
import { judgeInBackground } from '../../src/app/caseflow/judge-in-background.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

type Listed = z.output<(typeof listRegister)['response']>
type Entered = z.output<(typeof enterEvent)['response']>

const msInDay = 86_400_000
/** The day so many days ago in Denmark, ISO. */
const daysAgo = (days: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(Date.now() - days * msInDay)

let held: TestDatabase
let server: TestServer
const cookies = new Map<string, string>()
const ids = new Map<string, string>()

const staff = [
  ['adm', 'administrator', null],
  ['sara', 'caseworker', 'syd'],
  ['bent', 'caseworker', 'syd'],
  ['koord', 'professional-coordinator', 'syd'],
  ['leder', 'department-manager', 'syd'],
  ['chef', 'area-manager', 'syd'],
  ['jurist', 'unit-lawyer', 'syd'],
  ['nordleder', 'department-manager', 'nord'],
  ['dobbelt', 'department-manager', 'syd'],
  ['tredobbelt', 'department-manager', 'syd'],
  ['direktor', 'director', null],
] as const
type Person = (typeof staff)[number][0]

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId } = held.first
  const units = {
    syd: await addUnit(held.database, municipalityId, 'Syd'),
    nord: await addUnit(held.database, municipalityId, 'Nord'),
  }
  for (const [userName, role, unit] of staff) {
    const id = await addPerson(held.database, municipalityId, {
      userName,
      role,
      ...(unit !== null && { unit: units[unit] }),
    })
    ids.set(userName, id)
    cookies.set(userName, await server.signIn(municipalityId, userName))
  }
  // Two of the three approving roles in one hand, and all three.
  for (const [userName, role] of [
    ['dobbelt', 'area-manager'],
    ['tredobbelt', 'area-manager'],
    ['tredobbelt', 'unit-lawyer'],
  ])
    await held.superPool.query(
      `insert into role_assignment (municipality_id, person_id, role, unit_id, valid_from)
       values ($1, $2, $3, $4, '2017-09-01')`,
      [municipalityId, ids.get(userName ?? ''), role, units.syd],
    )
  const { municipalityId: other } = held.second
  const unit = await addUnit(held.database, other, 'Syd')
  await addPerson(held.database, other, { userName: 'fremmed', role: 'area-manager', unit })
  cookies.set('fremmed', await server.signIn(other, 'fremmed'))
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})
beforeEach(async () => {
  await held.superPool.query(
    'truncate register_entry, register_entry_version, event_import, event_import_row, case_event, case_event_version, case_to_judge, case_deadline cascade',
  )
  await deliver([{ caseId: 'S1', kind: 'Indsats iværksat', time: daysAgo(30), eventId: 'i1' }])
})

const as = (person: Person | 'fremmed') => ({ cookie: cookies.get(person) ?? '' })

async function deliver(events: readonly Readonly<Record<string, unknown>>[]) {
  const answer = await server.send('POST', '/api/caseflow/events', {
    ...as('adm'),
    body: { source: 'fagsystem', events: events.map((one) => ({ unit: 'Syd', caseworker: 'sara', ...one })) },
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
}

const usual = { time: null, child: null, note: '', about: null, approver: null }

function enter(person: Person | 'fremmed', entry: Readonly<Record<string, unknown>>) {
  return server.send('POST', '/api/caseflow/register-entries', {
    ...as(person),
    body: { register: 'safety-plan', caseId: 'S1', ...usual, ...entry },
  })
}

async function entered(person: Person, entry: Readonly<Record<string, unknown>>): Promise<Entered> {
  const answer = await enter(person, entry)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<Entered>()
}

async function list(person: Person | 'fremmed', register = 'safety-plan', query = ''): Promise<Listed> {
  const answer = await server.send('GET', `/api/caseflow/registers/${register}${query}`, as(person))
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<Listed>()
}

async function onlyRow(person: Person = 'koord', register = 'safety-plan', query = ''): Promise<RegisterRow> {
  const { rows } = await list(person, register, query)
  const [row] = rows
  if (row === undefined || rows.length !== 1) throw new Error(JSON.stringify(rows))
  return row
}

const approvalOf = (role: string) => `safety-plan-approved-${role}`

async function approve(person: Person, role: string, caseId = 'S1') {
  const row = (await list('koord')).rows.find((one) => one.caseId === caseId)
  return server.send('POST', '/api/caseflow/approvals', {
    ...as(person),
    body: { caseId, about: row?.about ?? '', kind: approvalOf(role), note: '' },
  })
}

const standing = ({ deadlines }: RegisterRow) => deadlines.map(({ rule, state }) => `${rule} ${state}`)
const refusalOf = (answer: { json(): { code?: string }; statusCode: number }) => [
  answer.statusCode,
  answer.json().code,
]

test('a safety plan waits for three approvals, each given by its own role at the case’s unit', async () => {
  await entered('sara', { kind: 'safety-plan-proposed', day: daysAgo(3) })
  const waiting = await onlyRow('leder')
  expect(waiting.state).toBe('waiting')
  expect(waiting.missing.map(({ kind }) => kind)).toEqual(
    ['department-manager', 'area-manager', 'unit-lawyer'].map(approvalOf),
  )
  expect(waiting.approve).toBe(approvalOf('department-manager'))
  expect((await onlyRow('koord')).approve).toBeNull()
  expect(refusalOf(await approve('leder', 'area-manager'))).toEqual([403, 'not-permitted'])
  expect(refusalOf(await approve('koord', 'department-manager'))).toEqual([403, 'not-permitted'])
  expect(refusalOf(await approve('nordleder', 'department-manager'))).toEqual([409, 'case-unknown'])
  expect((await approve('leder', 'department-manager')).statusCode).toBe(200)
  expect(refusalOf(await approve('leder', 'department-manager'))).toEqual([409, 'already-approved'])
  expect((await approve('chef', 'area-manager')).statusCode).toBe(200)
  expect((await approve('jurist', 'unit-lawyer')).statusCode).toBe(200)
  expect((await onlyRow()).state).toBe('ready')
  await entered('sara', { kind: 'safety-plan-started', day: daysAgo(0) })
  const running = await onlyRow()
  expect(running.state).toBe('running')
  expect(standing(running)).toEqual(['G01 met', 'G02 running'])
  expect(running.next[0]).toBe('safety-plan-reviewed')
})

test('a plan waits among the tasks of each whose approval is missing, and of nobody else', async () => {
  const tasks = async (person: Person) => {
    const answer = await server.send('GET', '/api/tasks/mine', as(person))
    const { tasks: all } = answer.json<{ tasks: { kind: string; count: number; overdue: number }[] }>()
    return all.filter(({ kind }) => kind === 'approve-plans').map(({ count, overdue }) => [count, overdue])
  }
  await entered('sara', { kind: 'safety-plan-proposed', day: daysAgo(3) })
  await approve('leder', 'department-manager')
  expect(await tasks('leder')).toEqual([])
  expect(await tasks('chef')).toEqual([[1, 0]])
  for (const person of ['koord', 'nordleder', 'sara', 'direktor'] as const)
    expect(await tasks(person)).toEqual([])
  await entered('sara', { kind: 'safety-plan-started', day: daysAgo(1) })
  expect(await tasks('jurist')).toEqual([[1, 1]])
})

test('a start before the approvals is recorded and shows as a breach, on the deadlines’ page too', async () => {
  await entered('sara', { kind: 'safety-plan-started', day: daysAgo(2) })
  const row = await onlyRow()
  expect(standing(row)).toEqual(['G01 open', 'G02 running'])
  expect(row.overdue).toBe(true)
  const answer = await server.send('GET', '/api/caseflow/deadlines?rule=G01', as('koord'))
  expect(answer.json<{ deadlines: object[] }>().deadlines).toMatchObject([
    { caseId: 'S1', rule: 'G01', state: 'open', lateBy: 2, unit: 'Syd', caseworker: 'sara' },
  ])
})

test('entering judges that case alone', async () => {
  await deliver([{ caseId: 'S2', kind: 'Indsats iværksat', time: daysAgo(10), eventId: 'i2' }])
  await held.superPool.query(
    `update case_deadline set judged_at = '2020-01-01'; insert into case_to_judge (municipality_id, case_id)
     select municipality_id, case_id from case_event where case_id = 'S2'`,
  )
  await entered('sara', { kind: 'safety-plan-started', day: daysAgo(2) })
  const { rows } = await held.superPool.query<{ case_id: string }>(
    `select distinct case_id from case_deadline where judged_at > '2020-01-02'`,
  )
  expect(rows.map(({ case_id }) => case_id)).toEqual(['S1'])
  await held.superPool.query('truncate case_to_judge')
})

test('an approval entered on behalf of somebody says so, and only of who held the role there that day', async () => {
  await entered('sara', { kind: 'safety-plan-proposed', day: daysAgo(3) })
  const approval = { kind: approvalOf('area-manager'), day: daysAgo(1) }
  expect(refusalOf(await enter('koord', approval))).toEqual([400, 'invalid-input'])
  expect(refusalOf(await enter('koord', { ...approval, approver: ids.get('leder') }))).toEqual([
    409,
    'approver-not-here',
  ])
  expect(refusalOf(await enter('koord', { ...approval, approver: ids.get('nordleder') }))).toEqual([
    409,
    'approver-not-here',
  ])
  await entered('koord', { ...approval, approver: ids.get('chef') })
  await approve('leder', 'department-manager')
  const { steps } = await onlyRow('sara')
  expect(steps.map(({ kind, entry }) => [kind, entry?.onBehalf, entry?.approver !== null])).toEqual([
    ['safety-plan-proposed', false, false],
    [approvalOf('area-manager'), true, true],
    [approvalOf('department-manager'), false, true],
  ])
  expect(steps[2]?.entry?.mayChange).toBe(false)
  expect(steps[1]?.entry?.mayChange).toBe(true)
  const own = steps[2]?.entry
  const withdrawal = { version: own?.version, reason: 'fejl' }
  const path = `/api/caseflow/register-entries/${own?.id}/withdrawal`
  expect(refusalOf(await server.send('POST', path, { ...as('koord'), body: withdrawal }))).toEqual([
    403,
    'not-permitted',
  ])
  expect((await server.send('POST', path, { ...as('leder'), body: withdrawal })).statusCode).toBe(204)
  expect((await onlyRow()).missing.map(({ kind }) => kind)).toEqual(
    ['department-manager', 'unit-lawyer'].map(approvalOf),
  )
})

test('one person gives one of the three approvals, whatever roles they hold', async () => {
  const double = [409, 'already-approved']
  await entered('sara', { kind: 'safety-plan-proposed', day: daysAgo(3) })
  expect((await approve('dobbelt', 'department-manager')).statusCode).toBe(200)
  expect(refusalOf(await approve('dobbelt', 'area-manager'))).toEqual(double)
  const onBehalf = { kind: approvalOf('area-manager'), day: daysAgo(0), approver: ids.get('dobbelt') }
  expect(refusalOf(await enter('koord', onBehalf))).toEqual(double)
  expect((await onlyRow()).missing.map(({ kind }) => kind)).toEqual(
    ['area-manager', 'unit-lawyer'].map(approvalOf),
  )
  const given = (await onlyRow('dobbelt')).steps.find(({ kind }) => kind === approvalOf('department-manager'))
  const path = `/api/caseflow/register-entries/${given?.entry?.id}/withdrawal`
  const body = { version: given?.entry?.version, reason: 'i en anden rolle' }
  expect((await server.send('POST', path, { ...as('dobbelt'), body })).statusCode).toBe(204)
  expect((await approve('dobbelt', 'area-manager')).statusCode).toBe(200)
  expect((await approve('leder', 'department-manager')).statusCode).toBe(200)
})

test('of all three approvals by one person at the very same moment one is taken', async () => {
  await entered('sara', { kind: 'safety-plan-proposed', day: daysAgo(3) })
  const { about } = await onlyRow()
  const holding = await held.superPool.connect()
  await holding.query('begin')
  // Entries can be read and none be written, so that all three have come as far as they get before the first is kept.
  await holding.query('lock table register_entry in share row exclusive mode')
  const sent = Promise.all(
    ['department-manager', 'area-manager', 'unit-lawyer'].map((role) =>
      server.send('POST', '/api/caseflow/approvals', {
        ...as('tredobbelt'),
        body: { caseId: 'S1', about, kind: approvalOf(role), note: '' },
      }),
    ),
  )
  const waiting = async () => {
    const { rows } = await held.superPool.query<{ n: number }>(
      `select count(distinct pid)::int as n from pg_locks
       where not granted and database = (select oid from pg_database where datname = current_database())`,
    )
    return rows[0]?.n
  }
  try {
    await expect.poll(waiting).toBe(3)
  } finally {
    await holding.query('rollback')
    holding.release()
  }
  expect((await sent).map((answer) => refusalOf(answer).join(' ')).toSorted()).toEqual([
    '200 ',
    '409 already-approved',
    '409 already-approved',
  ])
  expect((await onlyRow()).missing).toHaveLength(2)
})

test('a plan whose three approvals one person entered says so, by name and in number, and can be entered', async () => {
  const standingOf = async (person: Person) => {
    const { rows, counts } = await list(person)
    return { plans: rows.map(({ caseId, oneHand }) => [caseId, oneHand]), count: counts.oneHand }
  }
  const approvers = [
    ['department-manager', 'leder'],
    ['area-manager', 'chef'],
    ['unit-lawyer', 'jurist'],
  ] as const
  const enterFor = (person: Person, at: 0 | 1 | 2, more: Readonly<Record<string, unknown>> = {}) => {
    const [role, approver] = approvers[at]
    return entered(person, {
      kind: approvalOf(role),
      day: daysAgo(1),
      approver: ids.get(approver),
      ...more,
    })
  }
  await entered('koord', { kind: 'safety-plan-proposed', day: daysAgo(3) })
  const first = await enterFor('koord', 0)
  await enterFor('koord', 1)
  expect(await standingOf('koord')).toEqual({ plans: [['S1', null]], count: 0 })
  await enterFor('koord', 2)
  const { steps } = await onlyRow()
  const name = steps.at(-1)?.entry?.enteredBy
  expect(name).toMatch(/./u)
  const all = { plans: [['S1', { name }]], count: 1 }
  for (const person of ['koord', 'sara', 'direktor'] as const) expect(await standingOf(person)).toEqual(all)
  expect(await standingOf('nordleder')).toEqual({ plans: [], count: 0 })
  // Somebody else's correction makes it no other hand; an entry of somebody else does.
  const path = `/api/caseflow/register-entries/${first.id}`
  const correction = { version: 1, day: daysAgo(2), time: null, note: '', reason: 'forkert dag' }
  expect(
    (await server.send('POST', `${path}/corrections`, { ...as('leder'), body: correction })).statusCode,
  ).toBe(200)
  expect(await standingOf('koord')).toEqual(all)
  const withdrawal = { version: 2, reason: 'indføres af en anden' }
  expect(
    (await server.send('POST', `${path}/withdrawal`, { ...as('koord'), body: withdrawal })).statusCode,
  ).toBe(204)
  expect(await standingOf('koord')).toEqual({ plans: [['S1', null]], count: 0 })
  await enterFor('sara', 0)
  expect(await standingOf('koord')).toEqual({ plans: [['S1', null]], count: 0 })
})

test('who could have approved is told of the units one works in, and of no others', async () => {
  const unitsOf = async (person: Person) => {
    const { approvers } = await list(person)
    return new Set(approvers.map(({ unitId }) => unitId))
  }
  const told = await unitsOf('sara')
  expect(told.size).toBe(1)
  expect(await unitsOf('koord')).toEqual(told)
  expect([...(await unitsOf('nordleder'))].filter((unit) => told.has(unit))).toEqual([])
})

test('a plan of which the case system has an approval too was not entered by one person', async () => {
  await entered('koord', { kind: 'safety-plan-proposed', day: daysAgo(3) })
  for (const [role, approver] of [
    ['department-manager', 'leder'],
    ['area-manager', 'chef'],
    ['unit-lawyer', 'jurist'],
  ] as const)
    await entered('koord', { kind: approvalOf(role), day: daysAgo(1), approver: ids.get(approver) })
  expect((await list('koord')).counts.oneHand).toBe(1)
  await deliver([
    { caseId: 'S1', kind: 'Sikkerhedsplan godkendt af områdechef', time: daysAgo(1), eventId: 'g1' },
  ])
  const { rows, counts } = await list('koord')
  expect([rows.map(({ oneHand }) => oneHand), counts.oneHand]).toEqual([[null], 0])
})

test('what lies ahead, an unknown case, a child the case has not got and a time no clock showed are refused', async () => {
  const plan = { kind: 'safety-plan-proposed', day: daysAgo(1) }
  expect(refusalOf(await enter('sara', { ...plan, day: daysAgo(-1) }))).toEqual([409, 'event-ahead'])
  expect(refusalOf(await enter('sara', { ...plan, caseId: 'S99' }))).toEqual([409, 'case-unknown'])
  expect(refusalOf(await enter('sara', { ...plan, child: 1 }))).toEqual([409, 'child-unknown'])
  expect(refusalOf(await enter('sara', { ...plan, day: '2026-03-29', time: '02:30' }))).toEqual([
    409,
    'time-not-shown',
  ])
  expect(refusalOf(await enter('sara', { ...plan, note: 'barnet 010203-1234' }))).toEqual([
    400,
    'invalid-input',
  ])
  expect(refusalOf(await enter('sara', { ...plan, kind: 'placement-committee-passed' }))).toEqual([
    400,
    'invalid-input',
  ])
  expect((await list('koord')).rows).toEqual([])
})

test('a caseworker writes about their own cases, a unit about its own, and nobody beyond', async () => {
  const plan = { kind: 'safety-plan-proposed', day: daysAgo(1) }
  expect(refusalOf(await enter('bent', plan))).toEqual([409, 'case-unknown'])
  expect(refusalOf(await enter('nordleder', plan))).toEqual([409, 'case-unknown'])
  expect(refusalOf(await enter('direktor', plan))).toEqual([403, 'not-permitted'])
  expect(refusalOf(await enter('fremmed', plan))).toEqual([409, 'case-unknown'])
  const { id } = await entered('sara', plan)
  for (const person of ['bent', 'nordleder', 'fremmed'] as const) {
    expect((await list(person)).rows).toEqual([])
    const read = await server.send('GET', `/api/caseflow/register-entries/${id}`, as(person))
    expect(refusalOf(read)).toEqual([404, 'not-found'])
    const path = `/api/caseflow/register-entries/${id}/withdrawal`
    const body = { version: 1, reason: 'fejl' }
    expect(refusalOf(await server.send('POST', path, { ...as(person), body }))).toEqual([404, 'not-found'])
  }
  expect((await list('direktor')).rows).toHaveLength(1)
  expect((await list('direktor')).mayEnter).toBe(false)
  const path = `/api/caseflow/register-entries/${id}/withdrawal`
  const answer = await server.send('POST', path, { ...as('direktor'), body: { version: 1, reason: 'fejl' } })
  expect(refusalOf(answer)).toEqual([403, 'not-permitted'])
})

test('a correction keeps what was said before, and of two at once the second is told', async () => {
  const { id } = await entered('sara', { kind: 'safety-plan-started', day: daysAgo(2), note: 'aftalt' })
  const path = `/api/caseflow/register-entries/${id}/corrections`
  const correction = { version: 1, day: daysAgo(5), time: null, note: '', reason: 'forkert dag' }
  const ahead = await server.send('POST', path, { ...as('sara'), body: { ...correction, day: daysAgo(-2) } })
  expect(refusalOf(ahead)).toEqual([409, 'event-ahead'])
  const answers = await Promise.all(
    ['sara', 'koord'].map((person) =>
      server.send('POST', path, { ...as(person === 'sara' ? 'sara' : 'koord'), body: correction }),
    ),
  )
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 409]))
  const history = await server.send('GET', `/api/caseflow/register-entries/${id}`, as('sara'))
  const { versions } = history.json<z.output<(typeof getEntry)['response']>>()
  expect(versions.map(({ act, day, note, reason }) => [act, day, note, reason])).toEqual([
    ['corrected', daysAgo(5), '', 'forkert dag'],
    ['entered', daysAgo(2), 'aftalt', ''],
  ])
  const { rows } = await held.superPool.query<{ day: string }>(
    `select content ->> 'day' as day from case_event_version`,
  )
  expect(rows).toEqual([{ day: daysAgo(2) }])
  expect((await onlyRow()).deadlines[0]).toMatchObject({ rule: 'G01', lateBy: 5 })
})

test('what is withdrawn no longer counts and stays to be seen with its reason', async () => {
  await entered('sara', { kind: 'safety-plan-proposed', day: daysAgo(3) })
  const { about } = await onlyRow()
  const { id } = await entered('sara', { kind: 'safety-plan-started', day: daysAgo(2), about })
  const path = `/api/caseflow/register-entries/${id}/withdrawal`
  const body = { version: 1, reason: 'planen blev ikke til noget' }
  expect(
    refusalOf(await server.send('POST', path, { ...as('sara'), body: { ...body, reason: '' } })),
  ).toEqual([400, 'invalid-input'])
  expect((await server.send('POST', path, { ...as('sara'), body })).statusCode).toBe(204)
  expect(
    refusalOf(await server.send('POST', path, { ...as('sara'), body: { ...body, version: 2 } })),
  ).toEqual([409, 'entry-closed'])
  const row = await onlyRow()
  expect([row.state, standing(row)]).toEqual(['waiting', []])
  // The entry stays; the plan's other events are what the row is about.
  expect(row.steps.map(({ kind, entry }) => [kind, entry?.act, entry?.reason])).toContainEqual([
    'safety-plan-started',
    'withdrawn',
    body.reason,
  ])
})

test('what the case system brings later takes the entry’s place, until somebody says that they are two', async () => {
  const { id } = await entered('sara', { kind: 'safety-plan-started', day: daysAgo(2) })
  await deliver([{ caseId: 'S1', kind: 'Sikkerhedsplan startet', time: daysAgo(2), eventId: 'p1' }])
  const count = async () => {
    const { rows } = await held.superPool.query<{ n: number }>(
      `select count(*)::int as n from case_event where kind = 'safety-plan-started'`,
    )
    return rows[0]?.n
  }
  const G01 = async () => {
    const answer = await server.send('GET', '/api/caseflow/deadlines?rule=G01', as('koord'))
    return answer.json<{ deadlines: object[] }>().deadlines.length
  }
  expect([await count(), await G01()]).toEqual([1, 1])
  // Brought again, and corrected, it still stands for the same entry.
  await deliver([{ caseId: 'S1', kind: 'Sikkerhedsplan startet', time: daysAgo(2), eventId: 'p1' }])
  expect([await count(), await G01()]).toEqual([1, 1])
  const path = `/api/caseflow/register-entries/${id}/counted-again`
  const body = { version: 2, reason: 'to planer' }
  expect((await server.send('POST', path, { ...as('sara'), body })).statusCode).toBe(204)
  expect([await count(), await G01()]).toEqual([2, 2])
  await deliver([
    {
      caseId: 'S1',
      kind: 'Sikkerhedsplan startet',
      time: daysAgo(2),
      eventId: 'p1',
      registered: daysAgo(0),
      note: 'x',
    },
  ])
  expect(await count()).toBe(2)
})

test('an entry of what the case system has already does not count twice', async () => {
  await deliver([{ caseId: 'S1', kind: 'Sikkerhedsplan startet', time: daysAgo(2), eventId: 'p1' }])
  expect((await entered('sara', { kind: 'safety-plan-started', day: daysAgo(2) })).double).toBe(true)
  expect((await entered('sara', { kind: 'safety-plan-started', day: daysAgo(1) })).double).toBe(false)
})

test('nothing is imported into the registers, whatever a source is called', async () => {
  await entered('sara', { kind: 'safety-plan-proposed', day: daysAgo(1) })
  const event = { caseId: 'S1', kind: 'Sag lukket', time: daysAgo(1) }
  const body = { source: 'tilsyn  (Registre)', events: [event] }
  const answer = await server.send('POST', '/api/caseflow/events', { ...as('adm'), body })
  expect(refusalOf(answer)).toEqual([400, 'invalid-input'])
  const sources = await server.send('GET', '/api/caseflow/imports', as('adm'))
  expect(sources.json<{ sources: { name: string }[] }>().sources.map(({ name }) => name)).toEqual([
    'fagsystem',
  ])
})

test('the same request under one key is one entry', async () => {
  const send = () =>
    server.app.inject({
      method: 'POST',
      url: '/api/caseflow/register-entries',
      headers: {
        origin: 'http://localhost',
        'idempotency-key': 'register-entry-0001',
        cookie: cookies.get('sara') ?? '',
      },
      payload: {
        register: 'safety-plan',
        caseId: 'S1',
        ...usual,
        kind: 'safety-plan-proposed',
        day: daysAgo(1),
      },
    })
  const [first, second] = [await send(), await send()]
  expect(second.json()).toEqual(first.json())
  expect((await onlyRow()).steps).toHaveLength(1)
})

test('a placement passes the committee twice, or an exception says why it did not', async () => {
  await deliver([{ caseId: 'S1', kind: 'Afgørelse om anbringelse', time: daysAgo(9), eventId: 'd1' }])
  const committee = { register: 'placement', kind: 'placement-committee-passed' }
  expect((await onlyRow('koord', 'placement')).missing).toEqual([{ kind: committee.kind, times: 2 }])
  await entered('koord', { ...committee, day: daysAgo(8) })
  await entered('koord', { ...committee, day: daysAgo(8) })
  expect((await onlyRow('koord', 'placement')).missing).toEqual([{ kind: committee.kind, times: 1 }])
  await deliver([{ caseId: 'S1', kind: 'Anbringelse iværksat', time: daysAgo(5), eventId: 'd2' }])
  expect(standing(await onlyRow('koord', 'placement'))).toEqual(['G03 open'])
  const exception = { register: 'placement', kind: 'exception-recorded', day: daysAgo(5) }
  expect(refusalOf(await enter('koord', exception))).toEqual([400, 'invalid-input'])
  await entered('koord', { ...exception, note: 'akut anbringelse' })
  expect((await list('koord', 'placement')).rows).toEqual([])
  expect(standing(await onlyRow('koord', 'placement', '?ended=yes'))).toEqual([])
})

test('where the committee was never registered no placement is overdue, and all are with the first item of any case', async () => {
  await deliver([
    { caseId: 'S1', kind: 'Anbringelse iværksat', time: daysAgo(9), eventId: 'a1' },
    { caseId: 'S2', kind: 'Anbringelse iværksat', time: daysAgo(8), eventId: 'a2' },
  ])
  const kept = async () =>
    (
      await held.superPool.query<{ told: string }>(
        `select concat_ws(' ', case_id, verdict, because) as told from case_deadline where rule = 'G03' order by case_id`,
      )
    ).rows.map(({ told }) => told)
  const never = 'cannot-tell unregistered:placement-committee-passed'
  expect(await kept()).toEqual([`S1 ${never}`, `S2 ${never}`])
  const page = await server.send('GET', '/api/caseflow/cases/S1', as('koord'))
  expect(page.body).toContain('er aldrig registreret i nogen sag')
  expect((await list('koord', 'placement')).counts.overdue).toBe(0)
  const committee = { register: 'placement', kind: 'placement-committee-passed', day: daysAgo(10) }
  await entered('koord', { ...committee, caseId: 'S2' })
  await judgeInBackground(held.database, new Date())
  expect(await kept()).toEqual(['S1 pending', 'S2 pending'])
  expect((await list('koord', 'placement')).counts.overdue).toBe(2)
})

test('a register tells that nothing was ever registered apart from nothing being under way now', async () => {
  const told = async (register: string) => {
    const { everRegistered, leftOut, unregistered } = await list('koord', register)
    return { everRegistered, leftOut, unregistered }
  }
  const never = { everRegistered: false, leftOut: 0, unregistered: [] }
  expect(await told('safety-plan')).toEqual(never)
  expect(await told('disagreement')).toEqual(never)
  expect(await told('notifier')).toEqual(never)
  const noCommittee = { unregistered: ['placement-committee-passed'] }
  expect(await told('placement')).toEqual({ ...never, ...noCommittee })
  await deliver([
    { caseId: 'S1', kind: 'Sikkerhedsplan startet', time: daysAgo(9), eventId: 'p1' },
    { caseId: 'S1', kind: 'Sikkerhedsplan afsluttet', time: daysAgo(3), eventId: 'p2' },
    { caseId: 'S1', kind: 'Anbringelse iværksat', time: daysAgo(9), eventId: 'a1' },
  ])
  expect(await told('safety-plan')).toEqual({ everRegistered: true, leftOut: 1, unregistered: [] })
  expect(await told('placement')).toEqual({ everRegistered: true, leftOut: 1, ...noCommittee })
  // A unit with none of its own learns that others have some, not which.
  const { everRegistered, leftOut, rows } = await list('nordleder')
  expect({ everRegistered, leftOut, rows }).toEqual({ everRegistered: true, leftOut: 0, rows: [] })
})

test('no source delivers what becomes of an entry that no longer counts', async () => {
  const answer = await server.send('POST', '/api/caseflow/events', {
    ...as('adm'),
    body: { source: 'fagsystem', events: [{ caseId: 'S1', kind: 'entry-withdrawn', time: daysAgo(2) }] },
  })
  expect(answer.json()).toMatchObject({ counts: { new: 0, unknownKinds: 1 } })
})

test('what is overdue comes first, the longest before the others', async () => {
  const row = async (caseId: string, days: number) => {
    await deliver([{ caseId, kind: 'Indsats iværksat', time: daysAgo(60), eventId: `i-${caseId}` }])
    await entered('koord', {
      caseId,
      register: 'disagreement',
      kind: 'responsibility-disputed',
      day: daysAgo(days),
    })
  }
  for (const [caseId, days] of [
    ['D1', 0],
    ['D2', 20],
    ['D3', 1],
    ['D4', 40],
  ] as const)
    await row(caseId, days)
  const { rows, counts } = await list('koord', 'disagreement')
  expect(rows.map(({ caseId }) => caseId)).toEqual(['D4', 'D2', 'D3', 'D1'])
  expect(counts.overdue).toBe(2)
})

test('a disagreement goes up step by step, and each step shows with whom it lies', async () => {
  const step = (kind: string, days: number) =>
    entered('leder', { register: 'disagreement', kind: `responsibility-${kind}`, day: daysAgo(days) })
  await step('disputed', 40)
  expect((await onlyRow('leder', 'disagreement')).overdue).toBe(true)
  await step('to-department-manager', 20)
  expect((await onlyRow('leder', 'disagreement')).state).toBe('with-department-manager')
  await step('to-manager', 1)
  const row = await onlyRow('leder', 'disagreement')
  expect([row.state, standing(row)]).toEqual([
    'with-manager',
    ['G04 late', 'G05 late', 'G06 running', 'G07 met'],
  ])
  await step('settled', 0)
  expect((await list('leder', 'disagreement')).rows).toEqual([])
})

test('the notifier’s receipt is owed until it is entered', async () => {
  await deliver([
    {
      caseId: 'S1',
      kind: 'Underretning',
      time: daysAgo(30),
      eventId: 'u1',
      attributes: { notifier: 'fagperson' },
    },
    { caseId: 'S1', kind: 'Undersøgelse påbegyndt', time: daysAgo(25), eventId: 'u2' },
  ])
  const owed = async () =>
    (await list('sara', 'notifier')).rows.map(({ deadlines, overdue }) => [deadlines[0]?.rule, overdue])
  expect(await owed()).toEqual([
    ['R02', true],
    ['R03', false],
  ])
  await entered('sara', { register: 'notifier', kind: 'notification-acknowledged', day: daysAgo(0) })
  expect(await owed()).toEqual([['R03', false]])
  const { id } = await entered('sara', {
    register: 'notifier',
    kind: 'professional-informed',
    day: daysAgo(0),
  })
  expect(await owed()).toEqual([])
  const done = await onlyRow('sara', 'notifier', '?ended=yes')
  expect(done.steps.map(({ kind, entry }) => [kind, entry?.mayChange])).toEqual([
    ['notification-acknowledged', true],
    ['professional-informed', true],
  ])
  const path = `/api/caseflow/register-entries/${id}/withdrawal`
  await server.send('POST', path, { ...as('sara'), body: { version: 1, reason: 'ikke sendt' } })
  expect(await owed()).toEqual([['R03', false]])
})

test('a message to the professional before the support started leaves one about the support owed', async () => {
  const received = { caseId: 'S2', kind: 'Underretning', time: daysAgo(30), eventId: 'u1' }
  await deliver([
    { ...received, attributes: { notifier: 'fagperson' } },
    { caseId: 'S2', kind: 'Undersøgelse påbegyndt', time: daysAgo(25), eventId: 'u2' },
    { caseId: 'S2', kind: 'Kvittering sendt', time: daysAgo(29), eventId: 'u3' },
    { caseId: 'S2', kind: 'Foranstaltning iværksat', time: daysAgo(5), eventId: 'u4' },
  ])
  const owed = async () =>
    (await list('sara', 'notifier')).rows.map(({ deadlines, next }) => [deadlines[0]?.rule, ...next])
  const told = async (day: string) =>
    entered('sara', { register: 'notifier', caseId: 'S2', kind: 'professional-informed', day })
  await told(daysAgo(20))
  expect(await owed()).toEqual([['G08', 'professional-informed']])
  await told(daysAgo(0))
  expect(await owed()).toEqual([])
})

test('a municipality that published its rules before gets the gates when somebody first enters something', async () => {
  await held.superPool.query(
    `alter table deadline_rules disable trigger user; delete from deadline_rules where key = 'local-gates';
     alter table deadline_rules enable trigger user`,
  )
  await entered('sara', { kind: 'safety-plan-started', day: daysAgo(2) })
  expect(standing(await onlyRow())).toEqual(['G01 open', 'G02 running'])
  const { rows } = await held.superPool.query<{ key: string }>(
    `select key from deadline_rules where key = 'local-gates'`,
  )
  expect(rows).toHaveLength(1)
})

test('every look and every entry is on record', async () => {
  await held.superPool.query('truncate access_entry, change_entry cascade')
  const { id } = await entered('sara', { kind: 'safety-plan-proposed', day: daysAgo(1) })
  await list('koord')
  await server.send('GET', `/api/caseflow/register-entries/${id}`, as('koord'))
  const acts = async (table: string) =>
    (
      await held.superPool.query<{ act: string }>(
        `select act from ${table} where act like '%register%' order by act`,
      )
    ).rows.map(({ act }) => act)
  expect(await acts('access_entry')).toEqual(['list-register', 'open-register-case', 'read-register-entry'])
  expect(await acts('change_entry')).toEqual(['enter-in-register'])
})
