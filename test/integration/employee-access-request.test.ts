import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { titleOf } from '../../src/app/access/access-request/read-employee.ts'
import { headingOf } from '../../src/core/access/access-request/headings.ts'
import { listStaffColumns, ownTables } from '../../src/storage/access/access-request/held-on-staff.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let bodil = ''
let anna = ''
const cookies = new Map<string, string>()

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId } = held.first
  const north = await addUnit(held.database, municipalityId, 'Nord')
  const people = new Map<string, string>()
  for (const [userName, role] of [
    ['anna', 'administrator'],
    ['stab', 'staff-lawyer'],
    ['bodil', 'staff-lawyer'],
  ] as const) {
    people.set(userName, await addPerson(held.database, municipalityId, { userName, role, unit: null }))
    cookies.set(userName, await server.signIn(municipalityId, userName))
  }
  bodil = people.get('bodil') ?? ''
  anna = people.get('anna') ?? ''
  await held.superPool.query(
    `insert into walk_through (municipality_id, case_id, unit_id, held_on, participants, notes, opened_at, opened_by)
     values ($1, 'S-1', $2, '2026-02-01', '[]', 'Barnets plan', now(), $3),
       ($1, 'S-2', $2, '2026-02-01', '[]', 'En andens plan', now(), $4)`,
    [municipalityId, north, bodil, anna],
  )
  await held.superPool.query(
    `insert into absence (municipality_id, person_id, valid_from, valid_to, entered_by)
     values ($1, $2, '2026-07-01', '2026-07-21', $3), ($1, $3, '2026-10-11', '2026-10-12', $3)`,
    [municipalityId, bodil, anna],
  )
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

const ask = (as: string, person = bodil) =>
  server.send('GET', `/api/people/${person}/everything?lang=da`, { cookie: cookies.get(as) ?? '' })

describe('all that is held on an employee', () => {
  test('is in the file: account, roles, absences, what they did, and where else they are named', async () => {
    await server.send('POST', '/api/retention/holds', {
      cookie: cookies.get('bodil') ?? '',
      body: { case: 'S-1', reason: 'Der er klaget.' },
    })
    const answer = await ask('anna')
    expect(answer.statusCode).toBe(200)
    const files = Object.fromEntries(
      Object.entries(unzipSync(new Uint8Array(answer.rawPayload))).map(([name, bytes]) => [
        name.replace(/^\d+ /u, ''),
        strFromU8(bytes),
      ]),
    )
    expect(files['Personen.csv']).toContain('Prøve bodil')
    expect(files['Personen.csv']).toContain('Brugernavn')
    expect(files['Roller.csv']).toContain('staff-lawyer')
    expect(files['Fravær.csv']).toContain('2026-07-01')
    expect(files['Ændringsloggen.csv']).toContain('place-legal-hold;case;S-1;medarbejderen')
    expect(files['Hvor medarbejderen ellers er nævnt.csv']).toContain('Månedlige sagsgennemgange;Åbnet af;1')
    expect(files['Hvor medarbejderen ellers er nævnt.csv']).toContain('Undtaget fra sletning;Besluttet af;1')
  })

  test('tells nothing of other employees, nor the texts about children', async () => {
    const files = unzipSync(new Uint8Array((await ask('anna')).rawPayload))
    const all = Object.values(files)
      .map((bytes) => strFromU8(bytes))
      .join('\n')
    for (const other of ['Prøve anna', anna, '2026-10-11', 'Barnets plan', 'En andens plan'])
      expect(all).not.toContain(other)
  })

  test('is for administrators, and each file is on record', async () => {
    expect((await ask('stab')).statusCode).toBe(403)
    expect((await ask('anna', held.first.municipalityId)).statusCode).toBe(404)
    const { rowCount } = await held.superPool.query(
      `select from access_entry where act = 'export-employee' and subject_id = $1`,
      [bodil],
    )
    expect(rowCount).toBe(2)
  })
})

test('every table and column that names an employee is called something', async () => {
  const unnamed = await held.database.transaction(held.first.actor, async (tx) => {
    const reader = await tx.recordAccess({ act: 'export-employee', subjectKind: 'person' })
    return (await listStaffColumns(reader)).flatMap(({ table, column }) => [
      ...(titleOf(table) === undefined ? [table] : []),
      ...(headingOf(column, 'da') == null ? [`${table}.${column}`] : []),
    ])
  })
  const { rows } = await held.superPool.query<{ name: string }>(
    `select distinct attname as name from pg_attribute where attrelid = any($1::text[]::regclass[])
       and attnum > 0 and not attisdropped and attname <> 'municipality_id' order by 1`,
    [['person', ...ownTables]],
  )
  const without = rows.map(({ name }) => name).filter((name) => headingOf(name, 'da') === undefined)
  expect([...unnamed, ...without]).toEqual([])
})
