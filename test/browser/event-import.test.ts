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
  await addUnit(held.database, municipalityId, 'Enhed Nord')
  await addPerson(held.database, municipalityId, { userName: 'adm', role: 'administrator' })
  server = await createTestServer(held.database)
  origin = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await server.app.close()
  await held.close()
})

async function asAdministrator(width: number, use: (page: Page) => Promise<void>): Promise<void> {
  const [name = '', value = ''] = (await server.signIn(held.first.municipalityId, 'adm')).split('=')
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    await page.context().addCookies([{ name, value, url: origin }])
    await page.goto('/caseflow/import')
    await use(page)
  })
}

const choose = (page: Page, label: string, name: string, lines: readonly string[]) =>
  page
    .getByLabel(label)
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) })

/** As a report of a case system: a title, a period, the time apart from the day, slashes. */
const report = [
  'Hændelser i Familieafdelingen, udtrukket af drift',
  'Periode;april 2026;;;;',
  ';;;;;',
  'Sagsnr;Hændelse;Dato;Klokkeslæt;Enhed;Art',
  'S-1;Underretning;03/04/2026;10:15;Enhed Nord;fagperson',
  'S-2;Underretning;05/04/2026;00:00;Enhed Nord;borger',
]

test('dates that could be two days are asked about, and how a file is read can be changed after it was seen', async () => {
  await asAdministrator(1440, async (page) => {
    await page.getByLabel('Kilde').fill('Fagsystemet')
    await choose(page, 'Fil med hændelser', 'april.csv', report)
    await page.getByRole('button', { name: 'Læs filen', exact: true }).click()
    await page.getByRole('heading', { name: 'Datoerne kan læses på to måder' }).waitFor()
    await page.getByText(/^Dato, linje 5: Her kan dagen eller måneden stå først/u).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'event-import-dates')
    await page.getByLabel('Datoernes rækkefølge').selectOption({ label: 'dagen først (31/12/2026)' })
    await page.getByRole('button', { name: 'Læs filen igen' }).click()
    await page.getByText('Datoerne er læst med dagen først.').waitFor()
    await page.getByText('3. april 2026 kl. 10.15').first().waitFor()
    await page.getByText('5. april 2026 kl. 00.00').first().waitFor()

    // Midnight is what this system writes where it knows no time.
    await page.getByRole('button', { name: 'Ret, hvordan filen læses' }).click()
    const noTime = page.getByLabel('Klokkeslæt, der betyder, at tiden ikke kendes')
    await noTime.fill('00:00 0000')
    await page.getByText('"0000" er ikke et klokkeslæt. Skriv det som 00:00.').waitFor()
    await noTime.fill('00:00')
    await page.getByText('Oplysninger, som reglerne læser').first().click()
    await page.getByLabel('Filens kolonne for Hvem der har underrettet').selectOption('Art')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Læs filen igen' }).click()
    await page.getByText('00:00 er læst som et ukendt klokkeslæt.').waitFor()
    await page.getByText('5. april 2026 kl. 00.00').waitFor({ state: 'detached' })
    // The month in letters: a sample in figures could be read both ways too.
    await page.getByText('5. april 2026', { exact: true }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'event-import-preview')
    await page.getByRole('button', { name: 'Bekræft importen' }).click()
    await page.getByText('Importen er gennemført: 2 nye og 0 rettede hændelser.').waitFor()
  })
  const { rows } = await held.superPool.query<{ line: string }>(
    `select concat_ws(' ', case_id, day, moment is null, attributes->>'notifier') as line from case_event order by case_id`,
  )
  expect(rows.map(({ line }) => line)).toEqual(['S-1 2026-04-03 f fagperson', 'S-2 2026-04-05 t borger'])
})

test('on a phone, in English, missing columns are named as the page names them', async () => {
  await asAdministrator(390, async (page) => {
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'Import events' }).waitFor()
    await page.getByLabel('Source').fill('Another system')
    await choose(page, 'File of events', 'odd.csv', [
      'record;what;when;where',
      'S-9;Underretning;2026-04-03;Enhed Nord',
    ])
    await page.getByRole('button', { name: 'Read the file', exact: true }).click()
    await page.getByText('It is not clear which column is “Case number”.').waitFor()
    await page.getByText('It is not clear which column is “Event”.').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await screenshot(page, 'event-import-phone')
    await page.getByLabel('The file’s column for Case number').selectOption('record')
    await page.getByLabel('The file’s column for Event', { exact: true }).selectOption('what')
    await page.getByLabel('The file’s column for Time', { exact: true }).selectOption('when')
    await page.getByRole('button', { name: 'Read the file again' }).click()
    await page.getByRole('heading', { name: 'Preview: odd.csv' }).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await screenshot(page, 'event-import-phone-preview')
    await page.getByRole('button', { name: 'Discard' }).click()
    await page.getByText('Nothing was written', { exact: false }).first().waitFor()
  })
  const { rows } = await held.superPool.query(`select 1 from case_event where case_id = 'S-9'`)
  expect(rows).toEqual([])
})
