import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '../../src/core/calendar/danish-time.ts'
import { isoDay } from '../../src/core/calendar/day-number.ts'
import { monthOf, weekOf } from '../../src/core/caseflow/flow/flow-period.ts'
import { expectAccessible, expectNoSidewaysScroll, screenshot, TestBrowser } from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string

const today = dayOf(Date.now())
/** The last week and the last month that are over; what opens. */
const week = weekOf(weekOf(today).from - 1)
const month = monthOf(monthOf(today).from - 1)

beforeAll(async () => {
  held = await createTestDatabase()
  const { municipalityId } = held.first
  const nord = await addUnit(held.database, municipalityId, 'Enhed Nord')
  for (const [userName, role, unit] of [
    ['adm', 'administrator', null],
    ['chef', 'area-manager', nord],
  ] as const)
    await addPerson(held.database, municipalityId, { userName, role, unit })
  server = await createTestServer(held.database)
  const event = (id: string, day: number) => ({
    id,
    caseId: `S-${id}`,
    kind: 'notification-received',
    time: `${isoDay(day)}T10:00`,
    unit: 'Enhed Nord',
  })
  const delivered = await server.send('POST', '/api/caseflow/events', {
    cookie: await server.signIn(municipalityId, 'adm'),
    body: { source: 'fagsystem', events: [event('1', week.from), event('2', month.from)] },
  })
  if (delivered.statusCode !== 200) throw new Error(delivered.body)
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

test('a unit’s manager gets the page’s report as a file, of their unit as the page shows it', async () => {
  await withPerson('chef', async (page) => {
    await page.goto('/caseflow/week')
    for (const [link, ending] of [
      ['Hent som PDF', 'pdf'],
      ['Hent som Excel', 'xlsx'],
    ] as const) {
      const coming = page.waitForEvent('download')
      await page.getByRole('link', { name: link }).click()
      const file = await coming
      expect(file.suggestedFilename()).toBe(`ugerapport-${week.name}-Enhed-Nord-da.${ending}`)
    }
    await page.goto('/caseflow/month')
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Hent som PDF' }).click()
    const file = await coming
    expect(file.suggestedFilename()).toBe(`maanedsrapport-${month.name}-Enhed-Nord-da.pdf`)
  })
})

test('a manager chooses to be told of their unit by mail, and the administrator sees who is', async () => {
  await withPerson('chef', async (page) => {
    await page.goto('/caseflow/week')
    const choice = page.getByLabel('Ugerapporten, mandag morgen')
    await choice.selectOption({ label: 'Mine enheder: Enhed Nord' })
    await page.getByText('Valget er gemt.').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'flow-subscription')
    await page.reload()
    await expect.poll(() => page.getByLabel('Ugerapporten, mandag morgen').inputValue()).toBe('own-units')
    await expect.poll(() => page.getByLabel('Månedsrapporten, den første hverdag').inputValue()).toBe('')
  })
  await withPerson('adm', async (page) => {
    await page.goto('/caseflow/week')
    await page.getByText('Hvem får besked').click()
    const row = page
      .getByRole('table', { name: 'Ugens og månedens rapport på mail' })
      .getByRole('row', { name: 'Prøve chef' })
    await expect
      .poll(() => row.getByRole('cell').allInnerTexts())
      .toEqual(['Uge', 'Egne enheder', expect.stringMatching(/\d{4}$/), 'Nej: ingen mailadresse'])
    // Administrators lead no unit.
    await expect
      .poll(() => page.getByLabel('Ugerapporten, mandag morgen').locator('option').allInnerTexts())
      .toEqual(['Ingen mail', 'Hele kommunen'])
    await expectAccessible(page)
  })
})

test('on a telephone the buttons and the choice fit', async () => {
  await withPerson(
    'chef',
    async (page) => {
      await page.goto('/caseflow/month')
      await page.getByRole('link', { name: 'Hent som PDF' }).waitFor()
      await page.getByLabel('Månedsrapporten, den første hverdag').waitFor()
      await expectNoSidewaysScroll(page)
      await expect.poll(() => page.getByRole('link', { name: 'Hent som Excel' }).isVisible()).toBe(true)
      await screenshot(page, 'flow-subscription-phone')
    },
    390,
  )
})
