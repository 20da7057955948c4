import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Route } from '../../src/contract/frame/route.ts'
import { roles, type Role } from '../../src/core/access/role.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { cookieOf, createTestServer, type TestServer } from '../support/server.ts'

// Walks whatever is registered: a route that shows a case and does not say so in the log fails here without being named.
let held: TestDatabase
let server: TestServer
let cases: readonly string[]
const values = new Map<string, readonly string[]>()
const people = new Map<Role, string>()

beforeAll(async () => {
  held = await createTestDatabase({ demo: true })
  server = await createTestServer(held.database, { demo: true })
  // What deviated from a round's plan is written for the public report, where a replaced case may be named.
  cases = await list(
    `select case_id from (select case_id from case_stage union select case_id from case_event) known
     where not exists (select from irregularity i where strpos(i.text_da, known.case_id) > 0)`,
  )
  const municipality = (await list(`select municipality_id from municipality where demo`))[0]
  const some = async (name: string, table: string, column = 'id', order = 'random()') =>
    values.set(
      name,
      await list(
        `select ${column}::text from ${table} where municipality_id = '${municipality}' order by ${order} limit 2`,
      ),
    )
  await some('round', 'round', 'key', 'created_at')
  await some('review', `(select distinct on (level, state) * from review order by level, state, id) review`)
  await some('case', `(select municipality_id, case_id from case_deadline limit 200) c`, 'case_id')
  await some('unit', 'unit')
  await some('person', 'person')
  await some('finding', `(select distinct on (state) * from finding order by state, id) finding`)
  await some('critical', 'critical_case')
  await some('walkThrough', 'walk_through')
  await some('entry', 'register_entry')
  values.set('level', ['1', '2', '3'])
  values.set('register', ['safety-plan', 'placement-committee', 'notifier-message', 'disagreement'])
  for (const role of roles) {
    const [id] = await list(
      `select person_id::text from role_assignment where role = '${role}' and valid_to is null
       and municipality_id = '${municipality}' order by person_id limit 1`,
    )
    if (id === undefined) continue
    const answer = await server.send('POST', '/api/session/switch', { body: { personId: id } })
    people.set(role, cookieOf(answer))
  }
}, 300_000)
afterAll(async () => {
  await server.app.close()
  await held.close()
})

async function list(query: string): Promise<readonly string[]> {
  const { rows } = await held.superPool.query<string[]>({ text: query, rowMode: 'array' })
  return rows.map(([value]) => value ?? '')
}

function addressesOf(path: string): readonly string[] {
  let filled = [path]
  for (const [, name = ''] of path.matchAll(/:(\w+)/g))
    filled = filled.flatMap((each) =>
      (values.get(name) ?? []).map((value) => each.replace(`:${name}`, encodeURIComponent(value))),
    )
  return filled
}

/** All text of a file, packed or not. */
function textOf(bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return bytes.toString('utf8')
  return Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('\n')
}

const showing: { readonly address: string; readonly cookie: string }[] = []

/** Files are asked for with their format; a page with an unknown query would answer the same again. */
function queriesOf({ query }: Route): readonly string[] {
  const asked = Object.keys(query?.shape ?? {})
  if (!asked.includes('format')) return ['']
  return asked.includes('audience')
    ? ['?audience=internal&lang=da&format=xlsx']
    : ['?format=csv&lang=da', '?format=xlsx&lang=da']
}

/** Answers of one address are looked at for so many roles; the next address begins with others. */
const rolesEach = 2

/** The cases that entries later than this one say were looked at. */
async function loggedSince(id: string): Promise<ReadonlySet<string>> {
  return new Set(
    await list(`select case_id from access_hit where entry_id > ${id}
      union select subject_id from access_entry where id > ${id} and subject_kind = 'case' and subject_id is not null`),
  )
}

test('every answer that shows a case has put on record that it did', async () => {
  const wanted = cases.filter((each) => each.length > 3)
  const pattern = new RegExp(
    wanted.map((each) => each.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)).join('|'),
    'gu',
  )
  const silent = new Map<string, string>()
  const everybody = [...people]
  let turn = 0
  for (const route of server.routes) {
    const { method, path } = route
    if (method !== 'GET') continue
    for (const address of addressesOf(path))
      for (const query of queriesOf(route)) {
        let seen = 0
        turn += 1
        for (const [role, cookie] of everybody.map((_, i) => everybody[(i + turn) % everybody.length] ?? _)) {
          if (seen === rolesEach) break
          const [before = '0'] = await list('select coalesce(max(id), 0)::text from access_entry')
          const answer = await server.send('GET', `${address}${query}`, { cookie })
          if (answer.statusCode !== 200) continue
          seen += 1
          const shown = new Set(textOf(answer.rawPayload).match(pattern))
          if (shown.size === 0) continue
          showing.push({ address: `${address}${query}`, cookie })
          const logged = await loggedSince(before)
          const missing = [...shown].filter((each) => !logged.has(each) && !address.includes(each))
          if (missing.length > 0)
            silent.set(`${path}${query}`, `${role}: ${missing.length} of ${shown.size}, ${missing[0]}`)
        }
      }
  }
  expect([...silent].map((each) => each.join(' '))).toEqual([])
  expect(showing.length).toBeGreaterThan(60)
}, 600_000)

test('no answer that showed a case comes when the look cannot be put on record', async () => {
  await held.superPool.query('revoke insert on access_entry from tilsyn_app')
  expect(showing.length).toBeGreaterThan(60)
  for (const { address, cookie } of showing) {
    const answer = await server.send('GET', address, { cookie })
    expect([address, answer.statusCode]).toEqual([address, 500])
  }
}, 300_000)

test('nothing is changed when the change cannot be put on record', async () => {
  await held.superPool.query('revoke insert on change_entry from tilsyn_app')
  const writable = await list(
    `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
     order by 1`,
  )
  const counts = () =>
    list(writable.map((table) => `select '${table} ' || count(*) from ${table}`).join(' union all '))
  const before = await counts()
  for (const { method, path } of server.routes) {
    if (method === 'GET' || path.startsWith('/api/session')) continue
    for (const address of addressesOf(path).slice(0, 2))
      for (const cookie of people.values())
        await server.send(method, address, { cookie, ...(method !== 'DELETE' && { body: {} }) })
  }
  expect((await counts()).toSorted()).toEqual(before.toSorted())
}, 300_000)
