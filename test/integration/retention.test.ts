import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
const cookies = new Map<string, string>()
const reason = 'Besluttet i ledergruppen i november.'

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId } = held.first
  const north = await addUnit(held.database, municipalityId, 'Nord')
  for (const [userName, role] of [
    ['anna', 'administrator'],
    ['stab', 'staff-lawyer'],
    ['leder', 'director'],
  ] as const) {
    await addPerson(held.database, municipalityId, { userName, role, unit: null })
    cookies.set(userName, await server.signIn(municipalityId, userName))
  }
  await held.database.transaction(held.first.actor, async (tx) => {
    const { db } = await tx.recordChange({ room: 'registry', act: 'seed', subjectKind: 'case-stage' })
    const stage = { stage: 'underretning', caseworker: 'XX', unit_id: north, batch_id: null }
    await db
      .insertInto('case_stage')
      .values([
        { ...stage, case_id: 'S-gammel', started: '2010-01-01', completed: '2010-02-01' },
        { ...stage, case_id: 'S-klage', started: '2010-01-01', completed: '2010-02-01' },
        { ...stage, case_id: 'S-ny', started: '2026-01-01', completed: '2026-02-01' },
        { ...stage, case_id: 'S-løber', started: '2010-01-01', completed: null },
      ])
      .execute()
  })
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

const get = (url: string, as = 'anna') => server.send('GET', url, { cookie: cookies.get(as) ?? '' })
const post = (url: string, body?: unknown, as = 'anna') =>
  server.send('POST', url, { cookie: cookies.get(as) ?? '', body })

describe('retention', () => {
  test('keeps everything until somebody has decided, and nobody has named a basis for them', async () => {
    expect((await get('/api/retention')).json()).toEqual({ rules: [] })
    expect((await get('/api/retention/due')).json()).toMatchObject({
      due: 0,
      kept: { open: 1, noPeriod: 3, notYet: 0, held: 0 },
    })
    expect((await post('/api/retention/purges')).json()).toMatchObject({ code: 'nothing-due' })
  })

  test('is decided in versions, and a basis is confirmed only where one is named', async () => {
    const rule = { kind: 'case-stages', version: 0, months: 120, basis: null, confirmed: true, reason }
    expect((await post('/api/retention/rules', rule)).json()).toMatchObject({ code: 'basis-missing' })
    expect((await post('/api/retention/rules', { ...rule, confirmed: false })).statusCode).toBe(204)
    expect((await post('/api/retention/rules', { ...rule, confirmed: false })).json()).toMatchObject({
      code: 'retention-changed',
    })
    const later = { ...rule, version: 1, months: 60, confirmed: false }
    expect((await post('/api/retention/rules', later, 'stab')).statusCode).toBe(204)
    expect((await get('/api/retention')).json()).toMatchObject({
      rules: [
        { version: 2, months: 60, confirmed: false, approved: null, judgedBy: null, mine: false },
        { version: 1, months: 120, approved: null, mine: true },
      ],
    })
  })

  test('counts by the newest period that another person has approved', async () => {
    const judge = (version: number, approve: boolean, as: string) =>
      post('/api/retention/rules/judge', { kind: 'case-stages', version, approve }, as)
    const due = async () => (await get('/api/retention/due')).json<{ due: number; kept: object }>()
    // Nobody's yes yet.
    expect(await due()).toMatchObject({ due: 0, kept: { noPeriod: 3 } })
    expect((await judge(2, true, 'stab')).json()).toMatchObject({ code: 'rule-own' })
    expect((await judge(1, true, 'stab')).json()).toMatchObject({ code: 'retention-changed' })
    expect((await judge(2, true, 'leder')).statusCode).toBe(403)
    expect((await judge(2, true, 'anna')).statusCode).toBe(204)
    expect((await judge(2, false, 'anna')).json()).toMatchObject({ code: 'retention-changed' })
    expect(await due()).toMatchObject({ due: 2 })

    const longer = { kind: 'case-stages', version: 2, months: 600, basis: null, confirmed: false, reason }
    expect((await post('/api/retention/rules', longer)).statusCode).toBe(204)
    expect(await due()).toMatchObject({ due: 2 })
    expect((await judge(3, false, 'stab')).statusCode).toBe(204)
    expect(await due()).toMatchObject({ due: 2 })
    expect((await get('/api/retention')).json()).toMatchObject({
      rules: [
        { version: 3, approved: false, judgedBy: 'Prøve stab' },
        { version: 2, approved: true, judgedBy: 'Prøve anna' },
        { version: 1, approved: null },
      ],
    })
  })

  test('does not let one person approve in the database, nor change what was judged', async () => {
    const set = (values: string) =>
      held.superPool.query(`update retention_rule set ${values} where version = 2`)
    await expect(set('approved = false')).rejects.toThrow('does not change')
    await expect(
      held.superPool.query(`update retention_rule set approved = true, approved_by = decided_by,
        approved_at = now() where version = 1`),
    ).rejects.toThrow('check constraint')
  })

  test('erases only what another person has approved, and no case that is held', async () => {
    expect((await get('/api/retention/due')).json()).toMatchObject({
      due: 2,
      cases: [{ caseId: 'S-gammel' }, { caseId: 'S-klage' }],
      // Three looks at these two were logged above.
      rows: [
        { table: 'access_hit', rows: 6 },
        { table: 'case_stage', rows: 2 },
      ],
      kept: { open: 1, noPeriod: 0, notYet: 1, held: 0 },
      // S-ny is completed at the end of January 2026 and kept for five years.
      coming: [
        { months: 3, cases: 0 },
        { months: 12, cases: 0 },
        { months: 60, cases: 1 },
      ],
    })
    const hold = await post('/api/retention/holds', { case: 'S-klage', reason: 'Der er klaget.' })
    expect(hold.statusCode).toBe(200)
    expect((await post('/api/retention/holds', { case: 'S-ukendt', reason })).statusCode).toBe(404)
    expect((await get('/api/retention/due')).json()).toMatchObject({ due: 1, kept: { held: 1 } })
    const { id } = (await post('/api/retention/purges')).json<{ id: string }>()
    expect((await post('/api/retention/purges')).json()).toMatchObject({ code: 'purge-waits' })
    const decide = (as: string, approve = true) => post(`/api/retention/purges/${id}/decide`, { approve }, as)
    expect((await decide('anna')).json()).toMatchObject({ code: 'purge-own' })
    expect((await decide('leder')).statusCode).toBe(403)
    expect((await decide('stab')).statusCode).toBe(204)
    expect((await decide('stab')).json()).toMatchObject({ code: 'purge-decided' })
    expect((await get('/api/retention/purges')).json()).toMatchObject({
      purges: [
        {
          id,
          cases: 1,
          state: 'approved',
          mine: true,
          by: 'Prøve anna',
          decidedBy: 'Prøve stab',
          finishedAt: null,
        },
      ],
    })
    const holds = (await get('/api/retention/holds')).json<{ holds: { id: string }[] }>()
    const lift = () =>
      post(`/api/retention/holds/${holds.holds[0]?.id}/lift`, { reason: 'Klagen er afgjort.' })
    expect((await lift()).statusCode).toBe(204)
    expect((await lift()).json()).toMatchObject({ code: 'not-held' })
  })
})
