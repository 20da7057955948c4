// A number on paper looked up in a real browser: by those who may see its cases, and by those who may not.
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../src/core/access/role.ts'
import { expectAccessible, expectNoSidewaysScroll, screenshot, TestBrowser } from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { cookieOf, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string

beforeAll(async () => {
  held = await createTestDatabase({ demo: true })
  server = await createTestServer(held.database, { demo: true })
  origin = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
  await release('internal')
  await release('public')
}, 300_000)
afterAll(async () => {
  await browser.close()
  await server.app.close()
  await held.close()
})

async function personOf(role: Role): Promise<string> {
  const { rows } = await held.superPool.query<{ person_id: string }>(
    'select person_id from role_assignment where role = $1 and valid_to is null order by id limit 1',
    [role],
  )
  return rows[0]?.person_id ?? ''
}

async function release(edition: 'internal' | 'public'): Promise<void> {
  const post = async (role: Role, path: string, body: object) => {
    const personId = await personOf(role)
    const cookie = cookieOf(await server.send('POST', '/api/session/switch', { body: { personId } }))
    const headers = { 'idempotency-key': randomUUID() }
    const answer = await server.send('POST', path, { cookie, body, headers })
    if (answer.statusCode >= 300) throw new Error(answer.body)
    return answer
  }
  const { rows } = await held.superPool.query<{ key: string }>(
    `select key from round where state = 'closed' order by period_from desc limit 1`,
  )
  const body = { round: rows[0]?.key, template: 'committee', edition, english: false, corrects: null }
  const { id } = (await post('staff-lawyer', '/api/releases', body)).json<{ id: string }>()
  await post('staff-lawyer', `/api/releases/${id}/hand-over`, { seen: 0 })
  await post('central-lawyer', `/api/releases/${id}/check`, { outcome: 'passed' })
  await post('director', `/api/releases/${id}/approval`, { outcome: 'passed' })
  await post('staff-lawyer', `/api/releases/${id}/publication`, { outcome: 'passed' })
}

async function as(role: Role, use: (page: Page) => Promise<void>, width = 1440): Promise<void> {
  const personId = await personOf(role)
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    await page.request.post('/api/session/switch', { data: { personId }, headers: { origin } })
    await use(page)
  })
}

/** Long: the report is worked out again. */
const slow = { timeout: 120_000 }
const composite = 'composite/all/level-2/all/share'

test('a lawyer types a number’s name from paper and opens it to its cases', async () => {
  await as('staff-lawyer', async (page) => {
    await page.goto('/reports')
    await page.getByLabel('Tallets navn').fill('composite/…/level-2/all/share')
    await page.getByRole('button', { name: 'Slå op' }).click()
    await page.getByRole('row', { name: composite }).getByRole('link').click()
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/figures/${composite}`)
    const internal = page.getByRole('region').filter({ hasText: 'Intern (alle tal)' })
    await internal.getByText('Nævner', { exact: true }).waitFor()
    await internal.getByRole('button', { name: 'Regn efter' }).click()
    await internal.getByText('Tallet ville være det samme i dag.').waitFor(slow)
    await internal.getByRole('button', { name: 'Vis svar og sager' }).click()
    await internal.getByRole('columnheader', { name: 'Enhed' }).waitFor(slow)
    await internal.getByText(/\d+ i orden af [\d.]+ relevante svar/u).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'figure-1440')

    const edition = page.getByRole('region').filter({ hasText: 'Offentlig (små tal skjult)' })
    await edition.getByRole('link', { name: 'Rapportens side' }).click()
    await page.getByRole('button', { name: 'Vis, hvad der er skjult' }).click(slow)
    await page
      .getByText(/lille tal \(\d+\)/u)
      .first()
      .waitFor(slow)
    await expectAccessible(page)
    await screenshot(page, 'hidden-1440')
  })
}, 240_000)

test('whoever may read the public edition sees what it prints, and no case', async () => {
  await as(
    'caseworker',
    async (page) => {
      await page.goto(`/figures/${composite}`)
      await page.getByText('Sagerne bag tallet kan åbnes af').waitFor()
      await page.getByText('Offentlig (små tal skjult)').waitFor()
      expect(await page.getByText('Intern (alle tal)').count()).toBe(0)
      expect(await page.getByRole('button', { name: /Vis svar|Regn efter/u }).count()).toBe(0)
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await screenshot(page, 'figure-390')
      await page.getByLabel('Tallets navn').fill('question/findes/ikke')
      await page.getByRole('button', { name: 'Slå op' }).click()
      await page.getByText('Intet tal i de frigivne rapporter').waitFor()
    },
    390,
  )
}, 120_000)
