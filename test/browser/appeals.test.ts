import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, screenshot, TestBrowser } from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string

beforeAll(async () => {
  held = await createTestDatabase()
  const { municipalityId } = held.first
  await addPerson(held.database, municipalityId, { userName: 'stab', role: 'staff-lawyer' })
  await held.superPool.query(
    `insert into appeal_count (municipality_id, year, scope, body, provision, basis, decided, upheld, upheld_percent, source, entered_at)
     values ($1, 2015, 'national', 'Hele landet', 'servicelovens § 41', 'decided', 1447, 848, 59, 'Årsstatistik 2015', now()),
       ($1, 2015, 'municipality', 'København', 'servicelovens § 41', 'decided', 95, 66, 69, 'Årsstatistik 2015', now())`,
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

async function withLawyer(width: number, use: (page: Page) => Promise<void>): Promise<void> {
  const [cookieName = '', value = ''] = (await server.signIn(held.first.municipalityId, 'stab')).split('=')
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    await page.context().addCookies([{ name: cookieName, value, url: origin }])
    await use(page)
  })
}

test.each([1440, 390])(
  'a complaint is entered, decided and learnt of, and its number opens to it (%i wide)',
  async (width) => {
    await held.superPool.query('delete from appeal')
    await withLawyer(width, async (page) => {
      await page.goto('/appeals')
      await page.getByText('848 stadfæstet').waitFor()
      await page.getByText('66 stadfæstet').waitFor()
      await page.getByText('så de to er ikke uafhængige').waitFor()
      await page.getByRole('button', { name: 'Notér en klage' }).press('Enter')
      const asking = page.getByRole('dialog', { name: 'Notér en klage' })
      await asking.getByRole('textbox', { name: 'Nummer' }).fill('K-2015-7')
      await asking.getByRole('textbox', { name: 'Bestemmelse' }).fill('servicelovens § 41')
      await asking.getByRole('combobox', { name: 'Aldersgruppe' }).selectOption('0-14 år')
      await asking.getByLabel('Sendt til Ankestyrelsen').fill('2015-03-01')
      await expectAccessible(page)
      await asking.getByRole('button', { name: 'Gem' }).click()

      await page.getByRole('button', { name: 'Notér afgørelsen: K-2015-7' }).click()
      const deciding = page.getByRole('dialog', { name: 'Notér afgørelsen: K-2015-7' })
      await deciding.getByRole('combobox', { name: 'Afgørelse' }).selectOption('Hjemvist')
      await deciding.getByLabel('Afgjort').fill('2015-02-01')
      await deciding.getByRole('button', { name: 'Gem' }).click()
      await deciding.getByText('Dagen ligger før det, der gik forud').waitFor()
      await deciding.getByLabel('Afgjort').fill('2015-09-01')
      await deciding.getByRole('button', { name: 'Gem' }).click()

      await page.getByRole('button', { name: 'Aftal læring: K-2015-7' }).click()
      const planning = page.getByRole('dialog', { name: 'Aftal læring: K-2015-7' })
      await planning.getByRole('textbox', { name: 'Hvad skal der læres?' }).fill('Oplys sagen først.')
      await planning.getByRole('combobox', { name: 'Ansvarlig' }).selectOption('Prøve stab')
      await planning.getByLabel('Senest').fill('2015-12-01')
      await planning.getByRole('button', { name: 'Gem' }).click()
      await page.getByRole('cell', { name: 'Læring over fristen' }).waitFor()

      const opening = page.getByRole('link', { name: '2015, Hjemvist: vis 1' })
      expect(await opening.count()).toBe(2)
      await opening.first().click()
      await page.waitForURL(/sentYear=2015&outcome=remitted|outcome=remitted.*sentYear=2015/)
      await page.getByRole('rowheader', { name: 'K-2015-7' }).waitFor()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await screenshot(page, `appeals-${width}`)
      await page.getByRole('combobox', { name: 'Afgørelse' }).selectOption('Stadfæstet')
      await page.getByText('Ingen klager', { exact: true }).waitFor()
      await page.getByText('848 stadfæstet').waitFor()
    })
  },
)
