import { afterAll, beforeAll, expect, test } from 'vitest'
import { listWalkThroughs } from '../../src/contract/caseflow/walk-throughs.ts'
import { listMyTasks } from '../../src/contract/notification/my-tasks.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { cookieOf, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer

beforeAll(async () => {
  held = await createTestDatabase({ demo: true })
  server = await createTestServer(held.database, { demo: true })
}, 300_000)
afterAll(async () => {
  await server.app.close()
  await held.close()
})

async function personOf(query: string): Promise<string> {
  const { rows } = await held.superPool.query<{ id: string }>(query)
  return cookieOf(await server.send('POST', '/api/session/switch', { body: { personId: rows[0]?.id } }))
}

test('in the demo a coordinator finds cases that were and that were not walked through, and a caseworker late agreements', async () => {
  const coordinator = await personOf(
    `select r.person_id as id from role_assignment r join unit u on u.id = r.unit_id
     where r.role = 'professional-coordinator' and u.kind = 'family' order by u.name, r.id limit 1`,
  )
  const answer = await server.send('GET', '/api/caseflow/walk-throughs', { cookie: coordinator })
  const list = listWalkThroughs.response.parse(answer.json())
  expect(list.cases.length).toBeGreaterThan(50)
  expect(list.cases.filter(({ begun }) => begun)).toHaveLength(1)
  expect(list.cases.filter(({ lastWalked }) => lastWalked !== null)).toHaveLength(8)
  expect(list.cases.some(({ overdue }) => overdue > 0)).toBe(true)
  // Whatever has passed stands before whatever has not.
  const passed = list.cases.map(({ overdueSince }) => overdueSince !== null)
  expect(passed).toEqual(passed.toSorted((a, b) => Number(b) - Number(a)))

  const doer = await personOf(
    `select a.who_id as id from walk_through_agreement a
     where a.due_on < current_date and not exists (select from walk_through_outcome o where o.agreement_id = a.id)
     order by a.id limit 1`,
  )
  const tasks = await server.send('GET', '/api/tasks/mine', { cookie: doer })
  const mine = listMyTasks.response.parse(tasks.json()).tasks.filter(({ kind }) => kind === 'agreements')
  expect(mine.length).toBeGreaterThan(0)
  expect(mine.some(({ overdue }) => overdue > 0)).toBe(true)
})
