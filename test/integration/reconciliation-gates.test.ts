import { afterAll, beforeAll, expect, test } from 'vitest'
import { getReconciliation } from '../../src/contract/caseflow/reconciliation.ts'
import { deadlineRulesDigest } from '../../src/storage/caseflow/deadline-rules.ts'
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

/** The municipality's next version of its rules, in which R01 waits for an event that no case has. */
async function publishWaitingRules(): Promise<void> {
  const { rows } = await held.superPool.query<{ key: string; source: string; municipality: string }>(
    `select distinct on (key) key, source, municipality_id as municipality from deadline_rules
     join municipality using (municipality_id) where demo and key in ('serviceloven', 'barnets-lov')
     order by key, version desc`,
  )
  expect(rows).toHaveLength(2)
  for (const { key, source, municipality } of rows) {
    const waiting = source
      .replace(
        /^kinds:$/mu,
        "kinds:\n  - { key: urgency-told, name: { da: 'Hastende', en: 'Urgent' }, needsTime: true }",
      )
      .replace(/^( {4})end: \[notification-assessed\]$/mu, '$1end: [urgency-told]\n$1onceRegistered: true')
    expect(waiting).toContain('onceRegistered: true')
    await held.superPool.query(
      `insert into deadline_rules (municipality_id, key, version, title_da, title_en, source, digest, published_at)
       select municipality_id, key, version + 1, title_da, title_en, $3, $4, now() from deadline_rules
       where municipality_id = $1 and key = $2 order by version desc limit 1`,
      [municipality, key, waiting, deadlineRulesDigest(waiting)],
    )
  }
}

test('where a rule waits for an event that no case has, the registry can tell nothing against the reviewers', async () => {
  const { rows } = await held.superPool.query<{ person: string; round: string }>(
    `select a.person_id as person, (select key from round where state = 'closed' order by period_from desc limit 1) as round
     from role_assignment a join municipality using (municipality_id) where demo and role = 'staff-lawyer' order by a.id limit 1`,
  )
  const [{ person, round } = { person: '', round: '' }] = rows
  const cookie = cookieOf(await server.send('POST', '/api/session/switch', { body: { personId: person } }))
  const states = async () => {
    const path = `/api/caseflow/reconciliation?round=${round}&question=U-2.1&view=all`
    const got = await server.send('GET', path, { cookie })
    if (got.statusCode !== 200) throw new Error(got.body)
    const { answer } = getReconciliation.response.parse(got.json())
    if (answer.state !== 'ready') throw new Error(`it is ${answer.state}`)
    return new Set(answer.entries.flatMap(({ clocks }) => clocks.map(({ state }) => state)))
  }
  expect(await states()).toContain('met')
  await publishWaitingRules()
  expect(await states()).toEqual(new Set(['cannot-tell']))
})
