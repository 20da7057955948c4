import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openCprVault } from '../../src/app/registry/personal-key.ts'
import { getId, type PersonId, type SessionId } from '../../src/storage/ids.ts'
import type { Actor } from '../../src/storage/transaction.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { failure, inRawSession } from '../support/raw-app-session.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

// Somebody who may not see a case needs it at once. What they get is one case, read-only, for a short time, in one session,
// and those responsible know of it at once.

const cpr = '0101174000'
const reason = 'Barnet er i akut fare, og ingen i enheden svarer.'
let held: TestDatabase
let server: TestServer
const cookies = new Map<string, string>()
const people = new Map<string, PersonId>()

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId } = held.first
  const north = await addUnit(held.database, municipalityId, 'Nord')
  const south = await addUnit(held.database, municipalityId, 'Syd')
  for (const [userName, role, unit] of [
    ['syd', 'caseworker', south],
    ['sydleder', 'department-manager', south],
    ['nordleder', 'department-manager', north],
    ['nordomraade', 'area-manager', north],
    ['admin', 'administrator', null],
    ['leder', 'director', null],
    ['ombud', 'ombudsman', null],
    ['stab', 'staff-lawyer', null],
  ] as const) {
    people.set(userName, await addPerson(held.database, municipalityId, { userName, role, unit }))
    cookies.set(userName, await server.signIn(municipalityId, userName))
  }
  const vault = openCprVault({ bytes: Buffer.alloc(32, 5) }, municipalityId)
  await held.superPool.query(
    `insert into child (municipality_id, external_id, cpr_hash, cpr_encrypted) values ($1, 'B-1', $2, $3)`,
    [municipalityId, vault.hash(cpr), vault.encrypt(cpr)],
  )
  for (const municipality of [municipalityId, held.second.municipalityId])
    await held.superPool.query(`insert into event_source (municipality_id, name) values ($1, 'Prøve')`, [
      municipality,
    ])
  for (const [municipality, caseId, unit, child] of [
    [municipalityId, 'N-1', 'Nord', 'B-1'],
    [municipalityId, 'N-2', 'Nord', null],
    [municipalityId, 'S-1', 'Syd', null],
    [held.second.municipalityId, 'F-1', 'Fremmed', null],
  ] as const)
    await held.superPool.query(
      `insert into case_event (municipality_id, source_id, case_id, event_key, kind, day, unit, caseworker, child_id)
       values ($1, (select id from event_source where municipality_id = $1 and name = 'Prøve'), $2, $2,
         'notification-received', current_date - 3, $3, 'XY',
         (select id from child where municipality_id = $1 and external_id = $4))`,
      [municipality, caseId, unit, child],
    )
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})
beforeEach(async () => {
  await held.superPool.query(`alter table access_entry disable trigger user`)
  await held.superPool.query(`delete from access_entry where act = 'ask-break-glass'`)
  await held.superPool.query(`alter table access_entry enable trigger user`)
})

const send = (as: string, method: 'GET' | 'POST', path: string, body?: unknown) =>
  server.send(method, `/api/break-glass${path}`, { cookie: cookies.get(as) ?? '', body })
const ask = (body: object, as = 'syd') => send(as, 'POST', '', { reason, minutes: 60, ...body })

async function opened(body: object = { case: 'N-1' }, as = 'syd'): Promise<string> {
  const answer = await ask(body, as)
  expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('id')])
  return answer.json<{ id: string }>().id
}

/** The person's own session and true claim, as an injection would have it. */
async function actorOf(as: string): Promise<Actor> {
  const personId = people.get(as) ?? getId<PersonId>('')
  const { rows } = await held.superPool.query<{ id: SessionId }>(
    'select id from sealed.session where person_id = $1 order by created_at desc limit 1',
    [personId],
  )
  return {
    municipalityId: held.first.municipalityId,
    personId,
    sessionId: rows[0]?.id ?? getId<SessionId>(''),
  }
}

async function eventsOf(actor: Actor, id: string): Promise<readonly string[]> {
  return inRawSession(held, actor, async (client) => {
    const { rows } = await client.query<{ case: string }>(
      'select case_id as case from sealed.break_glass_events($1)',
      [id],
    )
    return rows.map((row) => row.case)
  })
}

describe('a case outside one’s reach', () => {
  test('opens for a reason, read-only, alone, and says who is to be asked', async () => {
    expect(
      (await server.send('GET', '/api/caseflow/cases/N-1', { cookie: cookies.get('syd') ?? '' })).statusCode,
    ).toBe(404)
    const id = await opened()
    const sheet = await send('syd', 'GET', `/${id}/case`)
    expect(sheet.json()).toMatchObject({ caseId: 'N-1', unit: 'Nord', sheet: { walksThrough: false } })
    // No other way to the case has opened, nor to another case.
    for (const caseId of ['N-1', 'N-2'])
      expect(
        (await server.send('GET', `/api/caseflow/cases/${caseId}`, { cookie: cookies.get('syd') ?? '' }))
          .statusCode,
      ).toBe(404)
    expect((await send('syd', 'GET', '/own')).json()).toMatchObject({
      grants: [{ id, open: true, judged: null }],
    })
  })

  test('is found by the child’s CPR number, of which the log keeps a print only', async () => {
    const id = await opened({ cpr })
    expect((await send('syd', 'GET', `/${id}/case`)).json()).toMatchObject({ caseId: 'N-1' })
    const { rows } = await held.superPool.query<{ all: string }>(
      `select coalesce(subject_id, '') || detail::text as all from access_entry where act = 'ask-break-glass'`,
    )
    expect(rows[0]?.all).toContain('cprHash')
    expect(rows[0]?.all).not.toContain(cpr)
  })

  test('is opened by nobody whose role has no need of it', async () => {
    for (const as of ['admin', 'leder', 'ombud', 'stab'])
      expect([as, (await ask({ case: 'N-1' }, as)).statusCode]).toEqual([as, 403])
  })

  test('needs no breaking of glass when one sees it anyway', async () => {
    expect((await ask({ case: 'N-1' }, 'nordleder')).json()).toMatchObject({ code: 'break-glass-not-needed' })
  })

  test('is not told apart, when of another municipality, from one that is not there', async () => {
    const [foreign, none] = [await ask({ case: 'F-1' }), await ask({ case: 'ingen' })]
    expect(foreign.statusCode).toBe(404)
    expect(foreign.body.replaceAll(/"(?:instance|requestId)":"[^"]*"/g, '')).toBe(
      none.body.replaceAll(/"(?:instance|requestId)":"[^"]*"/g, ''),
    )
  })

  test('wants a reason, and a time of which an hour is the longest', async () => {
    expect((await ask({ case: 'N-1', reason: 'fordi' })).statusCode).toBe(400)
    expect((await ask({ case: 'N-1', minutes: 600 })).statusCode).toBe(400)
    expect((await ask({ case: 'N-1', cpr })).statusCode).toBe(400)
  })

  test('is not searched for by trying numbers: ten times an hour, and each is on record', async () => {
    for (let n = 0; n < 10; n += 1) expect((await ask({ case: `gaet-${n}` })).statusCode).toBe(404)
    const refused = await ask({ case: 'N-1' })
    expect(refused.json()).toMatchObject({ code: 'break-glass-often' })
    expect(refused.headers['retry-after']).toBe('3600')
    const { rows } = await held.superPool.query(`select from access_entry where act = 'ask-break-glass'`)
    expect(rows).toHaveLength(11)
    expect((await ask({ case: 'N-1' }, 'sydleder')).statusCode).toBe(200)
  })

  test('opens to a fresh proof only', async () => {
    const { sessionId } = await actorOf('syd')
    const set = (to: string) =>
      held.superPool.query(`update sealed.session set authenticated_at = ${to} where id = $1`, [sessionId])
    await set(`now() - interval '11 minutes'`)
    expect((await ask({ case: 'N-1' })).json()).toMatchObject({ code: 'step-up-needed' })
    await set('now()')
  })
})

describe('it is never silent', () => {
  test('administrator and the unit’s leaders are told in the same transaction, and a unit elsewhere is not', async () => {
    const id = await opened()
    const { rows } = await held.superPool.query<{ person: PersonId; urgent: boolean }>(
      `select person_id as person, urgent from notification where kind = 'break-glass-opened' and subject_id = $1`,
      [id],
    )
    const told = new Set(rows.map(({ person }) => person))
    for (const as of ['admin', 'nordleder', 'nordomraade']) expect(told).toContain(people.get(as))
    for (const as of ['syd', 'sydleder', 'stab']) expect(told).not.toContain(people.get(as))
    expect(rows.every(({ urgent }) => urgent)).toBe(true)
  })

  test('asking, opening and every look stand in the log, the looks under the case', async () => {
    const id = await opened()
    await send('syd', 'GET', `/${id}/case`)
    const { rows } = await held.superPool.query<{ act: string }>(
      `select act from access_entry where detail->>'grant' = $1 and subject_kind = 'case' and subject_id = 'N-1'
       union all select act from change_entry where detail->>'grant' = $1 and subject_id = 'N-1' order by 1`,
      [id],
    )
    expect(rows.map(({ act }) => act)).toEqual(['break-glass', 'open-case-by-break-glass'])
  })

  test('stands on the list of those who judge until somebody has', async () => {
    await held.superPool.query(`delete from break_glass`)
    const id = await opened()
    const waits = async (as: string) =>
      (await server.send('GET', '/api/tasks/mine', { cookie: cookies.get(as) ?? '' })).body.includes(
        'judge-break-glass',
      )
    expect([
      await waits('nordleder'),
      await waits('admin'),
      await waits('sydleder'),
      await waits('syd'),
    ]).toEqual([true, true, false, false])
    const judgement = { justified: false, word: 'Vagten kunne have svaret.' }
    expect((await send('nordleder', 'POST', `/${id}/judge`, judgement)).statusCode).toBe(204)
    expect([await waits('nordleder'), await waits('admin')]).toEqual([false, false])
    expect((await send('syd', 'GET', '/own')).json()).toMatchObject({ grants: [{ judged: judgement }] })
    expect((await send('admin', 'POST', `/${id}/judge`, judgement)).json()).toMatchObject({
      code: 'break-glass-judged',
    })
  })

  test('is judged by a second person, who has a right to it', async () => {
    const id = await opened({ case: 'N-1' }, 'sydleder')
    const judgement = { justified: true, word: 'Det var nødvendigt.' }
    expect((await send('syd', 'POST', `/${id}/judge`, judgement)).statusCode).toBe(403)
    expect((await send('sydleder', 'POST', `/${id}/judge`, judgement)).json()).toMatchObject({
      code: 'break-glass-own',
    })
  })
})

describe('what the database itself gives, to SQL with the app’s rights', () => {
  test('is the case of the grant, to its person, in its session', async () => {
    const id = await opened()
    const mine = await actorOf('syd')
    expect(await eventsOf(mine, id)).toEqual(['N-1'])
    expect(await eventsOf(await actorOf('sydleder'), id)).toEqual([])
    expect(
      await eventsOf({ ...mine, sessionId: (await actorOf('admin')).sessionId ?? getId('') }, id),
    ).toEqual([])
    expect(await eventsOf(held.second.actor, id)).toEqual([])
    expect(await eventsOf(mine, held.first.municipalityId)).toEqual([])
  })

  test.each([
    ['its minutes are over', `opened_at = now() - interval '61 minutes'`],
    ['the clock was set back', `opened_at = now() + interval '1 hour'`],
    ['it was given in another session', 'session_id = gen_random_uuid()'],
    [
      'it is another’s',
      `opened_by = (select id from person where id <> opened_by and municipality_id = break_glass.municipality_id limit 1)`,
    ],
  ])('is nothing when %s', async (_why, change) => {
    const id = await opened()
    await held.superPool.query(`update break_glass set ${change} where id = $1`, [id])
    expect(await eventsOf(await actorOf('syd'), id)).toEqual([])
    expect((await send('syd', 'GET', `/${id}/case`)).statusCode).toBeGreaterThanOrEqual(400)
  })

  test('is nothing at once when it is ended, and that is said', async () => {
    const id = await opened()
    expect((await send('syd', 'POST', `/${id}/end`)).statusCode).toBe(403)
    expect((await send('sydleder', 'POST', `/${id}/end`)).statusCode).toBe(404)
    expect((await send('admin', 'POST', `/${id}/end`)).statusCode).toBe(204)
    expect(await eventsOf(await actorOf('syd'), id)).toEqual([])
    expect((await send('syd', 'GET', `/${id}/case`)).json()).toMatchObject({ code: 'break-glass-over' })
    expect((await send('admin', 'POST', `/${id}/end`)).json()).toMatchObject({ code: 'break-glass-over' })
  })

  test('is nothing when the session has ended', async () => {
    const id = await opened()
    const actor = await actorOf('syd')
    await server.send('DELETE', '/api/session', { cookie: cookies.get('syd') ?? '' })
    expect(await eventsOf(actor, id)).toEqual([])
    cookies.set('syd', await server.signIn(held.first.municipalityId, 'syd'))
    expect(await eventsOf(await actorOf('syd'), id)).toEqual([])
    expect((await send('syd', 'GET', `/${id}/case`)).json()).toMatchObject({ code: 'break-glass-over' })
  })

  test('cannot be made to say another person, time or session, nor be opened, lengthened or unjudged again', async () => {
    const id = await opened()
    await send('admin', 'POST', `/${id}/end`)
    await send('admin', 'POST', `/${id}/judge`, { justified: true, word: 'I orden.' })
    const insert = (columns: string, values: string) =>
      `insert into break_glass (case_id, reason, minutes${columns}) values ('N-2', '${reason}', ${values})`
    await inRawSession(held, await actorOf('syd'), async (client) => {
      for (const [sql, state] of [
        [insert('', '61'), '23514'],
        [insert(', opened_at', `60, now() + interval '1 day'`), '42501'],
        [insert(', opened_by', `60, '${people.get('admin') ?? ''}'`), '42501'],
        [insert(', session_id', '60, gen_random_uuid()'), '42501'],
        [insert(', municipality_id', `60, '${held.second.municipalityId}'`), '42501'],
        [`update break_glass set ended_at = null where id = '${id}'`, '23514'],
        [`update break_glass set minutes = 60 where id = '${id}'`, '42501'],
        [`update break_glass set justified = false where id = '${id}'`, '23514'],
        [`update break_glass set reviewed_by = null where id = '${id}'`, '42501'],
        [
          `select set_config('tilsyn.claim', 'forged', true), * from sealed.break_glass_case('${id}')`,
          'succeeded',
        ],
      ] as const)
        expect([sql, await failure(client, sql)]).toEqual([
          sql,
          expect.stringMatching(new RegExp(`^${state}`)),
        ])
      // The claim is gone with the forging, and everything with it.
      expect((await client.query('select from break_glass')).rowCount).toBe(0)
    })
  })

  test('lets nobody judge their own, by SQL either', async () => {
    const id = await opened()
    await inRawSession(held, await actorOf('syd'), async (client) => {
      expect(
        await failure(
          client,
          `update break_glass set justified = true, review_word = 'ja da' where id = '${id}'`,
        ),
      ).toMatch(/^23514/)
    })
  })
})
