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
  const north = await addUnit(held.database, municipalityId, 'Nord')
  const south = await addUnit(held.database, municipalityId, 'Syd')
  await addPerson(held.database, municipalityId, { userName: 'syd', role: 'caseworker', unit: south })
  await addPerson(held.database, municipalityId, {
    userName: 'leder',
    role: 'department-manager',
    unit: north,
  })
  await held.superPool.query(`insert into event_source (municipality_id, name) values ($1, 'Prøve')`, [
    municipalityId,
  ])
  await held.superPool.query(
    `insert into case_event (municipality_id, source_id, case_id, event_key, kind, day, unit, caseworker)
     select municipality_id, id, 'N-1', '1', 'notification-received', current_date - 3, 'Nord', 'XY'
     from event_source where municipality_id = $1 and name = 'Prøve'`,
    [municipalityId],
  )
  server = await createTestServer(held.database)
  origin = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await server.app.close()
  await held.close()
})

async function withPerson(name: string, width: number, use: (page: Page) => Promise<void>): Promise<void> {
  const [cookieName = '', value = ''] = (await server.signIn(held.first.municipalityId, name)).split('=')
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    await page.context().addCookies([{ name: cookieName, value, url: origin }])
    await use(page)
  })
}

test.each([1440, 390])(
  'a case of another unit is opened by keyboard, seen, and judged by a leader (%i wide)',
  async (width) => {
    await held.superPool.query('delete from break_glass')
    await withPerson('syd', width, async (page) => {
      await page.goto('/caseflow/break-glass')
      await page.getByRole('textbox', { name: 'Sagsnummer' }).fill('findes-ikke')
      await page
        .getByRole('textbox', { name: 'Hvorfor er det nødvendigt nu?' })
        .fill('Barnet er i akut fare.')
      await page.getByRole('button', { name: 'Åbn sagen' }).press('Enter')
      await page.getByText('Det, du leder efter, findes ikke.').waitFor()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await screenshot(page, `break-glass-ask-${width}`)
      await page.getByRole('textbox', { name: 'Sagsnummer' }).fill('N-1')
      await page.getByRole('textbox', { name: 'Hvorfor er det nødvendigt nu?' }).press('Tab')
      await page.getByRole('combobox', { name: 'Hvor længe' }).selectOption('60 minutter')
      await page.getByRole('button', { name: 'Åbn sagen' }).press('Enter')
      await page.getByRole('heading', { level: 1, name: 'Nødadgang til sag N-1' }).waitFor()
      await page.getByText('Du ser sagen med nødadgang.').waitFor()
      expect(await page.getByRole('link', { name: 'Begynd en sagsgennemgang' }).count()).toBe(0)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await screenshot(page, `break-glass-case-${width}`)
    })
    await withPerson('leder', width, async (page) => {
      await page.goto('/')
      await page.getByRole('link', { name: 'Nødadgange, der venter på din vurdering' }).click()
      await page.getByRole('button', { name: 'Afslut adgangen til sag N-1' }).click()
      await page.getByText('Ophørt').waitFor()
      await page.getByRole('button', { name: 'Vurdér nødadgangen til sag N-1' }).press('Enter')
      await page.getByRole('combobox', { name: 'Vurdering' }).selectOption('Ikke berettiget')
      await page.getByRole('textbox', { name: 'Begrund kort' }).fill('Vagten kunne have svaret.')
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Gem vurderingen' }).click()
      // The field holds the same words until it is gone.
      await expect.poll(() => page.getByRole('textbox', { name: 'Begrund kort' }).count()).toBe(0)
      await page.getByText('Vagten kunne have svaret.').waitFor()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await screenshot(page, `break-glass-judged-${width}`)
    })
  },
)
