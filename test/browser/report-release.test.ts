// A report's way out in a real browser: written, checked, approved, released, and read by those it is for.
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

beforeAll(async () => {
  held = await createTestDatabase({ demo: true })
  server = await createTestServer(held.database, { demo: true })
  origin = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await server.app.close()
  await held.close()
})

async function as(role: Role | null, use: (page: Page) => Promise<void>, width = 1440): Promise<void> {
  const { rows } = await held.superPool.query<{ person_id: string }>(
    'select person_id from role_assignment where role = $1 and valid_to is null order by id limit 1',
    [role],
  )
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    if (role !== null)
      await page.request.post('/api/session/switch', {
        data: { personId: rows[0]?.person_id },
        headers: { origin },
      })
    await use(page)
  })
}

/** Long: a report is composed from the round's analysis, and a release makes all its files. */
const slow = { timeout: 120_000 }

async function take(page: Page, step: string): Promise<void> {
  await page.getByRole('button', { name: step, exact: true }).click(slow)
  await page.getByRole('dialog').getByRole('button', { name: step, exact: true }).click()
  await page.getByRole('dialog').waitFor({ ...slow, state: 'detached' })
}

test('a report is written, checked by another, approved, released and read by everybody it is for', async () => {
  let address = ''
  await as('staff-lawyer', async (page) => {
    await page.goto('/')
    await page.getByRole('navigation').getByRole('link', { name: 'Rapporter' }).click()
    await page.getByRole('button', { name: 'Begynd en rapport' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Begynd en rapport' }).click()
    await page.getByRole('heading', { name: 'Hvad står i rapporten?' }).waitFor(slow)
    address = new URL(page.url()).pathname
    await expectAccessible(page)

    const trends = page.getByRole('group', { name: 'Tendenser' })
    await trends.getByRole('button', { name: 'Skriv en bemærkning' }).click()
    await trends.getByLabel('Bemærkning').fill('Det var 12,3 % mod ')
    await trends.getByLabel('Bemærkning').press('End')
    const figures = trends.getByLabel('Indsæt et tal')
    const share = await figures
      .locator('option', { hasText: /^\d+\s%: / })
      .first()
      .innerText()
    await figures.selectOption({ label: share })
    const [percent = ''] = share.split(':')
    await trends.getByText(`Trykkes som: Det var 12,3 % mod ${percent}`).waitFor()
    await expect
      .poll(() => page.getByRole('button', { name: 'Giv til juridisk kontrol' }).isDisabled())
      .toBe(true)
    await page.getByRole('group', { name: 'Temaer' }).getByLabel('Med i rapporten').uncheck()
    await page.getByRole('button', { name: 'Gem udkastet' }).click()
    await trends.getByText('Ingen tal i afsnittet siger 12,3 %').waitFor(slow)
    await screenshot(page, 'release-draft-1440')
    await trends.getByLabel('Bemærkning').fill(`Det var {intet/tal}`)
    await page.getByRole('button', { name: 'Gem udkastet' }).click()
    await trends.getByText('{intet/tal} er ikke et tal i rapporten').waitFor(slow)
    await page.getByText('Udkastet kan ikke gives videre, før det mærkede er rettet.').waitFor()
    await trends.getByRole('button', { name: 'Fjern' }).click()
    await page.getByRole('button', { name: 'Gem udkastet' }).click()
    await page.getByText('Gemt.', { exact: true }).waitFor(slow)
    await take(page, 'Giv til juridisk kontrol')
    await page.getByText('Du har selv skrevet i rapporten').waitFor(slow)
    await expect.poll(() => page.getByRole('button', { name: /Kontrolleret/ }).count()).toBe(0)
  })
  await as('central-lawyer', async (page) => {
    await page.goto(address)
    await take(page, 'Kontrolleret: giv videre til godkendelse')
  })
  await as('director', async (page) => {
    await page.goto(address)
    await take(page, 'Godkend')
    await take(page, 'Frigiv')
    await page.getByRole('button', { name: 'Regn rapporten efter' }).click(slow)
    await page.getByText(/^Ingen af de [\d.]+ tal er ændret\.$/).waitFor(slow)
    await expectAccessible(page)
    await screenshot(page, 'release-released-1440')
  })

  const { rows } = await held.superPool.query<{ municipality_id: string }>(
    "select municipality_id from report_release where state = 'released'",
  )
  await as(
    null,
    async (page) => {
      await page.goto(`/public/${rows[0]?.municipality_id}`)
      await page.getByRole('heading', { name: /^Rapporter om ledelsestilsyn/ }).waitFor()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await screenshot(page, 'public-reports-390')
      // The report itself runs no script, so that nothing can be asked of it from within; what its policy stops is told.
      const stopped: string[] = []
      page.on('console', (message) => stopped.push(message.text()))
      await page.getByRole('link', { name: /^Webside, dansk/ }).click()
      await page.waitForURL(/\/api\/public\//)
      const html = await (await page.request.get(page.url())).text()
      expect(html).toContain('Tendenser</h2>')
      expect(html).not.toContain('Temaer</h2>')
      expect(stopped.filter((text) => text.includes('Content Security Policy'))).toEqual([])
    },
    390,
  )
  await as('ombudsman', async (page) => {
    await page.goto('/')
    await page.getByRole('navigation').getByRole('link', { name: 'Rapporter' }).click()
    await page.getByRole('heading', { name: /-1: Rapport til udvalget/ }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Begynd en rapport' }).count()).toBe(0)
    await page.goto(address)
    await page.getByRole('heading', { name: 'Rapporter', level: 1 }).waitFor({ state: 'detached' })
    await expect.poll(() => page.getByRole('button').allTextContents()).not.toContain('Regn rapporten efter')
  })
}, 400_000)
