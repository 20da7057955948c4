import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import { setMissingDueDates } from '../../src/app/review/due-dates.ts'
import { addDays } from '../../src/core/calendar/days.ts'
import type { PersonId, ReviewId } from '../../src/storage/ids.ts'
import { expectAccessible, expectNoSidewaysScroll, screenshot, TestBrowser } from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import {
  addReviewedCase,
  createReviewRound,
  type NewCase,
  type ReviewRound,
} from '../support/review-round.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string
let round: ReviewRound
const people = new Map<string, PersonId>()
const reviews = new Map<string, ReviewId>()
const today = danishDay(new Date())

beforeAll(async () => {
  held = await createTestDatabase()
  const { municipalityId, actor, personId } = held.first
  const unit = await addUnit(held.database, municipalityId, 'Enhed Nord')
  const roles = [
    ['leder', 'department-manager'],
    ['leder2', 'department-manager'],
    ['koord', 'professional-coordinator'],
    ['chef', 'area-manager'],
  ] as const
  for (const [userName, role] of roles)
    people.set(userName, await addPerson(held.database, municipalityId, { userName, role, unit }))
  people.set(
    'stab',
    await addPerson(held.database, municipalityId, { userName: 'stab', role: 'staff-lawyer', unit: null }),
  )
  round = await createReviewRound(held.database, actor, personId, unit)
  for (let i = 1; i <= 6; i += 1) await newCase(`S-${i}`, { reviewers: { 1: [person('leder')] } })
  await newCase('S-7', { reviewers: { 1: null } })
  await newCase('S-8', { reviewers: { 1: [person('koord')] }, participant: person('leder2') })
  await setMissingDueDates(held.database, new Date())
  const late = [addDays(today, -3), reviews.get('S-8')]
  await held.superPool.query('update review set due_on = $1 where id = $2', late)
  server = await createTestServer(held.database)
  origin = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await server.app.close()
  await held.close()
})

function person(name: string): PersonId {
  const id = people.get(name)
  if (id === undefined) throw new Error(`nobody is called ${name}`)
  return id
}

async function newCase(caseId: string, more: Omit<NewCase, 'caseId'>): Promise<void> {
  const added = await addReviewedCase(held.database, held.first.actor, round, { caseId, ...more })
  reviews.set(caseId, added.review(1))
}

async function as(name: string, use: (page: Page) => Promise<void>, width = 1440): Promise<void> {
  const [cookieName = '', value = ''] = (await server.signIn(held.first.municipalityId, name)).split('=')
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    await page.context().addCookies([{ name: cookieName, value, url: origin }])
    await use(page)
  })
}

async function reviewerOf(caseId: string): Promise<string | null> {
  const { rows } = await held.superPool.query<{ assigned_to: string | null }>(
    'select assigned_to from review where id = $1',
    [reviews.get(caseId)],
  )
  return rows[0]?.assigned_to ?? null
}

test('an area manager finds what nobody has, gives it out, and moves a case with a reason', async () => {
  await as('chef', async (page) => {
    await page.goto('/')
    await page.getByRole('link', { name: 'Gennemgange, som ingen har fået' }).click()
    await page.getByRole('heading', { level: 1, name: 'Fordeling' }).waitFor()
    const table = page.getByRole('table', { name: 'Rundens gennemgange' })
    await table.getByRole('rowheader', { name: 'S-7' }).waitFor()
    await expect.poll(() => table.getByRole('rowheader').allTextContents()).toEqual(['S-7'])
    await page.getByRole('checkbox', { name: 'Vælg S-7' }).press('Space')
    await page.getByRole('button', { name: 'Giv ud' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Kollega').selectOption({ value: person('leder2') })
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Giv ud' }).click()
    await page.getByText('1 gennemgang er givet videre.').waitFor()
    expect(await reviewerOf('S-7')).toBe(person('leder2'))

    await page.getByRole('button', { name: 'Nulstil filtre' }).click()
    await page.getByRole('checkbox', { name: 'Vælg S-8' }).press('Space')
    await page.getByRole('button', { name: 'Flyt den valgte' }).click()
    // A pair that lacks its second: it is the first place that shall be given on here.
    await dialog.getByLabel('Hvis plads').selectOption('')
    // Who took part cannot be chosen, and the page does not say that they did.
    await expect
      .poll(() => dialog.getByLabel('Kollega').locator('option').allTextContents())
      .not.toContain(/leder2/)
    await dialog.getByText('Hvem kan ikke, og hvorfor').click()
    await dialog.getByText('Prøve leder2: kan ikke').waitFor()
    await dialog.getByLabel('Kollega').selectOption({ value: person('leder') })
    await dialog.getByRole('button', { name: 'Flyt' }).click()
    await dialog.getByText('Skriv hvorfor.').waitFor()
    await screenshot(page, 'assignment-move-1440')
    await dialog.getByLabel(/Hvorfor flyttes de/).fill('Koordinatoren er på kursus.')
    await dialog.getByRole('button', { name: 'Flyt' }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await reviewerOf('S-8')).toBe(person('leder'))
  })
})

test('an even distribution is proposed, shown and done', async () => {
  await as('chef', async (page) => {
    await page.goto('/assignment?level=1')
    await page.getByRole('button', { name: 'Foreslå' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/gennemgange flyttes:/).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'assignment-balance-1440')
    await dialog.getByRole('button', { name: 'Flyt dem' }).click()
    await page.getByText(/gennemgange er givet videre\./).waitFor()
    await page.getByRole('button', { name: 'Foreslå' }).click()
    await dialog.getByText('Fordelingen er allerede så jævn, som den kan blive.').waitFor()
    const { rows } = await held.superPool.query<{ count: number }>(
      'select count(*)::int as count from review group by assigned_to order by 1',
    )
    expect(rows.map(({ count }) => count)).toEqual([2, 3, 3])
  })
})

test('the pages fit a wide screen and a phone, and nothing stands in the way of a screen reader', async () => {
  for (const width of [1440, 390])
    await as(
      'stab',
      async (page) => {
        await page.goto('/assignment')
        await page.getByRole('table', { name: 'Rundens gennemgange' }).waitFor()
        await page.getByRole('main').getByText('Frister', { exact: true }).click()
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
        await screenshot(page, `assignment-${width}`)
        await page.goto('/calendar')
        await page.getByRole('button', { name: 'Meld fravær' }).waitFor()
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
        await screenshot(page, `calendar-${width}`)
        await expect
          .poll(() => page.getByRole('link', { name: 'Hent kalenderfil' }).getAttribute('href'))
          .toMatch(/\.ics$/)
      },
      width,
    )
})

test('a reviewer sees their week, enters an absence, and reads and marks their messages', async () => {
  await as('leder', async (page) => {
    await page.goto('/')
    await page.getByRole('heading', { name: 'Mine opgaver' }).waitFor()
    await page.getByText(/venter i alt/).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'my-week-1440')
    await page.getByRole('link', { name: 'Kalender og fravær' }).click()
    await page.getByLabel('Fra og med').fill(addDays(today, 2))
    await page.getByLabel('Til og med').fill(addDays(today, 1))
    await page.getByRole('button', { name: 'Meld fravær' }).click()
    await page.getByText('Den sidste dag ligger før den første.').waitFor()
    await page.getByLabel('Til og med').fill(addDays(today, 30))
    await page.getByRole('button', { name: 'Meld fravær' }).click()
    await page.getByText('Fraværet er meldt.').waitFor()
    await page.getByRole('button', { name: /Tag fraværet for .* tilbage/ }).click()
    await page.getByText('Ingen er meldt væk.').waitFor()

    await page.getByRole('link', { name: /^Beskeder, \d+ nye$/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Beskeder' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'notifications-1440')
    await page.getByRole('button', { name: 'Markér alle som set' }).click()
    await page.getByText('Du har ingen nye beskeder.').waitFor()
    await expect
      .poll(() => page.getByRole('link', { name: 'Beskeder', exact: true }).textContent())
      .toBe('Beskeder')
  })
  for (const [path, name] of [
    ['/', 'my-week-390'],
    ['/notifications', 'notifications-390'],
  ] as const)
    await as(
      'leder',
      async (page) => {
        await page.goto(path)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
        await screenshot(page, name)
      },
      390,
    )
})

test('the empty second place of a pair is filled from the same dialog, and nobody loses anything', async () => {
  await newCase('S-9', { reviewers: { 1: [person('leder')] } })
  await as('chef', async (page) => {
    await page.goto('/assignment?state=lacks-second')
    const row = page.getByRole('row', { name: /S-9/ })
    await row.getByText('den anden mangler').waitFor()
    await page.getByRole('checkbox', { name: 'Vælg S-9' }).press('Space')
    await page.getByRole('button', { name: 'Flyt den valgte' }).click()
    const dialog = page.getByRole('dialog')
    const place = dialog.getByLabel('Hvis plads')
    await place.waitFor()
    await expect
      .poll(() => place.locator('option:checked').textContent())
      .toBe('Den ledige: den anden mangler')
    // The second is of the level's other role.
    await dialog.getByText('Hvem kan ikke, og hvorfor').click()
    await dialog.getByText(/Prøve leder2: /).waitFor()
    await dialog.getByRole('button', { name: 'Giv ud' }).click()
    await dialog.getByText('Vælg en kollega.').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'assignment-second-1440')
    await page.setViewportSize({ width: 390, height: 844 })
    await expectNoSidewaysScroll(page)
    await screenshot(page, 'assignment-second-390')
    await dialog.getByLabel('Kollega').selectOption({ value: person('koord') })
    await dialog.getByRole('button', { name: 'Giv ud' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await row.waitFor({ state: 'detached' })
    const { rows } = await held.superPool.query(
      'select assigned_to as first, assigned_with as second from review where id = $1',
      [reviews.get('S-9')],
    )
    expect(rows).toEqual([{ first: person('leder'), second: person('koord') }])

    // And given up again, so that the first goes on alone; that needs a reason.
    await page.goto('/assignment')
    await page.getByRole('checkbox', { name: 'Vælg S-9' }).press('Space')
    await page.getByRole('button', { name: 'Flyt den valgte' }).click()
    await dialog.getByLabel('Hvis plads').selectOption({ value: person('koord') })
    await dialog.getByLabel('Kollega').selectOption({ label: 'Ingen: den anden går videre alene' })
    await dialog.getByRole('button', { name: 'Flyt', exact: true }).click()
    await dialog.getByLabel('Hvorfor flyttes de?').fill('Syg i resten af runden')
    await dialog.getByRole('button', { name: 'Flyt', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    const { rows: left } = await held.superPool.query(
      'select assigned_to as first, assigned_with as second from review where id = $1',
      [reviews.get('S-9')],
    )
    expect(left).toEqual([{ first: person('leder'), second: null }])
  })
})
