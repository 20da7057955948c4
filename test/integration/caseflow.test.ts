import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { getCase, listDeadlines } from '../../src/contract/caseflow/deadlines.ts'
import type { deliverEvents, EventPreview, previewEvents } from '../../src/contract/caseflow/event-imports.ts'
import { startOfDay } from '../../src/core/calendar/danish-time.ts'
import { dayNumberOf } from '../../src/core/calendar/day-number.ts'
import { judgeInBackground } from '../../src/app/caseflow/judge-in-background.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

const head = 'case_id;event;at;unit;caseworker;event_id;registered'
const hour = 3_600_000
const day = 24 * hour

let held: TestDatabase
let server: TestServer
let cookie: string
let nord: string

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId } = held.first
  nord = await addUnit(held.database, municipalityId, 'Nord')
  const syd = await addUnit(held.database, municipalityId, 'Syd')
  const person = (userName: string, role: Parameters<typeof addPerson>[2]['role'], unit?: typeof syd) =>
    addPerson(held.database, municipalityId, {
      userName,
      ...(role !== undefined && { role }),
      ...(unit !== undefined && { unit }),
    })
  await person('adm', 'administrator')
  await person('anna', 'caseworker', syd)
  await person('bent', 'caseworker', syd)
  await person('leder', 'department-manager', syd)
  await addPerson(held.database, held.second.municipalityId, { userName: 'fremmed', role: 'administrator' })
  cookie = await server.signIn(municipalityId, 'adm')
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})
beforeEach(async () => {
  await held.superPool.query(
    'truncate event_source, event_import, event_import_row, case_event, case_event_version, case_to_judge, case_deadline, case_stage cascade',
  )
})

/** So many milliseconds ago, as a moment that names its offset. */
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString()

async function upload(content: string, fields: Readonly<Record<string, string>> = {}, as = cookie) {
  const form = new FormData()
  form.set('source', 'fagsystem')
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new File([content], 'uge.csv'))
  const request = new Request('http://localhost', { method: 'POST', body: form })
  return server.app.inject({
    method: 'POST',
    url: '/api/caseflow/previews',
    headers: {
      origin: 'http://localhost',
      cookie: as,
      'content-type': request.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}

async function preview(
  rows: readonly string[],
  fields: Readonly<Record<string, string>> = {},
  header = head,
): Promise<EventPreview> {
  const answer = await upload([header, ...rows].join('\n'), fields)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  const value = answer.json<z.output<(typeof previewEvents)['response']>>()
  if (value.kind !== 'preview') throw new Error(answer.body)
  return value.preview
}

function confirm({ batch }: EventPreview, withoutRefused = false) {
  const url = `/api/caseflow/previews/${batch.id}/confirmation`
  return server.send('POST', url, { cookie, body: { withoutRefused } })
}

async function imported(rows: readonly string[]): Promise<EventPreview> {
  const read = await preview(rows)
  const answer = await confirm(read, true)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return read
}

async function rowsOf<T extends object>(query: string): Promise<readonly T[]> {
  const { rows } = await held.superPool.query<T>(query)
  return rows
}

async function deadlines(query = '', as = cookie) {
  const answer = await server.send('GET', `/api/caseflow/deadlines${query}`, { cookie: as })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<z.output<(typeof listDeadlines)['response']>>()
}

/** Of each deadline its case, rule and state. */
async function standing(query = '', as = cookie): Promise<readonly string[]> {
  const { deadlines: listed } = await deadlines(query, as)
  return listed.map(({ caseId, rule, state }) => `${caseId} ${rule} ${state}`)
}

const receivedAt = (caseId: string, at: string, more = ';;;') =>
  `${caseId};Underretning modtaget;${at};${more}`
const assessedAt = (caseId: string, at: string, more = ';;;') => `${caseId};Akutvurdering;${at};${more}`

describe('a preview of events', () => {
  test('tells what is new and what stands out, and writes no event', async () => {
    const { batch, unknownKinds, refused, sample } = await preview([
      receivedAt('A1', ago(3 * day), 'Nord;anna;;'),
      assessedAt('A1', ago(2.5 * day), 'Vest;anna;;'),
      receivedAt('A2', '2026-03-02'),
      'A2;Kaffepause;2026-03-02;;;;',
      'A2;Kaffepause;2026-03-03;;;;',
      receivedAt('A3', new Date(Date.now() + 2 * day).toISOString()),
      receivedAt('A4', '2026-03-29 02:30'),
    ])
    expect(batch.counts).toEqual({
      rows: 7,
      new: 3,
      corrected: 0,
      older: 0,
      unchanged: 0,
      refused: 2,
      unknownKinds: 2,
      missingTimes: 1,
      unknownUnits: 1,
      cases: 2,
    })
    expect(unknownKinds).toEqual([{ word: 'Kaffepause', count: 2 }])
    expect(refused.map(({ line, problems }) => [line, problems.map(({ code }) => code)])).toEqual([
      [7, ['in-the-future']],
      [8, ['skipped-hour']],
    ])
    expect(sample.map(({ caseId, kind }) => [caseId, kind])).toEqual([
      ['A1', 'notification-received'],
      ['A1', 'notification-assessed'],
      ['A2', 'notification-received'],
    ])
    expect(await rowsOf('select 1 from case_event')).toEqual([])
    expect((await confirm({ batch } as EventPreview)).json()).toMatchObject({ code: 'rows-refused' })
  })

  test('reads a word as the event it is said to stand for, and remembers it when confirmed', async () => {
    const row = 'A1;Bekymring;2026-03-02 10:00;;;;'
    const kinds = JSON.stringify({ Bekymring: 'notification-received' })
    const read = await preview([row], { kinds })
    expect(read.batch.counts).toMatchObject({ new: 1, unknownKinds: 0 })
    await confirm(read)
    expect((await preview([row, 'A2;Bekymring;2026-03-02 11:00;;;;'])).batch.counts).toMatchObject({
      new: 1,
      unchanged: 1,
    })
  })

  test('asks which column is which where it cannot be guessed, and refuses CPR numbers outside the child’s column', async () => {
    const odd = (await upload('sagsid;hvad;hvornår\nA1;Underretning;2026-03-02')).json<{ kind: string }>()
    expect(odd.kind).toBe('unmatched')
    const named = await upload('case_id;event;at;Mors CPR\nA1;Underretning;2026-03-02;0101201234')
    expect(named.json()).toMatchObject({ kind: 'unmatched', problems: [{ code: 'cpr-in-events' }] })
    const { batch, refused } = await preview(
      ['A1;Underretning;2026-03-02;barnet 010120-1234 er hjemme'],
      {},
      'case_id;event;at;note',
    )
    expect(batch.counts.refused).toBe(1)
    expect(JSON.stringify(refused)).not.toContain('010120')
    expect(refused[0]?.problems[0]?.code).toBe('cpr-in-other-column')
  })

  test('asks for the order of dates that could be two days, writes nothing until then, and remembers the answer', async () => {
    const header = 'case_id;event;at'
    const rows = ['A1;Underretning;03/04/2026 10:00', 'A2;Underretning;05/06/2026']
    const asked = (await upload([header, ...rows].join('\n'))).json<
      z.output<(typeof previewEvents)['response']>
    >()
    expect(asked).toMatchObject({
      kind: 'unmatched',
      columns: ['case_id', 'event', 'at'],
      reading: {},
      problems: [{ code: 'date-order-unknown', at: { line: 2, column: 'at' } }],
    })
    expect(await rowsOf('select 1 from event_import union all select 1 from event_source')).toEqual([])
    const days = ({ sample }: EventPreview) => sample.map(({ day: read }) => read)
    const monthFirst = JSON.stringify({ dateOrder: 'mdy' })
    const read = await preview(rows, { reading: monthFirst }, header)
    expect([read.batch.reading, days(read)]).toEqual([{ dateOrder: 'mdy' }, ['2026-03-04', '2026-05-06']])
    await confirm(read)
    expect(days(await preview(['A3;Underretning;07/08/2026'], {}, header))).toEqual(['2026-07-08'])
    const other = await upload(
      [header, 'A4;Underretning;07/08/2026', 'A5;Underretning;13/08/2026'].join('\n'),
    )
    expect(other.json()).toMatchObject({
      kind: 'unmatched',
      reading: { dateOrder: 'mdy' },
      problems: [{ code: 'date-order-contradicted', at: { line: 3 } }],
    })
  })

  test('remembers the order that a file showed, so that a later small one need not', async () => {
    const header = 'case_id;event;at'
    await confirm(await preview(['A1;Underretning;23/04/2026'], {}, header))
    const { batch, sample } = await preview(['A2;Underretning;03/04/2026'], {}, header)
    expect([batch.reading, sample[0]?.day]).toEqual([{ dateOrder: 'dmy' }, '2026-04-03'])
  })

  test('reads a time of day apart, an unknown one as none, and an attribute by another name, also next time', async () => {
    const header = 'Sagsnr;Hændelse;Dato;Klokkeslæt;Art'
    const rows = [
      'A1;Underretning;02-03-2026;10:15;fagperson',
      'A2;Underretning;02-03-2026;00:00;borger',
      'A3;Underretning;02-03-2026;;borger',
    ]
    const reading = JSON.stringify({ noTime: ['00:00'], attributes: { notifier: 'Art' } })
    const read = await preview(rows, { reading }, header)
    expect(read.sample.map(({ moment }) => moment)).toEqual(['2026-03-02T09:15:00.000Z', null, null])
    await confirm(read)
    expect(await rowsOf(`select attributes->>'notifier' as who from case_event order by case_id`)).toEqual([
      { who: 'fagperson' },
      { who: 'borger' },
      { who: 'borger' },
    ])
    expect((await preview(rows, {}, header)).batch.counts).toMatchObject({ new: 0, unchanged: 3 })
    const wrong = await upload(header, { reading: JSON.stringify({ noTime: ['25:00'] }) })
    expect(wrong.statusCode).toBe(400)
  })

  test('refuses cells that cannot be stored or found again, by their place', async () => {
    const { batch, refused } = await preview([
      `${'A'.repeat(300)};Underretning;2026-03-02;;;;`,
      receivedAt('A1', '2026-03-02', `${'N'.repeat(300)};;;`),
      receivedAt('A2', '2026-03-02'),
    ])
    expect(batch.counts).toMatchObject({ new: 1, refused: 2 })
    expect(refused.map(({ problems }) => [problems[0]?.code, problems[0]?.at?.column])).toEqual([
      ['unfit-cell', 'case_id'],
      ['unfit-cell', 'unit'],
    ])
  })

  test('is for administrators of the same municipality only', async () => {
    const read = await preview([receivedAt('A1', ago(day))])
    const url = `/api/caseflow/previews/${read.batch.id}`
    const anna = await server.signIn(held.first.municipalityId, 'anna')
    const stranger = await server.signIn(held.second.municipalityId, 'fremmed')
    expect((await server.send('GET', url, { cookie: anna })).statusCode).toBe(403)
    expect((await server.send('GET', url, { cookie: stranger })).statusCode).toBe(404)
    expect((await upload(head, {}, anna)).statusCode).toBe(403)
  })
})

describe('an import of events', () => {
  test('changes nothing the second time', async () => {
    const rows = [
      receivedAt('A1', ago(3 * day), ';;e1;'),
      receivedAt('A1', ago(3 * day)),
      assessedAt('A1', '2026-03-02'),
    ]
    await imported(rows)
    const before = await rowsOf('select * from case_event order by event_key')
    const again = await preview(rows)
    expect(again.batch.counts).toMatchObject({ new: 0, corrected: 0, unchanged: 3, cases: 0 })
    expect(again.deliveredBefore).toBe(true)
    expect(await rowsOf('select * from case_event order by event_key')).toEqual(before)
  })

  test('counts a row that stands twice once, and two notifications of one day apart', async () => {
    const row = receivedAt('A1', '2026-03-02 09:00')
    const { batch } = await imported([
      row,
      row,
      receivedAt('A1', '2026-03-02 14:00'),
      receivedAt('A2', '2026-03-02', 'Nord;;;'),
      receivedAt('A2', '2026-03-02', 'Syd;;;'),
    ])
    expect(batch.counts).toMatchObject({ rows: 5, new: 4, unchanged: 1 })
  })

  test('lets a later registration correct an earlier one, keeps that, and is not set back by an older file', async () => {
    const first = receivedAt('A1', '2026-03-02 09:00', 'Nord;anna;e1;2026-03-02 10:00')
    const second = receivedAt('A1', '2026-03-01 21:00', 'Nord;anna;e1;2026-03-05 08:00')
    const between = receivedAt('A1', '2026-03-02 08:00', 'Nord;anna;e1;2026-03-04 08:00')
    await imported([first])
    expect((await imported([second])).batch.counts).toMatchObject({ corrected: 1, cases: 1 })
    expect((await imported([between])).batch.counts).toMatchObject({ older: 1, corrected: 0, cases: 0 })
    expect((await preview([first, between])).batch.counts).toMatchObject({ unchanged: 2, older: 0 })
    expect(await rowsOf('select moment from case_event')).toEqual([
      { moment: new Date('2026-03-01T20:00:00Z') },
    ])
    expect(
      await rowsOf("select version, content ->> 'moment' as moment from case_event_version order by version"),
    ).toEqual([
      { version: 1, moment: expect.stringMatching(/^2026-03-02T08:00:00/) },
      { version: 2, moment: expect.stringMatching(/^2026-03-02T07:00:00/) },
    ])
  })

  test('keeps every registration that one file brings, the newest in force', async () => {
    const { batch } = await imported([
      receivedAt('A1', '2026-03-03 09:00', ';;e1;2026-03-05 08:00'),
      receivedAt('A1', '2026-03-02 09:00', ';;e1;2026-03-02 10:00'),
    ])
    expect(batch.counts).toMatchObject({ new: 1, older: 1 })
    expect(await rowsOf('select day::text from case_event')).toEqual([{ day: '2026-03-03' }])
    expect(await rowsOf("select content ->> 'day' as day from case_event_version")).toEqual([
      { day: '2026-03-02' },
    ])
  })

  test('refuses registrations of one moment that contradict each other, in one file or two', async () => {
    const one = receivedAt('A1', '2026-03-02 09:00', ';;e1;2026-03-02 10:00')
    const other = receivedAt('A1', '2026-03-03 09:00', ';;e1;2026-03-02 10:00')
    expect((await preview([one, other])).batch.counts).toMatchObject({ new: 0, refused: 2 })
    await imported([one])
    const read = await preview([other])
    expect(read.batch.counts).toMatchObject({ refused: 1, corrected: 0 })
    expect(read.refused[0]?.problems[0]?.code).toBe('contradictory-event')
  })

  test('judges anew only the cases it touches', async () => {
    const cases = Array.from({ length: 40 }, (_, at) => `A${at}`)
    await imported(cases.map((id) => receivedAt(id, ago(3 * day))))
    const judged = 'select distinct case_id, judged_at from case_deadline order by case_id'
    const before = await rowsOf<{ case_id: string; judged_at: Date }>(judged)
    expect(before).toHaveLength(40)
    server.advance(1000)
    await imported([assessedAt('A7', ago(2.5 * day)), assessedAt('A9', ago(day))])
    const after = await rowsOf<{ case_id: string; judged_at: Date }>(judged)
    const again = after.filter(({ judged_at }, at) => judged_at > (before[at]?.judged_at ?? judged_at))
    expect(again.map(({ case_id }) => case_id)).toEqual(['A7', 'A9'])
    expect(await rowsOf('select 1 from case_to_judge')).toEqual([])
  })

  test('of many events is counted at once, so that the next is planned for as many', async () => {
    const count = 10_000
    await imported(
      Array.from(
        { length: count },
        (_, at) => `M${at % 10};Underretning modtaget;2026-01-02 10:00;Syd;anna;E${at};`,
      ),
    )
    // The program's own: the server counts by itself only after a minute.
    const [known] = await rowsOf<{ rows: number }>(
      "select reltuples::int as rows from pg_class where relname = 'case_event'",
    )
    expect(known?.rows).toBe(count)
  })

  test('judges the case an event has left, too', async () => {
    await imported([receivedAt('A1', ago(3 * day), ';;e1;')])
    await imported([receivedAt('A2', ago(3 * day), ';;e1;')])
    expect(await rowsOf('select distinct case_id from case_deadline')).toEqual([{ case_id: 'A2' }])
  })
})

describe('events from another program', () => {
  const send = (events: readonly unknown[]) =>
    server.send('POST', '/api/caseflow/events', { cookie, body: { source: 'program', events } })

  test('are taken at once, and once', async () => {
    const events = [
      { id: '1', caseId: 'A1', kind: 'notification-received', time: '2026-03-02T09:00', unit: 'Nord' },
      {
        id: '2',
        caseId: 'A1',
        kind: 'notification-assessed',
        time: '2026-03-02T20:00+01:00',
        attributes: { hvem: '"vagten", kl. 20' },
      },
    ]
    const first = (await send(events)).json<z.output<(typeof deliverEvents)['response']>>()
    expect(first.counts).toMatchObject({ new: 2, cases: 1 })
    expect(await standing('?state=met')).toEqual(['A1 R01 met'])
    expect(
      await rowsOf("select attributes ->> 'hvem' as hvem from case_event where event_key = 'id:2'"),
    ).toEqual([{ hvem: '"vagten", kl. 20' }])
    const second = (await send(events)).json<z.output<(typeof deliverEvents)['response']>>()
    expect(second.counts).toMatchObject({ new: 0, corrected: 0, unchanged: 2, cases: 0 })
  })

  test('are refused where a day could be two, and told how to write it', async () => {
    const answer = await server.send('POST', '/api/caseflow/events', {
      cookie,
      body: {
        source: 'fagsystem',
        events: [{ caseId: 'A1', kind: 'notification-received', time: '03/04/2026' }],
      },
    })
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, 'unusable-file'])
    expect(answer.body).toContain('Skriv året først: 2026-04-03.')
    expect(await rowsOf('select 1 from event_import')).toEqual([])
  })

  test('are refused one by one, by their place in the list', async () => {
    const answer = await send([
      { caseId: 'A1', kind: 'notification-received', time: 'i går' },
      { caseId: 'A1', kind: 'notification-received', time: '2026-03-02T09:00' },
      { caseId: 'A1', kind: 'kaffe', time: '2026-03-02T09:00' },
    ])
    expect(answer.json()).toMatchObject({
      counts: { new: 1, refused: 1, unknownKinds: 1 },
      refused: [{ line: 1, problems: [{ code: 'no-such-time' }] }],
      unknownKinds: [{ word: 'kaffe', count: 1 }],
    })
  })
})

describe('the list of deadlines', () => {
  beforeEach(async () => {
    await imported([
      receivedAt('A1', ago(3 * hour), 'Nord;bent;;'),
      receivedAt('A2', ago(20 * hour), 'Syd;anna;;'),
      receivedAt('A3', ago(50 * hour), 'Syd;bent;;'),
      receivedAt('A4', ago(90 * hour), 'Syd;bent;;'),
      assessedAt('A4', ago(80 * hour), 'Syd;bent;;'),
      receivedAt('A5', ago(99 * hour), 'Syd;bent;;'),
      assessedAt('A5', ago(60 * hour), 'Syd;bent;;'),
    ])
  })

  test('brings what ends first, then what has passed, and tells what is left and what is over', async () => {
    const { deadlines: listed, counts, punctuality, rules, any } = await deadlines('?rule=R01')
    expect(listed.map(({ caseId, state, left, lateBy }) => [caseId, state, left, lateBy])).toEqual([
      ['A2', 'running', 3, null],
      ['A1', 'running', 20, null],
      ['A3', 'open', null, 27],
    ])
    expect(counts).toEqual({ running: 2, open: 1, met: 1, late: 1 })
    expect(punctuality).toEqual([{ rule: 'R01', due: 3, late: 2 }])
    expect(any).toBe(true)
    const rule = rules.find(({ key, rules: set }) => key === 'R01' && set === 'barnets-lov')
    expect(rule).toMatchObject({ basis: '§ 136', confidence: 'verified', inHours: true })
  })

  test('follows the clock without judging anew', async () => {
    const judged = await rowsOf('select max(judged_at) as at from case_deadline')
    // As if five hours had passed.
    await held.superPool.query(
      "update case_deadline set ends_at = ends_at - interval '5 hours', due_at = due_at - interval '5 hours'",
    )
    expect(await standing('?rule=R01')).toEqual(['A1 R01 running', 'A2 R01 open', 'A3 R01 open'])
    expect(await rowsOf('select max(judged_at) as at from case_deadline')).toEqual(judged)
  })

  test('is narrowed by unit, caseworker, rule, state and days, a page at a time', async () => {
    expect(await standing(`?rule=R01&unit=${nord}`)).toEqual(['A1 R01 running'])
    expect(await standing('?rule=R01&caseworker=anna')).toEqual(['A2 R01 running'])
    expect(await standing('?rule=R01&state=late')).toEqual(['A5 R01 late'])
    expect(await standing('?rule=R01&within=1')).toHaveLength(3)
    const all = await deadlines()
    expect(all.total).toBe(all.deadlines.length)
    expect(all.deadlines.some(({ rule }) => rule === 'R02')).toBe(true)
    expect(await standing('?page=2')).toEqual([])
  })

  test('never adds up how one caseworker has kept deadlines', async () => {
    const { deadlines: listed, counts, punctuality } = await deadlines('?caseworker=bent&state=late')
    expect(
      listed.map(({ state }) => state).filter((state) => state !== 'running' && state !== 'open'),
    ).toEqual([])
    expect(Object.keys(counts).toSorted()).toEqual(['open', 'running'])
    expect(punctuality).toEqual([])
  })

  test('shows caseworkers their own, leaders their unit, and others nothing', async () => {
    const { municipalityId } = held.first
    const anna = await server.signIn(municipalityId, 'anna')
    const bent = await server.signIn(municipalityId, 'bent')
    const leader = await server.signIn(municipalityId, 'leder')
    expect(await standing('?rule=R01', anna)).toEqual(['A2 R01 running'])
    expect(await standing('?rule=R01', bent)).toEqual(['A1 R01 running', 'A3 R01 open'])
    expect(await standing('?rule=R01', leader)).toEqual(['A2 R01 running', 'A3 R01 open'])
    expect((await deadlines('', anna)).choices.caseworkers.map(({ code }) => code)).toEqual(['anna'])
    const stranger = await server.signIn(held.second.municipalityId, 'fremmed')
    expect(await deadlines('', stranger)).toMatchObject({ deadlines: [], any: false, toJudge: 0 })
  })

  test('leads to a case with all its deadlines and events, for those who see it', async () => {
    const { municipalityId } = held.first
    const url = '/api/caseflow/cases/A3'
    const answer = await server.send('GET', url, { cookie: await server.signIn(municipalityId, 'leder') })
    const shown = answer.json<z.output<(typeof getCase)['response']>>()
    expect(shown).toMatchObject({ caseId: 'A3', unit: 'Syd', caseworker: 'bent' })
    expect(shown.deadlines[0]).toMatchObject({ rule: 'R01', state: 'open', lateBy: 27 })
    expect(shown.deadlines.at(-1)).toMatchObject({ state: 'not-applicable' })
    expect(shown.deadlines.at(-1)?.because?.da).toMatch(/./)
    expect(shown.events.map(({ name }) => name.da)).toEqual(['Underretning modtaget'])
    const anna = await server.signIn(municipalityId, 'anna')
    const stranger = await server.signIn(held.second.municipalityId, 'fremmed')
    for (const cookieOfOther of [anna, stranger])
      expect((await server.send('GET', url, { cookie: cookieOfOther })).statusCode).toBe(404)
    expect(
      await rowsOf(
        "select subject_id from access_entry where act = 'open-case-deadlines' order by id desc limit 1",
      ),
    ).toEqual([{ subject_id: 'A3' }])
  })

  test('puts the due days of one’s own cases into one’s calendar, by number only', async () => {
    const bent = await server.signIn(held.first.municipalityId, 'bent')
    const path = server.routes.find(({ path: each }) => each.includes('calendar'))?.path ?? ''
    const { body } = await server.send('GET', `${path}?lang=da`, { cookie: bent })
    expect(body).toContain('i sager er overskredet')
    expect(body).not.toMatch(/A\d\b/)
    const stranger = await server.signIn(held.first.municipalityId, 'adm')
    expect((await server.send('GET', `${path}?lang=da`, { cookie: stranger })).body).not.toContain('i sager')
  })

  test('leaves an entry for the look', async () => {
    await deadlines('?rule=R01')
    expect(
      await rowsOf(
        "select act, detail from access_entry where act = 'list-deadlines' order by id desc limit 1",
      ),
    ).toEqual([{ act: 'list-deadlines', detail: { rule: 'R01', page: 1 } }])
  })
})

describe('judging in the background', () => {
  const judged = () => rowsOf<{ case_id: string; at: Date }>('select case_id, max(judged_at) as at from case_deadline group by 1 order by 1') // prettier-ignore

  test('goes on with what was left in line, such as by a restart', async () => {
    await imported([receivedAt('A1', ago(3 * day)), receivedAt('A2', ago(3 * day))])
    const [before] = await judged()
    await held.superPool.query(
      `insert into case_to_judge (municipality_id, case_id) values ('${held.first.municipalityId}', 'A2')`,
    )
    const later = new Date(Date.now() + 10 * hour)
    await judgeInBackground(held.database, later)
    expect(await judged()).toEqual([before, { case_id: 'A2', at: later }])
    expect(await rowsOf('select 1 from case_to_judge')).toEqual([])
  })

  test('looks once more at a case whose clock has run out, and then leaves it alone', async () => {
    await imported([receivedAt('A1', ago(20 * hour)), receivedAt('A2', ago(hour))])
    const [, second] = await judged()
    const later = new Date(Date.now() + 10 * hour)
    await judgeInBackground(held.database, later)
    expect(await judged()).toEqual([{ case_id: 'A1', at: later }, second])
    await judgeInBackground(held.database, new Date(later.getTime() + 1000))
    expect(await judged()).toEqual([{ case_id: 'A1', at: later }, second])
  })
})

test('a notification without a time of day is running, then cannot be told, then open, in the list as on its page', async () => {
  // The Danish day, as the rules count it.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date())
  const midnight = startOfDay(dayNumberOf(today))
  await imported([receivedAt('A1', ago(3 * day)), receivedAt('N1', today)])
  const states = async () => {
    const rows = await rowsOf<{ verdict: string; open: boolean }>(
      "select verdict, ends_at <= judged_at as open from case_deadline where case_id = 'N1' and rule = 'R01'",
    )
    return rows.map(({ verdict, open }) => (verdict === 'pending' ? (open ? 'open' : 'running') : verdict))
  }
  expect(await states()).toEqual(['running'])
  await judgeInBackground(held.database, new Date(midnight + 1.5 * day))
  expect(await states()).toEqual(['cannot-tell'])
  await judgeInBackground(held.database, new Date(midnight + 2.5 * day))
  expect(await states()).toEqual(['open'])
})

test('published deadline rules never change, not even for the owner', async () => {
  await imported([receivedAt('A1', ago(day))])
  const rules = await rowsOf<{ key: string }>('select key from deadline_rules order by key')
  expect(rules.map(({ key }) => key)).toEqual(['barnets-lov', 'local-gates', 'serviceloven'])
  for (const act of ["update deadline_rules set source = 'x'", 'delete from deadline_rules'])
    await expect(held.superPool.query(act)).rejects.toThrow('never change')
})
