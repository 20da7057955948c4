import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCprVault } from '../../src/app/registry/personal-key.ts'
import { headingOf } from '../../src/core/access/access-request/headings.ts'
import { caseTables } from '../../src/storage/access/retention/case-tables.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

const cpr = '0101174000'
let held: TestDatabase
let server: TestServer
let child = ''
const cookies = new Map<string, string>()

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId, personId } = held.first
  const north = await addUnit(held.database, municipalityId, 'Nord')
  for (const [userName, role] of [
    ['stab', 'staff-lawyer'],
    ['leder', 'director'],
  ] as const) {
    await addPerson(held.database, municipalityId, { userName, role, unit: null })
    cookies.set(userName, await server.signIn(municipalityId, userName))
  }
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
      unit_id: north,
      started: '2026-01-01',
      completed: null,
      batch_id: null,
    }
    await db
      .insertInto('case_stage')
      .values([
        { ...stage, case_id: 'S-1', child_id: made.id },
        { ...stage, case_id: 'S-2', child_id: made.id },
        { ...stage, case_id: 'S-andres', child_id: null },
      ])
      .execute()
  })
  await held.superPool.query(
    `insert into walk_through (municipality_id, case_id, unit_id, held_on, participants, notes, opened_at, opened_by)
     values ($1, 'S-1', $2, '2026-02-01', '[{"name":"Prøve Person"}]', '=Planen holder', now(), $3),
       ($1, 'S-andres', $2, '2026-02-01', '[]', 'En andens plan', now(), $3)`,
    [municipalityId, north, personId],
  )
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

async function fetchFile(query: string, as = 'stab'): Promise<Readonly<Record<string, string>>> {
  const url = `/api/log/record/everything?lang=da&${query}`
  const answer = await server.send('GET', url, { cookie: cookies.get(as) ?? '' })
  expect(answer.statusCode).toBe(200)
  const files = unzipSync(new Uint8Array(answer.rawPayload))
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

describe('all that is held on a child', () => {
  test('is in the file, for people and for programs, over all its cases and no other', async () => {
    const files = await fetchFile(`child=${child}`)
    const all = Object.values(files).join('\n')
    for (const known of [cpr, 'B-1', 'S-1', 'S-2', 'Planen holder']) expect(all).toContain(known)
    expect(all).not.toContain('S-andres')
    expect(all).not.toContain('En andens plan')
    const walk = Object.entries(files).find(([name]) => name.includes('Månedlige sagsgennemgange'))?.[1] ?? ''
    expect(walk.split('\r\n')[0]).toContain('Sag;Holdt')
    expect(walk).toContain("'=Planen holder")
    expect(files['om-filen.txt']).toContain('Ankersag')
    expect(Object.keys(files).some((name) => name.includes('Hvem har set sagen'))).toBe(true)
  })

  test('names no employee unless asked to', async () => {
    const without = Object.values(await fetchFile('case=S-1')).join('\n')
    expect(without).not.toContain('Prøve Person')
    expect(without).not.toContain(held.first.personId)
    expect(without).toContain('medarbejder 1')
    expect(Object.values(await fetchFile('case=S-1&names=yes')).join('\n')).toContain('Prøve Person')
  })

  test('is for those who answer access requests, and each file is on record', async () => {
    const url = `/api/log/record/everything?lang=da&case=S-1`
    expect((await server.send('GET', url, { cookie: cookies.get('leder') ?? '' })).statusCode).toBe(403)
    const { rows } = await held.superPool.query(
      `select from access_entry where act = 'export-everything' and subject_kind = 'child' and subject_id = $1`,
      [child],
    )
    expect(rows).toHaveLength(1)
  })

  test('waits while it is undecided whether something of the log is told later', async () => {
    await held.superPool.query(
      `insert into log_hold (municipality_id, case_id, entries, until, reason, proposed_by)
       values ($1, 'S-2', array['access:1'], current_date + 9, 'Politiet har bedt om det.', $2)`,
      [held.first.municipalityId, held.first.personId],
    )
    const url = `/api/log/record/everything?lang=da&child=${child}`
    const answer = await server.send('GET', url, { cookie: cookies.get('stab') ?? '' })
    expect(answer.json()).toMatchObject({ code: 'hold-undecided' })
  })
})

test('every column of what is told has a heading, or is known to be a mark of the program’s own', async () => {
  const told = caseTables.flatMap(({ table, notTold }) => (notTold === undefined ? [table] : []))
  const { rows } = await held.superPool.query<{ name: string }>(
    `select distinct attname as name from pg_attribute
     where attrelid = any($1::text[]::regclass[]) and attnum > 0 and not attisdropped and attname <> 'municipality_id' order by 1`,
    [told],
  )
  expect(rows.map(({ name }) => name).filter((name) => headingOf(name, 'da') === undefined)).toEqual([])
})
