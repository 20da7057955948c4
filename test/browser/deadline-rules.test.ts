import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, screenshot, TestBrowser } from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

const hour = 3_600_000
let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string
/** Rules that come with Tilsyn as text, and their version. */
let law: string
let version: number

beforeAll(async () => {
  law = await readFile(new URL('../../programmes/deadlines-barnets-lov.yaml', import.meta.url), 'utf8')
  version = Number(/^version: (\d+)$/mu.exec(law)?.[1])
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId } = held.first
  const nord = await addUnit(held.database, municipalityId, 'Enhed Nord')
  await addPerson(held.database, municipalityId, { userName: 'adm', role: 'administrator' })
  await addPerson(held.database, municipalityId, { userName: 'sofie', role: 'caseworker', unit: nord })
  const cookie = await server.signIn(municipalityId, 'adm')
  const time = (hours: number) => new Date(Date.now() - hours * hour).toISOString()
  const events = [
    { caseId: 'S-1', kind: 'notification-received', time: time(90) },
    { caseId: 'S-1', kind: 'notification-assessed', time: time(60) },
    { caseId: 'S-2', kind: 'notification-received', time: time(40) },
  ]
  await server.send('POST', '/api/caseflow/events', { cookie, body: { source: 'Fagsystemet', events } })
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

async function choose(page: Page, text: string): Promise<void> {
  await page
    .getByLabel('Regelfil')
    .setInputFiles({ name: 'egne-frister.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) })
}

/** The same rules as a set beside the law's, by other ids. */
const asTheirOwn = () => law.replace(/^key: .*$/mu, 'key: egne-frister').replaceAll(/\bR(?=\d\d\b)/gu, 'K')

const revised = (more: number, hours: number) =>
  law
    .replace(/^version: .*$/mu, `version: ${version + more}`)
    .replace('limit: { hours: 24 }', `limit: { hours: ${hours} }`)

test('an administrator is told every mistake, sees what rules would change, publishes them and takes them back', async () => {
  await withPerson('adm', async (page) => {
    await page.goto('/caseflow/rules')
    await page.getByRole('heading', { name: 'Frister efter barnets lov' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'rules-in-force')

    await choose(page, revised(1, 24).replace('confidence: verified', 'confidence: sikker'))
    await page.getByRole('alert').getByText('linje', { exact: false }).first().waitFor()
    await screenshot(page, 'rules-mistakes')

    await choose(page, law)
    await page.getByText('Præcis denne tekst gælder allerede. Der er intet at udgive.').waitFor()
    expect(await page.getByRole('button', { name: 'Udgiv reglerne' }).count()).toBe(0)
    await choose(page, asTheirOwn())
    await page.getByText('Reglerne er i orden og er ikke udgivet før.').waitFor()

    await choose(page, revised(1, 48))
    await page.getByRole('heading', { name: `Frister efter barnets lov, version ${version + 1}` }).waitFor()
    await page.getByText('Reglerne er i orden og kan afløse dem, der gælder.').waitFor()
    await expect.poll(() => page.getByRole('main').innerText()).toContain('2 af 2 sager får et andet udfald.')
    await page.getByRole('cell', { name: /48 timer/ }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'rules-checked')
    await page.getByRole('button', { name: 'Udgiv reglerne' }).click()
    await page.getByText('Skriv, hvorfor reglerne udgives.').waitFor()
    await page.getByLabel('Begrundelse').fill('Kommunens praksis')
    await page.getByRole('button', { name: 'Udgiv reglerne' }).click()
    await page.getByText(`version ${version + 1}, er udgivet`, { exact: false }).waitFor()

    await page.getByText('Udgaver af Frister efter barnets lov', { exact: true }).click()
    await page.getByText('Kommunens praksis').waitFor()
    await page
      .getByRole('button', { name: `Brug Frister efter barnets lov, version ${version}, igen` })
      .click()
    await page.getByRole('heading', { name: `Frister efter barnets lov, version ${version + 2}` }).waitFor()
    await page.getByLabel('Begrundelse').fill('Fejl')
    await page.getByRole('button', { name: 'Udgiv reglerne' }).click()
    await page.getByText(`version ${version + 2}, er udgivet`, { exact: false }).waitFor()
    await page.getByText(`samme tekst som version ${version}`).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'rules-published')
  })
})

test('a caseworker reads the rules on a phone and cannot publish', async () => {
  await withPerson(
    'sofie',
    async (page) => {
      await page.goto('/caseflow/rules')
      await page.getByRole('heading', { name: 'Frister efter barnets lov' }).waitFor()
      await expect.poll(() => page.getByRole('heading', { name: 'Udgiv nye regler' }).count()).toBe(0)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await screenshot(page, 'rules-phone')
    },
    390,
  )
})
