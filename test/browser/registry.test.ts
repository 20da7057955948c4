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
  await addPerson(held.database, municipalityId, { userName: 'anna', role: 'administrator' })
  await addPerson(held.database, municipalityId, { userName: 'sofie', role: 'caseworker' })
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

async function read(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel('Fil med sagstrin').setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  })
  await page.getByRole('button', { name: 'Læs filen', exact: true }).click()
}

const head = 'Sagsnr;Sagstrin;Enhed;Sagsbehandler;Start;Slut;Alder'
const first = [
  head,
  'S-1;underretning;Enhed Nord;anna;02-01-2026;09-01-2026;7',
  'S-2;underretning;Enhed Nord;PK;05-01-2026;;12',
]

test('an administrator imports a file, sees a changed one’s differences, and leaves out refused rows', async () => {
  await withPerson('anna', async (page) => {
    await page.goto('/registry/import')
    await page.getByText('Ingen importer endnu').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'registry-empty')
    await page.getByRole('button', { name: 'Læs filen', exact: true }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Vælg en fil.' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Skriv, hvilken kilde filen kommer fra.' }).click()
    expect(await page.getByLabel('Kilde').evaluate((field) => field === document.activeElement)).toBe(true)
    await page.getByLabel('Kilde').fill('Fagsystemets udtræk')
    await read(page, 'januar.csv', first.join('\r\n'))
    await page.getByRole('heading', { name: 'Forhåndsvisning: januar.csv' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'registry-new')
    await page.getByRole('button', { name: 'Bekræft importen' }).click()
    await page.getByText('Importen er gennemført: 2 nye og 0 ændrede sagstrin.').waitFor()

    await read(page, 'januar.csv', first.join('\r\n'))
    await page.getByText('Filen ændrer intet').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Bekræft importen' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Kassér' }).click()
    await page.getByText('Forhåndsvisningen er kasseret').waitFor()

    const next = [
      head,
      'S-1;underretning;Enhed Nord;PK;02-01-2026;11-01-2026;8',
      'S-3;underretning;Enhed Syd;PK;31-02-2026;;12',
      'S-4;underretning;Enhed Nord;PK;03-02-2026;;3',
    ]
    await read(page, 'februar.csv', next.join('\r\n'))
    const refused = page.getByRole('table', { name: 'Afviste rækker' })
    await refused.getByText('"Enhed Syd" kendes ikke. Kendte: Enhed Nord.').waitFor()
    const changed = page.getByRole('table', { name: 'Forskelle mellem sagsregistret og filen' })
    await expect.poll(() => changed.getByRole('row').count()).toBe(4)
    await expectAccessible(page)
    await screenshot(page, 'registry-changed')
    const confirm = page.getByRole('button', { name: 'Bekræft importen' })
    await expect.poll(() => confirm.isDisabled()).toBe(true)
    // The label draws the box; the input itself is only for those who listen.
    await page.getByText('Importér de øvrige rækker, og lad den afviste ude').click()
    await confirm.click()
    await page.getByText('Importen er gennemført: 1 nyt og 1 ændret sagstrin.').waitFor()
    await screenshot(page, 'registry-history')

    await read(page, 'marts.csv', [head, 'S-9;underretning;Enhed Syd;PK;03-02-2026;;3'].join('\r\n'))
    await page.getByText('Intet kan importeres: alle rækker er afvist.').waitFor()
    await page.goto('/registry/import')
    await page
      .getByRole('row', { name: /marts\.csv/ })
      .getByText('alle rækker afvist')
      .waitFor()
    await expect.poll(() => page.getByText('venter på bekræftelse').count()).toBe(0)
  })
})

test('columns that cannot be guessed are chosen by hand, also on a narrow screen', async () => {
  await withPerson(
    'anna',
    async (page) => {
      await page.goto('/registry/import')
      await page.getByLabel('Kilde').fill('Andet system')
      await read(page, 'andet.csv', first.join('\r\n').replace('Sagsnr', 'Journal').replaceAll('S-', 'M-'))
      await page.getByText('Nogle kolonner mangler').waitFor()
      await page.getByLabel('Filens kolonne for Sagens nummer').selectOption('Journal')
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await screenshot(page, 'registry-mapping-narrow')
      await page.getByRole('button', { name: 'Læs filen igen med disse kolonner' }).click()
      await page.getByRole('heading', { name: 'Forhåndsvisning: andet.csv' }).waitFor()
      const rows = page.getByRole('table', { name: 'Nye rækker, som de er læst' }).getByRole('row')
      await expect.poll(() => rows.count()).toBe(2)
      await expectNoSidewaysScroll(page)
      await screenshot(page, 'registry-preview-narrow')
    },
    390,
  )
})

test('a file over the limit is refused before it is sent', async () => {
  await withPerson('anna', async (page) => {
    await page.goto('/registry/import')
    await page.getByLabel('Fil med sagstrin').evaluate((input) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(64_000_001)], 'stor.csv'))
      // The label names the file input.
      const chooser = input as HTMLInputElement
      chooser.files = transfer.files
      chooser.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await page.getByText('Den må højst fylde 64 MB').waitFor()
    await expect
      .poll(() => page.getByRole('button', { name: 'Læs filen', exact: true }).isDisabled())
      .toBe(true)
  })
})

test('a caseworker finds neither menu item nor page content', async () => {
  await withPerson('sofie', async (page) => {
    await page.goto('/registry/import')
    await page.getByRole('heading', { level: 1, name: 'Du har ikke adgang til denne side' }).waitFor()
    await expect.poll(() => page.getByRole('link', { name: 'Sagsregister' }).count()).toBe(0)
  })
})
