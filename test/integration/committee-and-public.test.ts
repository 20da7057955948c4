import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { permissions } from '../../src/core/access/permissions.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { createTestServer, type TestServer } from '../support/server.ts'

// The committee reads reports and the public what is published; neither has a way to the rows behind them.

let held: TestDatabase
let server: TestServer
beforeAll(async () => {
  held = await createTestDatabase({ demo: true })
  server = await createTestServer(held.database)
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

describe('whoever is not signed in', () => {
  test('gets from the open routes no name, case, child or id of anything in the tables', async () => {
    const open = server.routes.filter(({ permission, method }) => permission === 'public' && method === 'GET')
    expect(open.length).toBeGreaterThan(2)
    const names = await namesInTables()
    for (const { path } of open) {
      const { body } = await server.send('GET', path.replaceAll(/:\w+/g, 'A'.repeat(43)))
      for (const [what, known] of names) {
        const found = known.find((name) => body.includes(name))
        expect({ path, what, found }).toEqual({ path, what, found: undefined })
      }
    }
  })

  test('is told by the open routes of nothing but the program, the session, the municipalities’ names and what they released', () => {
    const fields = server.routes
      .filter(({ permission, response }) => permission === 'public' && response instanceof z.ZodObject)
      .map(({ method, path, response }) => [
        `${method} ${path}`,
        response instanceof z.ZodObject ? Object.keys(response.shape).toSorted() : [],
      ])
    for (const [name] of fields)
      expect(name).toMatch(
        /^(GET|POST|DELETE) \/api\/(health|openapi\.json|session|caseflow\/feeds|public\/:municipality\/releases)/,
      )
  })
})

test('the ombudsman reads released material and has no share of any other right', () => {
  const rights = Object.entries(permissions).flatMap(([right, row]) =>
    Object.hasOwn(row, 'ombudsman') ? [right] : [],
  )
  expect(rights).toEqual(['released.read', 'released.ombudsman'])
})

test('no role is a committee’s or the public’s: whoever is to see rows is somebody of the service', async () => {
  const { rows } = await held.superPool.query<{ definition: string }>(
    `select pg_get_constraintdef(oid) as definition from pg_constraint where conname like 'role_assignment_role%'`,
  )
  expect(rows.map(({ definition }) => definition).join()).not.toMatch(/committee|public|udvalg/)
})

async function namesInTables(): Promise<readonly (readonly [string, readonly string[]])[]> {
  const { superPool } = held
  const column = async (query: string): Promise<readonly string[]> =>
    (await superPool.query<{ text: string }>(query)).rows.map(({ text }) => text)
  return [
    ['person', await column('select name as text from person')],
    ['unit', await column('select name as text from unit')],
    ['case', await column('select distinct case_id as text from case_event')],
    ['child', await column('select external_id as text from child')],
    ['review', await column('select id::text as text from review limit 5000')],
    ['finding', await column('select id::text as text from finding limit 5000')],
  ]
}
