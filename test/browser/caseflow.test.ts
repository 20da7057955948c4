import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  describeFocus,
  expectAccessible,
  expectNoSidewaysScroll,
  screenshot,
  TestBrowser,
} from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

const hour = 3_600_000
let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string

beforeAll(async () => {
  held = await createTestDatabase()
  const { municipalityId } = held.first
  const nord = await addUnit(held.database, municipalityId, 'Enhed Nord')
  await addUnit(held.database, municipalityId, 'Enhed Syd')
  await addPerson(held.database, municipalityId, { userName: 'adm', role: 'administrator' })
  for (const userName of ['sofie', 'karen'])
    await addPerson(held.database, municipalityId, { userName, role: 'caseworker', unit: nord })
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

const ago = (hours: number) => new Date(Date.now() - hours * hour).toISOString()
const file = [
  'Sagsnr;Hændelse;Tidspunkt;Enhed;Sagsbehandler',
  `S-1;Underretning;${ago(3)};Enhed Nord;sofie`,
  `S-2;Bekymring;${ago(40)};Enhed Nord;sofie`,
  `S-3;Underretning;${ago(60)};Enhed Syd;peter`,
  `S-4;Underretning;${ago(90)};Enhed Syd;peter`,
  `S-4;Akutvurdering;${ago(80)};Enhed Syd;peter`,
]

async function read(page: Page): Promise<void> {
  await page.getByLabel('Fil med hændelser').setInputFiles({
    name: 'uge.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(file.join('\r\n')),
  })
  await page.getByRole('button', { name: 'Læs filen', exact: true }).click()
}

test('an administrator is led from an empty page to an import, says what a word stands for, and sees what is late', async () => {
  await withPerson('adm', async (page) => {
    await page.goto('/caseflow')
    await page.getByRole('heading', { name: 'Der er ingen hændelser endnu' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'caseflow-empty')
    await page.getByRole('link', { name: 'Importér hændelser' }).click()
    await page.getByText('Ingen hændelser er importeret endnu').waitFor()
    await expectAccessible(page)
    await page.getByLabel('Kilde').fill('Fagsystemet')
    await read(page)
    await page.getByRole('heading', { name: 'Forhåndsvisning: uge.csv' }).waitFor()
    await page.getByLabel('»Bekymring« står for').selectOption({ label: 'Underretning modtaget' })
    await expectAccessible(page)
    await screenshot(page, 'caseflow-preview')
    await page.getByRole('button', { name: 'Læs filen igen' }).click()
    await page.getByText('5 rækker læst. 4 sager får nye eller rettede hændelser').waitFor()
    await expect.poll(() => page.getByText('Hændelser, reglerne ikke kender').count()).toBe(0)
    await page.getByRole('button', { name: 'Bekræft importen' }).click()
    await page.getByText('Importen er gennemført: 5 nye og 0 rettede hændelser.').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'caseflow-imported')

    await page.goto('/caseflow?rule=R01')
    await page.getByRole('heading', { name: 'Overskredet og ikke opfyldt' }).waitFor()
    await page
      .getByText('Underretning vurderes for akut behov: 2 af 3 kom for sent i de seneste 30 dage.')
      .waitFor()
    const cases = await page.getByRole('rowheader').allTextContents()
    expect(cases).toEqual(['S-1', 'S-2', 'S-3'])
    await expectAccessible(page)
    await screenshot(page, 'caseflow-list')
    await page.getByRole('link', { name: 'S-3' }).click()
    await page.getByRole('heading', { level: 1, name: 'Sag S-3' }).waitFor()
    await page.getByText(/regler kræver ikke noget her/).click()
    await page.getByText('Alle faser og 1 hændelse som tabel').click()
    await page.getByRole('rowheader', { name: 'Underretning modtaget' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'caseflow-case')
  })
})

/** A browser's own disclosure has no role that every snapshot names, so it is known by its element. */
async function tabToRule(page: Page): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.tagName === 'SUMMARY')) return
  }
  throw new Error('Tab never reaches a rule')
}

test('a caseworker sees their own deadlines, opens a rule by keyboard, and filters in the address', async () => {
  await withPerson('sofie', async (page) => {
    await page.goto('/caseflow?rule=R01')
    await page.getByRole('heading', { name: 'Udløber snart' }).waitFor()
    await expect.poll(() => page.getByRole('rowheader').allTextContents()).toEqual(['S-1', 'S-2'])
    await expect.poll(() => page.getByRole('link', { name: 'Importér hændelser' }).count()).toBe(0)
    await tabToRule(page)
    await page.keyboard.press('Enter')
    await page.getByText('Frister efter barnets lov: § 136').first().waitFor()
    await page.getByText('efterprøvet i lovteksten').first().waitFor()
    await expectAccessible(page)
    await page.getByLabel('Tilstand').selectOption('open')
    await page.getByRole('heading', { name: 'Udløber snart' }).waitFor({ state: 'detached' })
    expect(new URL(page.url()).searchParams.get('state')).toBe('open')
    await expect.poll(() => page.getByRole('rowheader').allTextContents()).toEqual(['S-2'])
  })
})

test('the list fits a phone', async () => {
  await withPerson(
    'sofie',
    async (page) => {
      await page.goto('/caseflow')
      await page.getByRole('heading', { name: 'Overskredet og ikke opfyldt' }).waitFor()
      await expect.poll(() => page.getByRole('rowheader').count()).toBeGreaterThan(0)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await screenshot(page, 'caseflow-phone')
    },
    390,
  )
})

test('on a phone a long list shows ten and a button for the rest; a wide page and paper show them all', async () => {
  const cases = Array.from({ length: 14 }, (_, n) => `K-${String(n + 1).padStart(2, '0')}`)
  const delivered = await server.send('POST', '/api/caseflow/events', {
    cookie: await server.signIn(held.first.municipalityId, 'adm'),
    body: {
      source: 'fagsystem',
      events: cases.map((caseId, n) => ({
        id: caseId,
        caseId,
        kind: 'notification-received',
        // The first is the longest over its time, so that the list begins with the last.
        time: ago(200 - n),
        unit: 'Enhed Nord',
        caseworker: 'karen',
      })),
    },
  })
  expect(delivered.statusCode).toBe(200)
  await withPerson(
    'karen',
    async (page) => {
      await page.goto('/caseflow?rule=R01&state=open')
      const list = page.getByRole('table', { name: 'Overskredet og ikke opfyldt' })
      const button = page.getByRole('button', { name: 'Vis alle 14', exact: true })
      await expect.poll(() => list.getByRole('rowheader').count()).toBe(10)
      await expect.poll(() => button.getAttribute('aria-expanded')).toBe('false')
      await expectAccessible(page)
      await screenshot(page, 'caseflow-phone-folded')

      await page.emulateMedia({ media: 'print' })
      await expect.poll(() => list.getByRole('rowheader').count()).toBe(14)
      await expect.poll(() => button.isVisible()).toBe(false)
      // The law behind the rule, once a row, would make thirteen sheets of one.
      await expect
        .poll(() => page.getByText('Frister efter barnets lov: § 136').first().isVisible())
        .toBe(false)
      await page.emulateMedia({ media: 'screen' })

      const eleventh = cases.toReversed()[10] ?? ''
      await button.focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => list.getByRole('rowheader').count()).toBe(14)
      // One reads on at the first that came, not below the last.
      await expect.poll(() => describeFocus(page)).toEqual({ role: 'rowheader', name: eleventh })
      const fewer = page.getByRole('button', { name: 'Vis kun de første 10', exact: true })
      await expect.poll(() => fewer.getAttribute('aria-expanded')).toBe('true')
      await expectAccessible(page)
      await fewer.click()
      await expect.poll(() => list.getByRole('rowheader').count()).toBe(10)

      await page.setViewportSize({ width: 1440, height: 900 })
      await expect.poll(() => list.getByRole('rowheader').count()).toBe(14)
      await expect.poll(() => button.isVisible()).toBe(false)
    },
    390,
  )
})
