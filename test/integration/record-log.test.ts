import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import { openCprVault } from '../../src/app/registry/personal-key.ts'
import { readRecord } from '../../src/contract/access/record.ts'
import { addDays } from '../../src/core/calendar/days.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

const cpr = '0101174000'
const today = danishDay(new Date())
let held: TestDatabase
let server: TestServer
let child = ''
const cookies = new Map<string, string>()

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId } = held.first
  const north = await addUnit(held.database, municipalityId, 'Nord')
  const south = await addUnit(held.database, municipalityId, 'Syd')
  const grants = [
    ['anna', 'administrator', null],
    ['stab', 'staff-lawyer', null],
    ['nord', 'unit-lawyer', north],
    ['syd', 'unit-lawyer', south],
    ['leder', 'area-manager', north],
  ] as const
  for (const [userName, role, unit] of grants) {
    await addPerson(held.database, municipalityId, { userName, role, unit })
    cookies.set(userName, await server.signIn(municipalityId, userName))
  }
  await addPerson(held.database, held.second.municipalityId, { userName: 'fie', role: 'administrator' })
  cookies.set('fie', await server.signIn(held.second.municipalityId, 'fie'))
  const vault = openCprVault({ bytes: Buffer.alloc(32, 5) }, municipalityId)
  await held.database.transaction(held.first.actor, async (tx) => {
    const { db } = await tx.recordChange({ room: 'registry', act: 'seed', subjectKind: 'child' })
    const made = await db
      .insertInto('child')
      .values({
        external_id: 'B-1',
        cpr_hash: vault.hash(cpr),
        cpr_encrypted: vault.encrypt(cpr),
        name_encrypted: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    child = made.id
    const stage = {
      stage: 'underretning',
      caseworker: 'XX',
      started: '2026-01-01',
      completed: null,
      batch_id: null,
    }
    await db
      .insertInto('case_stage')
      .values([
        { ...stage, case_id: 'S-1', unit_id: north, child_id: made.id },
        { ...stage, case_id: 'S-2', unit_id: north, child_id: made.id },
        { ...stage, case_id: 'S-9', unit_id: south, child_id: null },
      ])
      .execute()
  })
}, 60_000)
afterAll(async () => {
  await server.app.close()
  await held.close()
})

function get(url: string, as = 'anna') {
  return server.send('GET', url, { cookie: cookies.get(as) ?? '' })
}

function post(url: string, body: unknown, as = 'anna') {
  return server.send('POST', url, { cookie: cookies.get(as) ?? '', body })
}

async function record(query: string, as = 'anna') {
  const answer = await get(`/api/log/record?${query}`, as)
  expect(answer.statusCode).toBe(200)
  return readRecord.response.parse(answer.json())
}

/** A look of a person at a list that shows these cases. */
async function look(cases: readonly string[], act = 'list-deadlines'): Promise<void> {
  await held.database.transaction(held.first.actor, async (tx) => {
    await tx.recordAccess({ act, subjectKind: 'case-deadline' })
    return { ok: true, value: cases.map((caseId) => ({ caseId })) }
  })
}

describe('who has seen a record', () => {
  test('is told of a case that was opened, seen in a list and received in a file, the newest first', async () => {
    await look(['S-1', 'S-9'])
    await look(['S-1'], 'export-findings')
    await held.database.transaction(held.first.actor, async (tx) => {
      await tx.recordAccess({ act: 'open-case-deadlines', subjectKind: 'case', subjectId: 'S-1' })
    })
    const { looks } = await record('case=S-1')
    expect(looks.slice(1, 4).map(({ way }) => way)).toEqual(['opened', 'file', 'listed'])
    expect(looks[1]?.person?.name).toBe('Prøve Person')
    expect(looks[1]?.roles).toEqual([{ role: 'administrator', unit: null }])
    // That the log was read is a look of its own, and the last.
    expect(looks[0]?.act).toBe('read-record-log')
  })

  test('is told of a child over all its cases, page by page, each look once', async () => {
    for (let i = 0; i < 60; i += 1) await look(i % 2 === 0 ? ['S-1', 'S-2'] : ['S-2'])
    const first = await record(`child=${child}`)
    expect(first.cases).toEqual(['S-1', 'S-2'])
    expect(first.looks).toHaveLength(50)
    const second = await record(`child=${child}&before=${first.next}`)
    const entries = [...first.looks, ...second.looks].map(({ entry }) => entry)
    expect(new Set(entries).size).toBe(entries.length)
    expect(entries.length).toBeGreaterThan(63)
  })

  test('is for a unit’s lawyer only where all of it is the unit’s, and for no other municipality', async () => {
    expect((await get('/api/log/record?case=S-1', 'nord')).statusCode).toBe(200)
    for (const [url, who] of [
      ['/api/log/record?case=S-1', 'syd'],
      ['/api/log/record?case=S-9', 'nord'],
      ['/api/log/record?case=S-404', 'anna'],
      ['/api/log/record?case=S-1', 'fie'],
      [`/api/log/record?child=${child}`, 'fie'],
      [`/api/log/record/export?case=S-1&format=csv&lang=da`, 'fie'],
    ] as const)
      expect([url, who, (await get(url, who)).statusCode]).toEqual([url, who, 404])
    expect((await get('/api/log/record?case=S-1', 'leder')).statusCode).toBe(403)
  })
})

describe('a CPR number', () => {
  test('finds the child, and only its keyed hash stays in the log', async () => {
    for (const written of ['010117-4000', '0101174000'])
      expect((await post('/api/log/record/find', { cpr: written })).json()).toEqual({ child })
    expect((await post('/api/log/record/find', { cpr: '0202174000' })).statusCode).toBe(404)
    expect((await post('/api/log/record/find', { cpr: '1234' })).json()).toMatchObject({
      code: 'cpr-unusable',
    })
    const { rows } = await held.superPool.query<{ detail: Record<string, string> }>(
      `select detail from access_entry where act = 'search-cpr' order by id`,
    )
    const vault = openCprVault({ bytes: Buffer.alloc(32, 5) }, held.first.municipalityId)
    expect(rows.map(({ detail }) => detail)).toEqual(
      [cpr, cpr, '0202174000'].map((each) => ({ cprHash: vault.hash(each).toString('hex') })),
    )
    expect(server.log.join('')).not.toMatch(/0101174000|010117-4000/)
  })

  test('is masked until a reason is given, which is written down', async () => {
    expect((await record('case=S-1')).children).toEqual([{ id: child, cpr: '010117-••••' }])
    expect((await post('/api/log/record/cpr', { child, reason: 'kort' })).statusCode).toBe(400)
    const reason = 'Brev til forældrene skal adresseres'
    expect((await post('/api/log/record/cpr', { child, reason })).json()).toEqual({ cpr: '010117-4000' })
    expect((await post('/api/log/record/cpr', { child, reason }, 'syd')).statusCode).toBe(404)
    const { looks } = await record(`child=${child}`)
    const shown = looks.find(({ act, way }) => act === 'show-cases' && way === 'listed')
    expect(shown?.detail).toMatchObject({ during: 'reveal-cpr' })
    const { rows } = await held.superPool.query(
      `select detail from access_entry where act = 'reveal-cpr' and subject_id = '${child}' order by id limit 1`,
    )
    expect(rows).toEqual([{ detail: { reason } }])
  })
})

describe('an entry that is told later', () => {
  const reason = 'Politiet beder om, at forældrene ikke får det at vide endnu'
  const file = async (names = 'no') =>
    (await get(`/api/log/record/export?case=S-2&format=csv&lang=da&names=${names}`)).body

  test('names no employee unless asked to', async () => {
    await look(['S-2'])
    expect(await file()).not.toContain('Prøve')
    expect(await file()).toContain('administrator (hele kommunen)')
    expect(await file('yes')).toContain('Prøve Person')
  })

  test('is left out of the file once a second person has approved, without a trace', async () => {
    await look(['S-2'], 'export-findings')
    const [, newest] = (await record('case=S-2')).looks
    expect(newest?.way).toBe('file')
    const wanted = { case: 'S-2', entries: [newest?.entry], until: addDays(today, 30), reason }
    const { id } = (await post('/api/log/holds', wanted)).json<{ id: string }>()
    const lines = () =>
      file().then((text) => text.split('\n').filter((line) => line.includes('i en fil')).length)

    const waiting = await get('/api/log/record/export?case=S-2&format=csv&lang=da')
    expect(waiting.json()).toMatchObject({ code: 'hold-undecided' })
    const decide = (as: string, approve = true) => post(`/api/log/holds/${id}/decide`, { approve }, as)
    expect((await decide('anna')).json()).toMatchObject({ code: 'hold-own' })
    expect((await decide('syd')).statusCode).toBe(404)
    expect((await decide('stab')).statusCode).toBe(204)
    expect((await decide('nord')).json()).toMatchObject({ code: 'hold-decided' })

    // The files that these very calls fetch are themselves looks, so the held one is told apart by its code.
    const text = await file('yes')
    expect(text).not.toMatch(/hold|udsky|udsæt|politi/i)
    const before = await lines()
    expect((await record('case=S-2')).looks.find(({ entry }) => entry === newest?.entry)?.heldUntil).toBe(
      wanted.until,
    )
    expect((await post(`/api/log/holds/${id}/lift`, {})).statusCode).toBe(204)
    // The held one is back, beside the file that was counted.
    expect(await lines()).toBe(before + 2)
  })

  test('cannot be held for ever, nor be another case’s', async () => {
    const [newest] = (await record('case=S-2')).looks
    const wanted = { case: 'S-2', entries: [newest?.entry], until: addDays(today, 30), reason }
    const code = async (changed: object) =>
      (await post('/api/log/holds', { ...wanted, ...changed })).json<{ code: string }>().code
    expect(await code({ until: addDays(today, 366) })).toBe('hold-day-unfit')
    expect(await code({ until: today })).toBe('hold-day-unfit')
    const [other] = (await record('case=S-9')).looks
    expect(await code({ entries: [other?.entry] })).toBe('hold-entry-unknown')
  })

  test('cannot be decided by its proposer past the program either', async () => {
    await expect(
      held.superPool.query(
        `update log_hold set approved = true, decided_by = proposed_by, decided_at = now(), lifted_at = null, lifted_by = null`,
      ),
    ).rejects.toThrow('log_hold')
  })
})
