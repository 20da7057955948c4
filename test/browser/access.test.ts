import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wireServer } from '../../src/boot/server.ts'
import type { BackupFound } from '../../src/http/access/health-routes.ts'
import { expectAccessible, expectNoSidewaysScroll, screenshot, TestBrowser } from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, password } from '../support/server.ts'

let held: TestDatabase
let app: Awaited<ReturnType<typeof wireServer>>['app']
let browser: TestBrowser
let origin: string
let backup: BackupFound | undefined

beforeAll(async () => {
  held = await createTestDatabase()
  const { database, first } = held
  await addUnit(database, first.municipalityId, 'Nord')
  await addPerson(database, first.municipalityId, { userName: 'anna', role: 'administrator' })
  await addPerson(database, first.municipalityId, { userName: 'maja', role: 'staff-lawyer' })
  const wired = await wireServer({
    database,
    draftSecret: { bytes: Buffer.alloc(32, 6) },
    configuration: {
      production: true,
      publicOrigin: undefined,
      secure: false,
      trustProxy: false,
      smtp: undefined,
    },
    demo: false,
    loopback: true,
    clock: () => new Date(),
    log: { level: 'warn', write: () => undefined },
    lookAtBackup: () => Promise.resolve(backup),
  })
  app = wired.app
  origin = (await app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await app.close()
  await held.close()
})

async function signIn(page: Page, userName: string, secret: string): Promise<void> {
  page.setDefaultTimeout(10_000)
  await page.getByLabel('Kommune').selectOption({ label: 'Testkommune Ét' })
  await page.getByLabel('Brugernavn').fill(userName)
  await page.getByLabel('Adgangskode').fill(secret)
  await page.getByRole('button', { name: 'Log ind' }).click()
}

async function withAdministrator(address: string, use: (page: Page) => Promise<void>, width = 1440) {
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    await page.goto(address)
    await signIn(page, 'anna', password)
    await page.getByRole('navigation', { name: 'Afsnit om adgang' }).waitFor()
    await use(page)
  })
}

test('a wrong password is refused, the right one leads to where one was going', async () => {
  await browser.withPage({ origin }, async (page) => {
    await page.goto('/access')
    await signIn(page, 'anna', 'forkert kodeord')
    await page.getByRole('alert').waitFor()
    await expectAccessible(page)
    await signIn(page, 'anna', password)
    await page.getByRole('heading', { level: 1, name: 'Adgang: personer' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/access')
  })
})

test('whoever is signed out in the middle of something is told why, and what became of it', async () => {
  await withAdministrator('/access', async (page) => {
    await page.getByRole('cell', { name: 'anna' }).first().waitFor()
    await held.superPool.query('delete from sealed.session')
    await page.getByRole('link', { name: 'Runder' }).click()
    await page.getByText('Du er logget ud, fordi').waitFor()
    await expectAccessible(page)
    await signIn(page, 'anna', password)
    await page.getByRole('heading', { level: 1, name: 'Runder' }).waitFor()
    await expect.poll(() => page.getByText('Du er logget ud').count()).toBe(0)
  })
})

test('an administrator adds a unit and a person there, who signs in with the password shown', async () => {
  let secret = ''
  await withAdministrator('/access/units', async (page) => {
    await page.getByLabel('Navn').fill('nord')
    await page.getByRole('button', { name: 'Opret enhed' }).click()
    await page.getByText('Der er allerede en enhed med det navn').waitFor()
    await page.getByLabel('Navn').fill('Amager')
    await page.getByRole('button', { name: 'Opret enhed' }).click()
    await page.getByRole('rowheader', { name: 'Amager' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'access-units')

    await page.getByRole('link', { name: 'Personer', exact: true }).click()
    await page.getByRole('button', { name: 'Tilføj person' }).click()
    await page.getByRole('button', { name: 'Gem' }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Skriv navnet.' }).click()
    await page.keyboard.type('Bodil Birk')
    await page.getByRole('textbox', { name: 'Initialer' }).fill('BOBI')
    await page.getByRole('alertdialog').getByLabel('Rolle').selectOption({ label: 'Områdechef' })
    await page.getByRole('alertdialog').getByLabel('Enhed').selectOption({ label: 'Amager' })
    await expectAccessible(page)
    await screenshot(page, 'access-add-person')
    await page.getByRole('button', { name: 'Gem' }).click()
    await page
      .getByRole('row', { name: /Bodil Birk/ })
      .getByText('Områdechef, Amager')
      .waitFor()

    await page.getByRole('button', { name: 'Giv Bodil Birk en adgangskode' }).click()
    await page.getByRole('button', { name: 'Lav adgangskode' }).click()
    secret = await page.locator('.secret').innerText()
    await screenshot(page, 'access-password')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Luk' }).click()
    await expectAccessible(page)
    await screenshot(page, 'access-people')
  })
  await browser.withPage({ origin }, async (page) => {
    await page.goto('/rounds')
    await signIn(page, 'bobi', secret)
    await page.getByText('Adgangskoden har du fået af en anden.').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'access-own-password')
    await page.getByLabel('Nuværende adgangskode').fill(secret)
    await page.getByLabel('Ny adgangskode', { exact: true }).fill('en lang sætning om vinter')
    await page.getByLabel('Ny adgangskode igen').fill('en lang sætning om vinter')
    await page.getByRole('button', { name: 'Skift adgangskode' }).click()
    await page.getByRole('heading', { level: 1, name: 'Mine opgaver' }).waitFor()
    await page.goto('/rounds')
    await page.getByRole('heading', { level: 1, name: 'Runder' }).waitFor()
    await expect.poll(() => page.getByRole('link', { name: 'Adgang', exact: true }).count()).toBe(0)

    await withAdministrator('/access?search=bobi', async (other) => {
      await other.getByRole('button', { name: 'Afslut rollen Områdechef for Bodil Birk' }).click()
      await other.getByRole('alertdialog').getByRole('button', { name: 'Afslut' }).click()
      await other.getByText('Rollen er afsluttet for Bodil Birk.').waitFor()
    })
    await page.reload()
    await page.getByRole('button', { name: 'Log ind' }).waitFor()
  })
})

test('an administrator publishes a programme from a file and one that comes along', async () => {
  const path = new URL('../../programmes/extra-costs.yaml', import.meta.url)
  const text = await readFile(path, 'utf8')
  await withAdministrator('/access', async (page) => {
    await page.getByRole('link', { name: 'Programmer', exact: true }).click()
    const choose = (name: string, content: string) =>
      page.getByLabel('Programfil').setInputFiles({
        name,
        mimeType: 'application/yaml',
        buffer: Buffer.from(content),
      })
    await choose('forkert.yaml', text.replace(/^levels:$/m, 'level:'))
    await page
      .getByRole('alert')
      .getByText(/forkert\.yaml, linje \d+/)
      .first()
      .waitFor()
    await expectAccessible(page)
    await choose('rigtig.yaml', text)
    await page.getByText('Filen er i orden. Programmet er ikke udgivet før.').waitFor()
    await screenshot(page, 'programmes-publish')
    await page.getByRole('button', { name: 'Udgiv', exact: true }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Udgiv' }).click()
    await page.getByText(/er udgivet\.$/).waitFor()
    const included = page.getByRole('table', { name: 'Programmer, der følger med Tilsyn' })
    await included.getByRole('button').first().click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Udgiv' }).click()
    await included.getByText('Udgivet', { exact: true }).nth(1).waitFor()
    await expect.poll(() => included.getByText('Udgivet', { exact: true }).count()).toBe(2)
    await expectAccessible(page)
  })
})

test('above the log an administrator reads when a backup was made and verified, and whom to tell', async () => {
  const day = 24 * 3600 * 1000
  backup = {
    newest: new Date(Date.now() - day),
    alarming: false,
    verified: new Date(Date.now() - 36 * day),
    verifyDue: true,
  }
  await withAdministrator('/access/log', async (page) => {
    await page.getByText('Den nyeste sikkerhedskopi er fra').waitFor()
    await page
      .getByText('Ingen fra de seneste 35 dage er læst til ende. Bed driften efterprøve en.')
      .waitFor()
    await expectAccessible(page)
    backup = { newest: new Date(), alarming: false, verified: undefined, verifyDue: false }
    await page.reload()
    await page.getByText('Ingen sikkerhedskopi er efterprøvet.').waitFor()
    expect(await page.getByText('Bed driften efterprøve en.').count()).toBe(0)
  })
  backup = undefined
})

test.each([1440, 390, 320])('rights and log are read at %i px', async (width) => {
  await withAdministrator(
    '/access/permissions',
    async (page) => {
      await page.getByRole('rowheader', { name: 'Udgive programmer' }).waitFor()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await screenshot(page, `access-permissions-${width}`)
      await page.getByRole('link', { name: 'Log', exact: true }).click()
      await page.getByRole('rowheader', { name: 'Loggede ind' }).first().waitFor()
      await page.getByLabel('Log over').selectOption({ label: 'Opslag' })
      await page.getByRole('rowheader', { name: 'Søgte i loggen' }).first().waitFor()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await screenshot(page, `access-log-${width}`)
      await page.getByRole('link', { name: 'Personer', exact: true }).click()
      await page.getByRole('rowheader', { name: 'Prøve maja' }).waitFor()
      await expect
        .poll(() => page.getByRole('button', { name: 'Giv Prøve maja en adgangskode' }).count())
        .toBe(1)
      await expectNoSidewaysScroll(page)
      await screenshot(page, `access-people-${width}`)
    },
    width,
  )
})
