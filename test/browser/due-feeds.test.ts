import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, screenshot, TestBrowser } from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string

beforeAll(async () => {
  held = await createTestDatabase()
  const { municipalityId } = held.first
  const unit = await addUnit(held.database, municipalityId, 'Enhed Nord')
  await addPerson(held.database, municipalityId, { userName: 'leder', role: 'department-manager', unit })
  await addPerson(held.database, municipalityId, { userName: 'sofie', role: 'caseworker', unit })
  server = await createTestServer(held.database)
  origin = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await server.app.close()
  await held.close()
})

async function withPerson(name: string, use: (page: Page) => Promise<void>, width = 1440): Promise<void> {
  const [cookieName = '', value = ''] = (await server.signIn(held.first.municipalityId, name)).split('=')
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    await page.context().addCookies([{ name: cookieName, value, url: origin }])
    await use(page)
  })
}

test('a leader makes an address for the unit’s due days, sees it once, and ends it', async () => {
  await withPerson(
    'leder',
    async (page) => {
      await page.goto('/calendar')
      await page.getByRole('button', { name: 'Lav en adresse' }).click()
      const address = page.getByRole('textbox', { name: 'Adressen' })
      await address.waitFor()
      const url = await address.inputValue()
      expect((await fetch(url)).status).toBe(200)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await screenshot(page, 'due-feed')
      await page.getByRole('button', { name: 'Luk adressen for Enhed Nord' }).click()
      await page.getByText('Adressen for Enhed Nord virker ikke mere.').waitFor()
      expect((await fetch(url)).status).toBe(404)
    },
    390,
  )
})

test('a caseworker, who sees only their own, is offered none', async () => {
  await withPerson('sofie', async (page) => {
    const asked = page.waitForResponse((response) => response.url().endsWith('/api/caseflow/due-feeds'))
    await page.goto('/calendar')
    await asked
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Lav en adresse' }).count()).toBe(0)
  })
})
