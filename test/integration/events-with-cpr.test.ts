import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { EventPreview, previewEvents } from '../../src/contract/caseflow/event-imports.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let cookie: string
/** Invented; born on 1 January 2017 and on 2 February 2015. */
const cpr = { first: '0101174001', second: '0202155002' }
const head = 'case_id;event;at;cpr;caseworker;note'

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId } = held.first
  await addUnit(held.database, municipalityId, 'Nord')
  await addPerson(held.database, municipalityId, { userName: 'adm', role: 'administrator' })
  cookie = await server.signIn(municipalityId, 'adm')
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})
beforeEach(async () => {
  await held.superPool.query(
    'truncate event_source, event_import, event_import_row, case_event, case_event_version, case_to_judge, case_deadline, case_stage, child, import_row cascade',
  )
})

async function send(url: string, content: string, name: string, fields: Readonly<Record<string, string>>) {
  const form = new FormData()
  form.set('source', 'fagsystem')
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  form.set('file', new File([content], name))
  const request = new Request('http://localhost', { method: 'POST', body: form })
  return server.app.inject({
    method: 'POST',
    url,
    headers: {
      origin: 'http://localhost',
      cookie,
      'content-type': request.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}

async function preview(
  rows: readonly string[],
  header = head,
  fields: Readonly<Record<string, string>> = {},
) {
  const answer = await send(
    '/api/caseflow/previews',
    [header, ...rows].join('\n'),
    'uge 0101174001.csv',
    fields,
  )
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer
}

function previewOf(answer: Awaited<ReturnType<typeof send>>): EventPreview {
  const value = answer.json<z.output<(typeof previewEvents)['response']>>()
  if (value.kind !== 'preview') throw new Error(JSON.stringify(value))
  return value.preview
}

async function imported(rows: readonly string[], header = head): Promise<EventPreview> {
  const read = previewOf(await preview(rows, header))
  const url = `/api/caseflow/previews/${read.batch.id}/confirmation`
  const answer = await server.send('POST', url, { cookie, body: { withoutRefused: true } })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return read
}

async function query<T extends object>(text: string): Promise<readonly T[]> {
  const { rows } = await held.superPool.query<T>(text)
  return rows
}

/** Every table of the database in which the text stands in any row. */
async function tablesHolding(text: string): Promise<readonly string[]> {
  const tables = await query<{ name: string }>(
    "select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('public', 'sealed') order by 1",
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await held.superPool.query(`select 1 from ${name} t where t::text like $1 limit 1`, [
      `%${text}%`,
    ])
    if (rows.length > 0) found.push(name)
  }
  return found
}

const hex = (text: string) => Buffer.from(text).toString('hex')

describe('a column of CPR numbers in a file of events', () => {
  test('makes the children of the events those of the registry', async () => {
    const registry = await send(
      '/api/registry/previews',
      `case_id;stage;unit;caseworker;started;completed;child;cpr\nA1;underretning;Nord;anna;2026-01-01;2026-02-01;B-17;${cpr.first}`,
      'register.csv',
      {},
    )
    const id = registry.json<{ preview: { batch: { id: string } } }>().preview.batch.id
    await server.send('POST', `/api/registry/previews/${id}/confirmation`, {
      cookie,
      body: { withoutRefused: false },
    })
    await imported([
      `A1;Underretning modtaget;2026-03-02 10:00;${cpr.first};anna;`,
      'A1;Akutvurdering;2026-03-02 11:00;010117-4001;anna;',
      `A2;Underretning modtaget;2026-03-02 10:00;${cpr.second};anna;`,
      'A3;Underretning modtaget;2026-03-02 10:00;;anna;',
    ])
    const children = await query<{ case_id: string; child: string | null; known: boolean }>(
      'select distinct e.case_id, c.external_id as child, c.cpr_encrypted is not null as known from case_event e left join child c on c.id = e.child_id order by 1',
    )
    expect(children).toEqual([
      { case_id: 'A1', child: 'B-17', known: true },
      { case_id: 'A2', child: expect.stringMatching(/^K-[0-9a-f]{16}$/), known: true },
      { case_id: 'A3', child: null, known: false },
    ])
    expect(await query('select 1 from child')).toHaveLength(2)
  })

  test('leaves the number nowhere in the clear: not in any table, not in an answer', async () => {
    const answer = await preview([
      `A1;Underretning modtaget;2026-03-02 10:00;${cpr.first};anna;`,
      `A2;Underretning modtaget;2026-03-02 10:00;${cpr.second};anna;`,
      `A3;Underretning modtaget;2026-03-02;010117-400;anna;`,
      `A4;Underretning modtaget;2016-12-31;${cpr.first};anna;`,
    ])
    for (const digits of [...Object.values(cpr), '010117-4001', '0101174001.csv'])
      expect(answer.body).not.toContain(digits)
    for (const digits of [...Object.values(cpr), ...Object.values(cpr).map(hex)])
      expect(await tablesHolding(digits)).toEqual([])
    const { batch } = previewOf(answer)
    await server.send('POST', `/api/caseflow/previews/${batch.id}/confirmation`, {
      cookie,
      body: { withoutRefused: true },
    })
    await imported([`A1;Underretning modtaget;2026-03-03 10:00;010117-4001;anna;`])
    await server.send('GET', '/api/caseflow/cases/A1', { cookie })
    expect(await query('select 1 from child where cpr_encrypted is not null')).toHaveLength(2)
    for (const digits of [...Object.values(cpr), '010117-4001', ...Object.values(cpr).map(hex)])
      expect(await tablesHolding(digits)).toEqual([])
    expect(await query('select 1 from event_import_row')).toEqual([])
  })

  test('is the same to an import that comes again, however the number is written', async () => {
    const rows = (number: string) => [`A1;Underretning modtaget;2026-03-02 10:00;${number};anna;`]
    await imported(rows(cpr.first))
    expect(previewOf(await preview(rows('010117-4001'))).batch.counts).toMatchObject({
      new: 0,
      unchanged: 1,
      cases: 0,
    })
    const both = previewOf(await preview([...rows(cpr.first), ...rows('010117 4001')]))
    expect(both.batch.counts).toMatchObject({ new: 0, corrected: 0, unchanged: 2 })
  })

  test('tells events before birth, in the future and of numbers that cannot be, counted and by their lines', async () => {
    const { batch, refused, why } = previewOf(
      await preview([
        `A1;Underretning modtaget;2016-12-31;${cpr.first};anna;`,
        `A1;Underretning modtaget;2017-01-01;${cpr.first};anna;`,
        `A2;Underretning modtaget;2016-05-01;${cpr.first};anna;`,
        `A3;Underretning modtaget;${new Date().getUTCFullYear() + 1}-12-31;${cpr.first};anna;`,
        'A4;Underretning modtaget;2026-03-02;101174001;anna;',
        'A5;Underretning modtaget;2026-03-02;3202154001;anna;',
      ]),
    )
    expect(batch.counts).toMatchObject({ new: 1, refused: 5 })
    expect(refused.map(({ line, problems }) => [line, problems[0]?.code])).toEqual([
      [2, 'before-birth'],
      [4, 'before-birth'],
      [5, 'in-the-future'],
      [6, 'cpr-zero-lost'],
      [7, 'cpr-no-such-day'],
    ])
    expect(why[0]).toEqual({ code: 'before-birth', count: 2 })
    expect(why.map(({ code }) => code).toSorted()).toEqual([
      'before-birth',
      'cpr-no-such-day',
      'cpr-zero-lost',
      'in-the-future',
    ])
  })

  test('does not open the other columns to CPR numbers', async () => {
    const answer = await preview(
      [
        `A1;Underretning modtaget;2026-03-02;${cpr.first};${cpr.first};x;e1`,
        `A2;Underretning modtaget;2026-03-02;${cpr.first};anna;barnet 010117-4001;e2`,
        `${cpr.second};Underretning modtaget;2026-03-02;${cpr.first};anna;x;e3`,
        `A4;Underretning modtaget;2026-03-02;${cpr.first};anna;x;E-${cpr.first}`,
        `A5;Underretning modtaget;2026-03-02;${cpr.first};anna;x;1512170011`,
      ],
      `${head};event_id`,
    )
    const { batch, refused } = previewOf(answer)
    expect(batch.counts).toMatchObject({ new: 1, refused: 4 })
    expect(refused.map(({ line, problems }) => [line, problems[0]?.code])).toEqual([
      [2, 'cpr-in-id'],
      [3, 'cpr-in-other-column'],
      [4, 'cpr-in-id'],
      [5, 'cpr-in-other-column'],
    ])
    for (const digits of [...Object.values(cpr), '010117-4001']) {
      expect(answer.body).not.toContain(digits)
      expect(await tablesHolding(digits)).toEqual([])
    }
  })

  test('is asked about where its name does not say whose it is, and taken where it is chosen', async () => {
    const header = 'case_id;event;at;Mors CPR'
    const row = `A1;Underretning modtaget;2026-03-02;${cpr.first}`
    const asked = (await preview([row], header)).json<{ kind: string; problems: { code: string }[] }>()
    expect([asked.kind, asked.problems[0]?.code]).toEqual(['unmatched', 'cpr-in-events'])
    const mapping = JSON.stringify({ cpr: 'Mors CPR' })
    expect(previewOf(await preview([row], header, { mapping })).batch.counts).toMatchObject({
      new: 1,
      refused: 0,
    })
    const odd = await preview([row], 'case_id;event;at;Barn nr', {
      mapping: JSON.stringify({ cpr: 'Barn nr' }),
    })
    expect(previewOf(odd).batch.counts).toMatchObject({ new: 1, refused: 0 })
    expect(await tablesHolding(cpr.first)).toEqual([])
  })
})
