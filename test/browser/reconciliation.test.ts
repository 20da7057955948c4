import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../src/core/access/role.ts'
import { expectAccessible, expectNoSidewaysScroll, screenshot, TestBrowser } from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string
let [closed, open] = ['', '']

beforeAll(async () => {
  held = await createTestDatabase({ demo: true })
  const { rows } = await held.superPool.query<{ key: string; state: string }>(
    'select key, state from round order by period_from desc',
  )
  closed = rows.find(({ state }) => state === 'closed')?.key ?? ''
  open = rows.find(({ state }) => state === 'open')?.key ?? ''
  server = await createTestServer(held.database, { demo: true })
  origin = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await server.app.close()
  await held.close()
})

async function as(role: Role, use: (page: Page) => Promise<void>, width = 1440): Promise<void> {
  const { rows } = await held.superPool.query<{ person_id: string }>(
    'select person_id from role_assignment where role = $1 and valid_to is null order by id limit 1',
    [role],
  )
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    const personId = rows[0]?.person_id
    await page.request.post('/api/session/switch', { data: { personId }, headers: { origin } })
    await use(page)
  })
}

const heading = (page: Page) => page.getByRole('heading', { name: 'Kan registrets datoer bære?' })
const rowsOf = (page: Page) =>
  page.getByRole('region', { name: 'Sagerne' }).locator('table').first().locator('tbody tr')

test('a lawyer sees how far the dates carry, opens the events behind one, and says that the registry is wrong', async () => {
  await as('staff-lawyer', async (page) => {
    await page.goto('/caseflow/reconciliation')
    await heading(page).waitFor()
    await page.getByText(/^Registret og gennemgangen siger det samme i/).waitFor()
    await page.getByRole('heading', { name: 'Hvad det betyder for alle sager' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'reconciliation')
    await page.getByLabel('Vis').selectOption({ label: 'Register for sent, gennemgang ja' })
    await expect.poll(() => new URL(page.url()).searchParams.get('view')).toBe('reviewer-only')
    // Which case stands first moves with the demo's day.
    const row = rowsOf(page).filter({ hasText: '24 timer' }).first()
    await expect.poll(() => row.innerText()).toContain('for sent')
    await row.locator('summary').first().click()
    await row.getByText('Underretning modtaget').first().waitFor()
    await row.getByRole('button', { name: /^Konkludér om sag/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Gem konklusionen' }).click()
    await dialog.getByText('Vælg et af de tre.').waitFor()
    await dialog.getByText('Skriv, hvad du har set.').waitFor()
    await expectAccessible(page)
    await dialog.getByLabel('Registret er forkert').check()
    await dialog.getByLabel('Begrundelse').fill('Vurderingen er tastet to dage efter, at den blev lavet.')
    await screenshot(page, 'reconciliation-conclude')
    await dialog.getByRole('button', { name: 'Gem konklusionen' }).click()
    await page.getByText('Konklusionen er gemt.').waitFor()
    await expect.poll(() => row.innerText()).toContain('skal rettes i fagsystemet')
    await expect.poll(() => row.innerText()).toContain('tastet to dage efter')
    await page.getByLabel('Konklusion').selectOption({ label: 'skal rettes i fagsystemet' })
    await expect.poll(() => rowsOf(page).count()).toBe(1)
    await expectAccessible(page)
  })
})

test('an open round says what it waits for, and shows no figure', async () => {
  await as('director', async (page) => {
    await page.goto(`/caseflow/reconciliation?round=${open}`)
    await heading(page).waitFor()
    await page.getByRole('heading', { name: 'Spørgsmål for spørgsmål' }).waitFor({ state: 'detached' })
    await page.getByLabel('Runde').waitFor()
    await expect.poll(() => page.getByRole('progressbar').count()).toBeGreaterThan(0)
    await expect.poll(() => page.getByText('siger det samme').count()).toBe(0)
    await expectAccessible(page)
    await screenshot(page, 'reconciliation-sealed')
  })
})

test('a unit’s manager sees the unit’s own cases, also on a telephone', async () => {
  await as(
    'area-manager',
    async (page) => {
      await page.goto(`/caseflow/reconciliation?round=${closed}&view=all`)
      await heading(page).waitFor()
      await rowsOf(page).first().waitFor()
      await expect.poll(() => page.getByLabel('Enhed', { exact: true }).count()).toBe(0)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await screenshot(page, 'reconciliation-390')
    },
    390,
  )
})

test('those who do the casework are told that the page is not theirs', async () => {
  await as('caseworker', async (page) => {
    await page.goto('/caseflow/reconciliation')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => page.getByText('Kan registrets datoer bære?').count()).toBe(0)
  })
})
