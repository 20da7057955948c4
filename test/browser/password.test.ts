import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, screenshot, TestBrowser } from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, createTestServer, password, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string

const chosen = 'fire ord om en kano'

beforeAll(async () => {
  held = await createTestDatabase()
  await addPerson(held.database, held.first.municipalityId, { userName: 'maja', role: 'staff-lawyer' })
  server = await createTestServer(held.database)
  origin = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await server.app.close()
  await held.close()
})

const session = () => server.signIn(held.first.municipalityId, 'maja')

async function isSignedIn(cookie: string): Promise<boolean> {
  return (await server.send('GET', '/api/notifications/count', { cookie })).statusCode === 200
}

async function enter(page: Page, before: string, after: string, again = after): Promise<void> {
  await page.getByLabel('Nuværende adgangskode').fill(before)
  await page.getByLabel('Ny adgangskode', { exact: true }).fill(after)
  await page.getByLabel('Ny adgangskode igen').fill(again)
  await page.getByRole('button', { name: 'Skift adgangskode' }).click()
}

const alert = (page: Page) => page.getByRole('alert')

test('one’s own password is changed where the old one is right and the new one long and twice the same; other sessions end', async () => {
  const [cookie, elsewhere] = [await session(), await session()]
  const [name = '', value = ''] = cookie.split('=')
  await browser.withPage({ origin, viewport: { width: 390, height: 844 } }, async (page) => {
    await page.context().addCookies([{ name, value, url: origin }])
    await page.goto('/password')
    await page.getByRole('heading', { level: 1, name: 'Skift adgangskode' }).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)

    await enter(page, password, 'for kort')
    await alert(page).getByText('Den nye adgangskode skal have mindst 12 tegn.').waitFor()
    await enter(page, password, chosen, `${chosen} og`)
    await alert(page).getByText('De to nye adgangskoder er ikke ens.').waitFor()
    await enter(page, 'en helt anden', chosen)
    await alert(page).getByText('Den nuværende adgangskode er forkert.').waitFor()
    await enter(page, '', chosen)
    await alert(page).getByText('Skriv din nuværende adgangskode.').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await screenshot(page, 'password-refused-390')
    expect(await isSignedIn(elsewhere)).toBe(true)

    await page.getByRole('checkbox', { name: 'Vis adgangskoderne' }).press('Space')
    await expect.poll(() => page.getByLabel('Nuværende adgangskode').getAttribute('type')).toBe('text')
    await enter(page, password, chosen)
    await page.getByText('Adgangskoden er skiftet. Andre steder er du logget ud.').waitFor()
    await expect.poll(() => page.getByLabel('Nuværende adgangskode').inputValue()).toBe('')
    await screenshot(page, 'password-changed-390')
    expect(await isSignedIn(elsewhere)).toBe(false)
    // This window goes on, with a session of its own that the stolen cookie of before does not open.
    expect(await isSignedIn(cookie)).toBe(false)
    await page.goto('/rounds')
    await page.getByRole('heading', { level: 1, name: 'Runder' }).waitFor()
  })
})
