import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf, stepAt } from '../../src/app/access/one-time-code.ts'
import { freePort } from '../../src/boot/free-port.ts'
import { expectAccessible, expectNoSidewaysScroll, screenshot, TestBrowser } from '../support/browser.ts'
import { fromBase32 } from '../support/base32.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, createTestServer, password, type TestServer } from '../support/server.ts'
import { startSignInProvider, type SignInProvider } from '../support/sign-in-provider.ts'

let held: TestDatabase
let server: TestServer
let provider: SignInProvider
let browser: TestBrowser
let origin: string

beforeAll(async () => {
  held = await createTestDatabase()
  const port = await freePort('localhost', undefined)
  if (!port.ok) throw new Error('no free port')
  origin = `http://localhost:${port.value}`
  provider = await startSignInProvider(`${origin}/login/return`, `${origin}/login`)
  const settings = provider.settings('Testkommune Ét')
  server = await createTestServer(held.database, { publicOrigin: origin, providers: [settings] })
  await server.app.listen({ port: port.value, host: 'localhost' })
  for (const userName of ['maja', 'nils', 'otto', 'pia', 'rita'])
    await addPerson(held.database, held.first.municipalityId, { userName, role: 'administrator' })
  provider.people.set('maja', { preferred_username: 'maja' })
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await server.app.close()
  await provider.stop()
  await held.close()
})

async function atProvider(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

async function expectFitsPhone(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await screenshot(page, name)
  await page.setViewportSize({ width: 1440, height: 900 })
}

async function signInLocally(page: Page, userName: string): Promise<void> {
  await page.goto('/login')
  await page.getByText('Log ind med brugernavn og adgangskode i stedet').click()
  await page.getByRole('combobox', { name: 'Kommune' }).selectOption({ label: 'Testkommune Ét' })
  await page.getByLabel('Brugernavn').fill(userName)
  await page.getByLabel('Adgangskode').fill(password)
  await page.getByRole('button', { name: 'Log ind', exact: true }).click()
}

test('with the municipality’s account one comes to the page one wanted, and out again at both', async () => {
  await browser.withPage({ origin }, async (page) => {
    await page.goto('/rounds')
    const own = page.getByRole('button', { name: 'Log ind med kommunens konto' })
    await own.waitFor()
    await expectFitsPhone(page, 'sign-in-provider-390')
    await own.click()
    await atProvider(page, 'maja')
    await page.getByRole('heading', { level: 1, name: 'Runder' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/rounds')

    await page.getByRole('button', { name: /brugermenu/ }).click()
    await page.getByRole('button', { name: 'Log ud' }).click()
    await page.waitForURL(`${provider.issuer}/**`)
    await page.goto(`${origin}/rounds`)
    await own.waitFor()
  })
})

test('what went wrong at the provider is said, with a way back, and leaves nothing in the address', async () => {
  await browser.withPage({ origin }, async (page) => {
    await page.goto('/login/return?code=stolen&state=forged')
    await page.getByRole('heading', { level: 1, name: 'Du blev ikke logget ind' }).waitFor()
    await page.getByText('Begynd forfra fra loginsiden.').waitFor()
    expect(new URL(page.url()).search).toBe('')
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Til loginsiden' }).click()
    await page.getByRole('button', { name: 'Log ind med kommunens konto' }).click()
    await atProvider(page, 'stranger')
    await page.getByText('Din konto i kommunen er ikke knyttet til nogen i Tilsyn.').waitFor()
  })
})

test('one-time codes are set up with app and recovery codes, and asked for at the next sign-in', async () => {
  await browser.withPage({ origin }, async (page) => {
    await signInLocally(page, 'nils')
    // The page that opens takes the focus to its heading, which closes a menu that was opened before.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Mine opgaver')
    await page.getByRole('button', { name: /brugermenu/ }).click()
    await page.getByRole('link', { name: 'Dit login' }).click()
    await page.getByRole('button', { name: 'Sæt engangskoder op' }).click()
    await page.getByRole('img', { name: /QR-kode/ }).waitFor()
    await expectFitsPhone(page, 'one-time-codes-390')
    const typed = await page.locator('.secret').innerText()
    const secret = fromBase32(typed.replaceAll(/\s/g, ''))
    const now = (steps = 0) => codeOf(secret, stepAt(new Date()) + steps)
    await page.getByLabel('Koden, som appen viser nu').fill('000000')
    await page.getByRole('button', { name: 'Tag i brug' }).click()
    await page.getByText('Koden er forkert eller brugt.').waitFor()
    await page.getByLabel('Koden, som appen viser nu').fill(now())
    await page.getByRole('button', { name: 'Tag i brug' }).click()
    await page.getByText('Engangskoderne er taget i brug.').waitFor()
    const recovery = await page.locator('.secret').allInnerTexts()
    expect(recovery).toHaveLength(10)
    await expectFitsPhone(page, 'recovery-codes-390')
    await page.getByRole('button', { name: 'Log ud overalt' }).click()

    await page.getByRole('heading', { level: 1, name: 'Log ind' }).waitFor()
    await signInLocally(page, 'nils')
    await page.getByText('Skriv koden fra din app').waitFor()
    await expectAccessible(page)
    // The step of the enrolment is used up; the next one counts already.
    await page.getByLabel('Kode', { exact: true }).fill(now(1))
    await page.getByRole('button', { name: 'Log ind', exact: true }).click()
    await page.getByRole('button', { name: /brugermenu/ }).waitFor()
  })
})

test('what needs a fresh proof asks for it and goes on by itself', async () => {
  await browser.withPage({ origin }, async (page) => {
    await signInLocally(page, 'otto')
    await page.getByRole('button', { name: /brugermenu/ }).waitFor()
    await held.superPool.query("update sealed.session set authenticated_at = now() - interval '11 minutes'")
    await page.goto('/access')
    await page.getByRole('button', { name: 'Nulstil login for Prøve pia' }).click()
    await page.getByRole('radio', { name: 'Ny konto i kommunen' }).check()
    await page.getByRole('button', { name: 'Nulstil login', exact: true }).last().click()
    await page.getByRole('heading', { name: 'Er det stadig dig?' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'fresh-proof')
    await page.getByLabel('Adgangskode', { exact: true }).fill('forkert')
    await page.getByRole('button', { name: 'Bekræft' }).click()
    await page.getByText('Den nuværende adgangskode er forkert.').waitFor()
    await page.getByLabel('Adgangskode', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Bekræft' }).click()
    await page.getByText(/^Prøve pia havde hverken engangskoder/).waitFor()

    // A link to a file: first the question, then the file.
    await held.superPool.query("update sealed.session set authenticated_at = now() - interval '11 minutes'")
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = '/api/caseflow/reconciliation/export'
      link.textContent = 'Hent fil'
      document.querySelector('main')?.append(link)
    })
    await page.getByRole('link', { name: 'Hent fil' }).click()
    await page.getByLabel('Adgangskode', { exact: true }).fill(password)
    const file = page.waitForResponse((answer) => answer.url().includes('/reconciliation/export'))
    await page.getByRole('button', { name: 'Bekræft' }).click()
    // The administrator may not have this file; what matters is that it is asked for, once, with the proof.
    expect(await (await file).json()).toMatchObject({ code: 'not-permitted' })
  })
})

test('a screen that nobody is at signs itself out after half an hour, and what it showed is gone', async () => {
  await browser.withPage({ origin }, async (page) => {
    await page.clock.install()
    await signInLocally(page, 'rita')
    await page.getByRole('heading', { level: 1, name: 'Mine opgaver' }).waitFor()
    await page.goto('/access/log')
    await page.getByRole('table').waitFor()
    // The page asks for news every minute, and says from when on nobody has touched it.
    const saysUnattended = async () => {
      const news = page.waitForResponse((answer) => answer.url().endsWith('/api/notifications/count'))
      await page.clock.runFor(61_000)
      const answer = await news
      await answer.finished()
      return answer.request().headers()['tilsyn-unattended'] === '1'
    }
    expect(await saysUnattended()).toBe(false)
    await saysUnattended()
    expect(await saysUnattended()).toBe(true)
    await page.mouse.move(300, 300)
    expect(await saysUnattended()).toBe(false)
    await held.superPool.query(
      `update sealed.session set last_seen_at = last_seen_at - interval '31 minutes'
       where person_id = (select id from person where initials = 'rita')`,
    )
    await page.clock.runFor(60_000)
    await page.getByText('Log ind med brugernavn og adgangskode i stedet').waitFor()
    await expect.poll(() => page.getByRole('table').count()).toBe(0)
  })
})
