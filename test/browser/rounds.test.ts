import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSeed } from '../../src/core/draw/seed.ts'
import { verifyDraw } from '../../src/core/draw/verify-draw.ts'
import { readFrame } from '../../src/core/registry/read-frame.ts'
import { seedAudit } from '../support/audit.ts'
import {
  describeFocus,
  expectAccessible,
  expectNoSidewaysScroll,
  tabTo,
  TestBrowser,
} from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string

beforeAll(async () => {
  held = await createTestDatabase()
  await seedAudit(held.database, held.first.municipalityId)
  server = await createTestServer(held.database)
  origin = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await server.app.close()
  await held.close()
})

/** Runs with the person signed in. */
async function withPerson(name: string, use: (page: Page) => Promise<void>, width = 1440): Promise<void> {
  const [cookieName = '', value = ''] = (await server.signIn(held.first.municipalityId, name)).split('=')
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    await page.context().addCookies([{ name: cookieName, value, url: origin }])
    await use(page)
  })
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const dialogButton = (page: Page, name: string) =>
  page.getByRole('alertdialog').getByRole('button', { name, exact: true })

async function download(
  page: Page,
  link: string,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

test('an administrator opens a round, corrects what the form says, and sees what is next', async () => {
  await withPerson('administrator', async (page) => {
    await page.goto('/rounds')
    await page.getByText('Ingen runder endnu').waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Åbn en runde' }).click()
    await page
      .getByRole('button', { name: /^\d\. kvartal \d{4}$/ })
      .first()
      .click()
    await page.getByLabel('Fra og med').fill('2026-07-01')
    await page.getByLabel('Til og med').fill('2026-06-30')
    await page.getByLabel('Rundens id').fill('')
    await button(page, 'Åbn runden').click()
    const summary = page.getByRole('alert')
    await summary.getByRole('link', { name: 'Skriv et id, f.eks. 2026q3.' }).click()
    expect(await describeFocus(page)).toMatchObject({ role: 'textbox', name: 'Rundens id' })
    await expectAccessible(page)
    await page.keyboard.type('2026q3')
    await page.getByLabel('Til og med').fill('2026-09-30')
    await page.getByLabel('Titel på dansk').fill('Første tilsyn')
    await button(page, 'Åbn runden').click()
    await page.getByRole('heading', { level: 1, name: 'Første tilsyn' }).waitFor()
    await page.getByText('Ingen sager endnu. Niveau 1 kan trækkes nu.').waitFor()
    await expectAccessible(page)
  })
})

test('the same freezes, draws, replaces and publishes, and the downloaded files prove the draw', async () => {
  await withPerson('administrator', async (page) => {
    await page.goto('/rounds/2026q3')
    await page.getByRole('link', { name: 'Lås grundlaget for niveau 1' }).first().click()
    await page.getByRole('heading', { level: 1, name: /^Udtræk, niveau 1/ }).waitFor()

    await button(page, 'Lås grundlaget').click()
    await expectAccessible(page)
    await dialogButton(page, 'Annullér').click()
    await button(page, 'Lås grundlaget').click()
    await dialogButton(page, 'Lås grundlaget').click()
    await page.getByText('hemmelig, til den offentliggøres').waitFor()
    await expect.poll(() => page.getByText(/^[0-9a-f]{64}$/).count()).toBe(2)

    await button(page, 'Træk sagerne').click()
    await dialogButton(page, 'Træk sagerne').click()
    await page.getByText('48 sagstrin er trukket og fordelt.').waitFor()
    await expectAccessible(page)

    await page
      .getByRole('button', { name: /^Erstat sag / })
      .first()
      .click()
    await dialogButton(page, 'Erstat sagen').click()
    await page.getByText('Skriv en begrundelse.').waitFor()
    expect(await describeFocus(page)).toMatchObject({ role: 'textbox' })
    await expectAccessible(page)
    await page.keyboard.type('Sagen er overgået til en anden kommune')
    await dialogButton(page, 'Erstat sagen').click()
    await page.getByText(/^Sag \S+ er erstattet af \S+\.$/).waitFor()
    await page.getByRole('cell', { name: /erstattet\s*Sagen er overgået/ }).waitFor()

    await button(page, 'Offentliggør nøglen').click()
    await dialogButton(page, 'Offentliggør nøglen').click()
    await page.getByText('Nøglen er offentlig.').waitFor()
    await expectAccessible(page)
    await expect.poll(() => page.getByRole('button', { name: /^Erstat sag / }).count()).toBe(0)

    const draw = await download(page, 'DRAW.json')
    const frame = await download(page, 'frame.csv')
    const seed = await download(page, 'seed.txt')
    const rows = await readFrame(frame.bytes, frame.name)
    const secret = readSeed(seed.bytes, seed.name)
    if (!rows.ok || !secret.ok) throw new Error('the files cannot be read')
    expect(
      verifyDraw(JSON.parse(draw.bytes.toString('utf8')), rows.value.finished, secret.value.bytes),
    ).toEqual([])
    // The command names the files as they were saved.
    const command = await page.getByText(/^npx tilsyn draw verify/).innerText()
    for (const { name } of [draw, frame, seed]) expect(command).toContain(name)
  })
})

/** As on a busy machine: the page behind a dialog is let go only after React Aria has tried to give the focus back to it. */
async function withSlowRelease(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const inert = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'inert')
    Object.defineProperty(HTMLElement.prototype, 'inert', {
      ...inert,
      set(this: HTMLElement, held: boolean) {
        window.setTimeout(() => inert?.set?.call(this, held), held ? 0 : 100)
      },
    })
  })
}

test('a staff lawyer draws level 2 without a mouse; the focus comes back after a cancelled dialog', async () => {
  await withPerson('staff-lawyer', async (page) => {
    await withSlowRelease(page)
    await page.goto('/rounds/2026q3')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await tabTo(page, 'Lås grundlaget for niveau 2', 'link')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /^Udtræk, niveau 2/ }).waitFor()
    await button(page, 'Lås grundlaget').waitFor()
    await tabTo(page, 'Lås grundlaget', 'button')
    await page.keyboard.press('Enter')
    // The dialog takes the focus a moment after it is drawn.
    await page.locator('[role=alertdialog]:focus').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    await expect.poll(() => describeFocus(page)).toEqual({ role: 'button', name: 'Lås grundlaget' })
    for (const action of ['Lås grundlaget', 'Træk sagerne']) {
      await page.locator('button:focus', { hasText: action }).waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('alertdialog', { name: /niveau 2\?$/ }).waitFor()
      await tabTo(page, action, 'button')
      await page.keyboard.press('Enter')
      await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    }
    await page.getByText(/sagstrin er trukket og fordelt\.$/).waitFor()
  })
})

test('a caseworker sees how far the round is and that the draw was fair, but neither cases nor acts', async () => {
  await withPerson('caseworker Nord', async (page) => {
    await page.goto('/rounds')
    await page.getByRole('link', { name: 'Første tilsyn' }).waitFor()
    await expect.poll(() => page.getByRole('link', { name: 'Åbn en runde' }).count()).toBe(0)
    await page.goto('/rounds/2026q3/draw/1')
    await page.getByText(/Hvilke sager der er med, ses af dem/).waitFor()
    await page.getByRole('heading', { name: 'Fingeraftryk' }).waitFor()
    await expect.poll(() => page.getByRole('link', { name: 'DRAW.json' }).count()).toBe(0)
    await page.goto('/rounds/2026q3/draw/4')
    await page.getByText('Niveauet under har ingen sager endnu').waitFor()
    await expectAccessible(page)
  })
})

test.each(['/rounds', '/rounds/new', '/rounds/2026q3', '/rounds/2026q3/draw/1', '/rounds/2026q3/draw/3'])(
  '%s fits a window of 320 pixels, without faults that axe knows',
  async (path) => {
    await withPerson(
      'administrator',
      async (page) => {
        await page.goto(path)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForLoadState('networkidle')
        await expect(expectNoSidewaysScroll(page)).resolves.toBeUndefined()
        await expectAccessible(page)
      },
      320,
    )
  },
)

test('a round that does not exist is a page that says so', async () => {
  await withPerson('administrator', async (page) => {
    await page.goto('/rounds/none')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('Siden findes ikke')
  })
})

test('an ombudsman who opens a page by its address reads only that the role has no access', async () => {
  const { municipalityId } = held.first
  await addPerson(held.database, municipalityId, { userName: 'raadgiver', role: 'ombudsman', unit: null })
  await withPerson('raadgiver', async (page) => {
    for (const path of ['/rounds', '/programmes', '/findings', '/learning', '/calibrations', '/assignment']) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expect
        .poll(() => page.getByRole('heading', { level: 1 }).allTextContents(), { timeout: 20_000 })
        .toEqual(['Du har ikke adgang til denne side'])
      expect([path, await page.getByText('Det lykkedes ikke').count()]).toEqual([path, 0])
    }
  })
})
