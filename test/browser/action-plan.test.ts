import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../src/core/access/role.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  screenshot,
  tabTo,
  TestBrowser,
} from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string

beforeAll(async () => {
  held = await createTestDatabase({ demo: true })
  server = await createTestServer(held.database, { demo: true })
  origin = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await server.app.close()
  await held.close()
})

async function as(
  role: Role,
  use: (page: Page) => Promise<void>,
  { width = 1440, unit = '' }: { readonly width?: number; readonly unit?: string } = {},
): Promise<void> {
  const { rows } = await held.superPool.query<{ person_id: string }>(
    `select r.person_id from role_assignment r left join unit u on u.id = r.unit_id
     where r.role = $1 and r.valid_to is null and ($2 = '' or u.name = $2) order by r.id limit 1`,
    [role, unit],
  )
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    const personId = rows[0]?.person_id
    await page.request.post('/api/session/switch', { data: { personId }, headers: { origin } })
    await use(page)
  })
}

/** Long: the first look at an initiative analyses several rounds. */
const analysed = { timeout: 120_000 }

test('the plan shows its initiatives in every state, and its first version stays as it was', async () => {
  await as('director', async (page) => {
    await page.goto('/')
    await page.getByRole('navigation').getByRole('link', { name: 'Handleplaner' }).click()
    await page.getByRole('link', { name: /Handleplan for sagsbehandlingen.*, 2\.0/ }).click()
    const table = page.getByRole('table', { name: 'Indsatser' })
    await table.waitFor()
    for (const word of ['planlagt', 'i gang', 'gennemført', 'stoppet', 'forsinket'])
      await expect.poll(() => table.getByText(word, { exact: true }).count()).toBeGreaterThan(0)
    await expectAccessible(page)
    await screenshot(page, 'action-plan-1440')
    await page.getByRole('link', { name: 'Version 1.0' }).click()
    await page.getByText('Første handleplan, efter det sidste ledelsestilsyn på papir').waitFor()
    await expect.poll(() => table.getByRole('link', { name: 'Nyhedsbrev om ny lovgivning' }).count()).toBe(1)
    await page.getByLabel('Vis', { exact: true }).selectOption('stopped')
    await expect.poll(() => table.getByRole('row').count()).toBe(2)
    expect(page.url()).toContain('state=stopped')
  })
})

test('an initiative shows its rounds with the start marked, before and after, and what that cannot say', async () => {
  await as('director', async (page) => {
    await page.goto('/action-plans')
    await page.getByRole('link', { name: /, 2\.0/ }).click()
    await page.getByRole('link', { name: 'Fast skabelon til modtagelse af underretninger' }).click()
    await page.getByText('tilfældet alene ville give omkring').waitFor(analysed)
    await expect.poll(() => page.getByText('indsatsen begynder').count()).toBe(3)
    await page.getByText('Der er ingen sammenligningsgruppe').waitFor()
    await expect.poll(() => page.getByText(/^Før \(.*kvartal.*\): \d+\s%/).count()).toBe(3)
    await page.getByText('Tallene runde for runde').first().click()
    const rounds = page.getByRole('table', { name: 'Underretning, samlet, runde for runde' })
    await expect.poll(() => rounds.getByText('før, sammenlignes').count()).toBe(1)
    await expect.poll(() => rounds.getByText('efter, sammenlignes', { exact: true }).count()).toBe(1)
    await expect.poll(() => rounds.getByRole('row').count()).toBe(6)
    await expectAccessible(page)
    await screenshot(page, 'initiative-1440')
    await page.goto('/action-plans')
    await page.getByRole('link', { name: /, 2\.0/ }).click()
    await page.getByRole('link', { name: 'Månedlig gennemgang af alle opfølgninger' }).click()
    await page.getByText('Der er endnu ingen runde, hvor alle sager er begyndt').first().waitFor(analysed)
  })
})

test('on a telephone it reads as well, and a caseworker sees the plan without figures', async () => {
  await as(
    'caseworker',
    async (page) => {
      await page.goto('/action-plans')
      await page.getByRole('link', { name: /, 2\.0/ }).click()
      await page.getByRole('link', { name: 'Fast skabelon til modtagelse af underretninger' }).click()
      await page.getByText('Tallene kan ses af dem, der må se resultater.').waitFor()
      await expect.poll(() => page.getByRole('button', { name: 'Skriv en bemærkning' }).count()).toBe(0)
      await expectNoSidewaysScroll(page)
    },
    { width: 390 },
  )
  await as(
    'director',
    async (page) => {
      await page.goto('/action-plans')
      await page.getByRole('link', { name: /, 2\.0/ }).click()
      await expectNoSidewaysScroll(page)
      await screenshot(page, 'action-plan-390')
      await page.getByRole('link', { name: 'Fast skabelon til modtagelse af underretninger' }).click()
      await page.getByText('tilfældet alene ville give omkring').waitFor(analysed)
      await expectNoSidewaysScroll(page)
      await screenshot(page, 'initiative-390')
    },
    { width: 390 },
  )
})

test('who writes the plan begins the next version, says what it should move, and publishes it', async () => {
  await as('staff-lawyer', async (page) => {
    await page.goto('/action-plans')
    await page.getByRole('link', { name: /, 2\.0/ }).click()
    await page.getByRole('button', { name: 'Begynd næste version' }).click()
    await page.getByRole('heading', { name: 'Udkast til version 3.0' }).waitFor()
    await page.getByRole('button', { name: 'Tilføj en indsats' }).click()
    await page.getByRole('button', { name: 'Gem udkastet' }).click()
    await page.getByText('mangler titel, beskrivelse, ansvarlig eller startdato').first().waitFor()
    const added = page.getByRole('group', { name: 'Indsats 7' })
    await added.getByLabel('Titel').fill('Fælles frist i kalenderen')
    await added.getByLabel('Hvad skal gøres?').fill('Alle frister lægges i enhedens kalender.')
    await added.getByLabel('Ansvarlig').selectOption({ label: 'Enhed Søen' })
    await added.getByLabel('Begynder').fill('2027-01-01')
    await added.getByLabel(/Tilføj et tal til indsats 7/).selectOption({ label: 'Alle sagstrin samlet' })
    await expectAccessible(page)
    await screenshot(page, 'action-plan-draft-1440')
    await page.getByRole('button', { name: 'Gem udkastet' }).click()
    await page.getByText('Gemt.').waitFor()
    await page.getByRole('button', { name: 'Udgiv' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Udgiv' }).click()
    await page.getByRole('link', { name: 'Fælles frist i kalenderen' }).waitFor()
    const row = page.getByRole('row', { name: /Fælles frist i kalenderen/ })
    await expect.poll(() => row.innerText()).toContain('ny')
    await page.getByRole('link', { name: 'Fælles frist i kalenderen' }).click()
    await page.getByRole('button', { name: 'Den er begyndt' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Gem' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('i gang', { exact: true }).waitFor(analysed)
    const course = page.getByRole('table', { name: 'Hvad der er sket, det første først' })
    for (const title of ['Skete', 'Skrevet'])
      await expect.poll(() => course.getByRole('columnheader', { name: title, exact: true }).count()).toBe(1)
  })
})

test('a start that was written when results were known is said to be, and both starts are shown', async () => {
  const { rows } = await held.superPool.query<{ id: string }>(
    `update initiative_act as a set at = now(), day = (select o.period_from from round as o
         where o.municipality_id = a.municipality_id and o.state = 'closed' order by o.period_from offset 2 limit 1)
       where kind = 'started' and initiative_id = (select i.initiative_id from initiative_version as i
         where i.title = 'Fast skabelon til modtagelse af underretninger' limit 1)
       returning initiative_id as id`,
  )
  await as(
    'director',
    async (page) => {
      await page.goto(`/initiatives/${rows[0]?.id}`)
      await page
        .getByText(/^Starten blev først skrevet /)
        .first()
        .waitFor(analysed)
      await expect.poll(() => page.getByText('planlagt start', { exact: true }).count()).toBe(3)
      await expect
        .poll(() => page.getByRole('heading', { name: /^Regnet fra den start, der blev skrevet, / }).count())
        .toBe(3)
      await expect.poll(() => page.getByText(/^Før \(.*kvartal.*\): \d+\s%/).count()).toBe(6)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await screenshot(page, 'initiative-written-late-390')
    },
    { width: 390 },
  )
})

test('goals say whether they are met, and what chance alone would do', async () => {
  await as('director', async (page) => {
    await page.goto('/goals')
    const table = page.getByRole('table', { name: 'Mål, de nyeste først' })
    await table.waitFor(analysed)
    for (const word of [
      'nået',
      'ikke nået',
      'kan ikke afgøres',
      'venter på runden',
      'ingen runde endnu',
      'trukket tilbage',
    ])
      await expect.poll(() => table.getByText(word, { exact: true }).count()).toBe(1)
    await expectAccessible(page)
    await screenshot(page, 'goals-1440')
    await table
      .getByRole('row', { name: /ikke nået/ })
      .getByRole('link')
      .click()
    await page.getByText('selv den øverste ende af intervallet ligger under målet').waitFor(analysed)
    await page.getByRole('heading', { name: 'Hvad ville tilfældet alene gøre?' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'goal-1440')
    await page.setViewportSize({ width: 390, height: 844 })
    await expectNoSidewaysScroll(page)
    await screenshot(page, 'goal-390')
  })
})

test('a manager sets a goal with the keyboard and is told beforehand whether it can be seen', async () => {
  await as(
    'area-manager',
    async (page) => {
      await page.goto('/goals')
      await page.getByRole('link', { name: 'Sæt et mål' }).click()
      await page.getByLabel('Mål: mindst så mange procent').fill('90', analysed)
      await page.getByText('siger runden med stor sikkerhed').waitFor()
      const question = page.getByLabel('Mål for').locator('optgroup').nth(1).locator('option').first()
      await page.getByLabel('Mål for').selectOption(await question.getAttribute('value'))
      await page.getByText('Så lille en stikprøve kan hverken vise').waitFor()
      await page.getByLabel('Mål for').selectOption({ index: 0 })
      await expectAccessible(page)
      await screenshot(page, 'goal-new-1440')
      await tabTo(page, 'Sæt målet')
      await page.keyboard.press('Enter')
      await page.getByText('Der er endnu ingen runde at vurdere målet ved').waitFor(analysed)
      await page.getByRole('button', { name: 'Træk målet tilbage' }).click()
      await page.getByRole('dialog').getByLabel('Hvorfor?').fill('Vi vælger et andet.')
      await page.getByRole('dialog').getByRole('button', { name: 'Træk målet tilbage' }).click()
      await page.getByText('Målet er trukket tilbage: Vi vælger et andet.').waitFor(analysed)
      await expect.poll(() => page.getByRole('button', { name: 'Træk målet tilbage' }).count()).toBe(0)
    },
    { unit: 'Enhed Søen' },
  )
})
