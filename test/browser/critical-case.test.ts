import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { watchCritical } from '../../src/app/review/watch-critical.ts'
import type { PersonId, ReviewId } from '../../src/storage/ids.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  screenshot,
  tabTo,
  TestBrowser,
} from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addReviewedCase, createReviewRound } from '../support/review-round.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string
let review: ReviewId

beforeAll(async () => {
  held = await createTestDatabase()
  const { municipalityId, actor, personId } = held.first
  const unit = await addUnit(held.database, municipalityId, 'Enhed Nord')
  const people = new Map<string, PersonId>()
  const roles = [
    ['leder', 'department-manager', unit],
    ['chef', 'area-manager', unit],
    ['direktoer', 'director', null],
  ] as const
  for (const [userName, role, at] of roles)
    people.set(userName, await addPerson(held.database, municipalityId, { userName, role, unit: at }))
  const round = await createReviewRound(held.database, actor, personId, unit)
  const reviewer = people.get('leder')
  if (reviewer === undefined) throw new Error('nobody reviews')
  const drawn = await addReviewedCase(held.database, actor, round, {
    caseId: 'K-2024-17',
    stage: 'handleplan_forebyggelse',
    reviewers: { 1: [reviewer] },
  })
  review = drawn.review(1)
  server = await createTestServer(held.database)
  origin = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await server.app.close()
  await held.close()
})

async function as(name: string, use: (page: Page) => Promise<void>, width = 1440): Promise<void> {
  const [cookieName = '', value = ''] = (await server.signIn(held.first.municipalityId, name)).split('=')
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    await page.context().addCookies([{ name: cookieName, value, url: origin }])
    await use(page)
  })
}

/** Some hours pass: everything about the case moves back, and the program does what it does by itself. */
async function later(hours: number): Promise<void> {
  const past = `interval '${hours} hours'`
  await held.superPool.query(`update critical_act set at = at - ${past}, due_at = due_at - ${past}`)
  await held.superPool.query(`update critical_case set started_at = started_at - ${past},
    acknowledge_by = acknowledge_by - ${past}, act_by = act_by - ${past}, confirm_by = confirm_by - ${past},
    account_by = account_by - ${past}`)
  await watchCritical(held.database, new Date())
}

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page)
  await screenshot(page, `critical-${name}-1440`)
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    await expectNoSidewaysScroll(page)
    if (width === 390) await screenshot(page, `critical-${name}-390`)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('without a network a report says at once that it did not arrive, and given up it is never sent', async () => {
  await as('leder', async (page) => {
    await page.goto(`/reviews/${review}`)
    await page.getByRole('button', { name: 'Meld kritisk sag' }).waitFor()
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Meld kritisk sag' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Hvad frygter du?').fill('Barnet er bange.')
    await dialog.getByRole('button', { name: 'Meld nu' }).click()
    await dialog.getByText(/Meldingen kom ikke frem/).waitFor()
    await expect.poll(() => dialog.getByLabel('Hvad frygter du?').inputValue()).toBe('Barnet er bange.')
    await screenshot(page, 'critical-offline-1440')
    await page.keyboard.press('Escape')
    const asked = page.waitForResponse(/critical-case/)
    await page.context().setOffline(false)
    await page.reload()
    await asked
    await page.getByRole('button', { name: 'Meld kritisk sag' }).waitFor()
  })
  const { rows } = await held.superPool.query('select from critical_case')
  expect(rows).toHaveLength(0)
})

test('an answer that waits for the network is told of in full sight at every width', async () => {
  await as('leder', async (page) => {
    await page.goto(`/reviews/${review}`)
    await page.getByRole('button', { name: 'Alle' }).click()
    const answer = page.getByRole('radio', { name: /^Ja/ }).first()
    await answer.waitFor()
    await page.context().setOffline(true)
    await answer.check()
    const told = page.getByText(/1 svar er ikke sendt/)
    await told.waitFor()
    for (const width of [320, 390, 768, 1024, 1440]) {
      await page.setViewportSize({ width, height: 844 })
      await page.evaluate(() => window.scrollTo(0, 0))
      const overlaid = await told.evaluate((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect()
        const at = (x: number, y: number) => document.elementFromPoint(x, y)
        const corners = [
          at(left + 2, top + 2),
          at(right - 2, top + 2),
          at(left + 2, bottom - 2),
          at(right - 2, bottom - 2),
        ]
        return corners.some((found) => found === null || !element.contains(found))
      })
      expect({ width, overlaid }).toEqual({ width, overlaid: false })
      await expectNoSidewaysScroll(page)
      if (width === 390 || width === 1440) await screenshot(page, `review-offline-${width}`)
    }
    await page.context().setOffline(false)
    // While it waits, it says that it is kept on this computer.
    await page
      .getByText(/^Gemt på serveren kl\./)
      .first()
      .waitFor()
  })
})

test('keys reach the question also after a dialog was closed and after a click beside the form', async () => {
  await as('leder', async (page) => {
    await page.goto(`/reviews/${review}`)
    await page.getByText('1 af 24 besvaret').waitFor()
    await page.getByRole('button', { name: 'Meld kritisk sag' }).click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('n')
    await page.getByText('2 af 24 besvaret').waitFor()
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    await page.keyboard.press('n')
    await page.getByText('3 af 24 besvaret').waitFor()
    await page.getByText(/^Gemt på serveren kl\./).waitFor()
  })
  const { rows } = await held.superPool.query("select from review_answer where answer = 'no'")
  expect(rows).toHaveLength(2)
})

test('an answer proposes it, a reviewer reports by keyboard in two steps, and goes on with the review', async () => {
  await as('leder', async (page) => {
    await page.goto(`/reviews/${review}`)
    await page.getByRole('button', { name: 'Meld kritisk sag' }).waitFor()
    await look(page, 'form')
    await page.getByRole('button', { name: 'Alle' }).click()
    const question = page.locator('[data-place="HF-5.7"]')
    await question.getByRole('radio', { name: /^Ja/ }).check()
    await question.getByText(/Svaret tyder på/).waitFor()
    await screenshot(page, 'critical-proposal-1440')
    await tabTo(page, 'Meld kritisk sag', 'button')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('112').waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Meld nu' }).click()
    await dialog.getByText('Skriv med få ord, hvad du frygter.').waitFor()
    await dialog.getByLabel('Hvad frygter du?').fill('Barnet er bange for at gå hjem i dag.')
    await screenshot(page, 'critical-dialog-1440')
    await dialog.getByRole('button', { name: 'Meld nu' }).click()
    await page.getByRole('dialog', { name: 'Sagen er meldt' }).waitFor()
    await page.getByRole('button', { name: 'Fortsæt gennemgangen' }).click()
    await page.getByText('Du har meldt sagen som kritisk').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Meld kritisk sag' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Følg sagen' }).click()
    await page.getByRole('heading', { name: 'Kritisk sag K-2024-17' }).waitFor()
    await page.getByText('Barnet er bange for at gå hjem i dag.').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Jeg har set den og handler' }).count()).toBe(0)
    await look(page, 'reporter')
  })
})

test('it stands on top of the manager’s tasks, overdue it goes to the director, and the manager handles it to the end', async () => {
  await as('chef', async (page) => {
    await page.goto('/')
    const box = page.getByRole('region', { name: '1 kritisk sag' })
    await box.getByText(/min\. tilbage/).waitFor()
    await look(page, 'tasks')
  })
  await later(3)
  await as('direktoer', async (page) => {
    await page.goto('/notifications')
    await page.getByText('En kritisk sag er ikke håndteret til tiden.').waitFor()
    await page.goto('/')
    const box = page.getByRole('region', { name: '1 kritisk sag' })
    await box.getByText(/Overskredet/).waitFor()
    await look(page, 'overdue')
  })
  await as('chef', async (page) => {
    await page.goto('/')
    await page.getByRole('link', { name: 'Kritisk sag K-2024-17' }).click()
    await page.getByText(/Frist overskredet; direktøren har fået besked/).waitFor()
    await look(page, 'case')
    await page.getByRole('button', { name: 'Jeg har set den og handler' }).click()
    await page.getByText(/^Gjort for sent/).waitFor()
    await page.getByRole('button', { name: 'Gem handlingen' }).click()
    await page.getByText('Skriv, hvad der er sket.').waitFor()
    const steps = [
      ['Hvad er der gjort, og hvem har gjort det?', 'Gem handlingen'],
      ['Hvordan ved du, at barnet er i sikkerhed?', 'Barnet er i sikkerhed'],
      ['Redegørelse', 'Gør rede og afslut'],
    ] as const
    for (const [field, button] of steps) {
      await page.getByLabel(field).fill('Sagsbehandleren besøgte familien; barnet er hos sin mormor.')
      await page.getByRole('button', { name: button }).click()
      await page.getByLabel(field).waitFor({ state: 'detached' })
    }
    await page.getByText('Afsluttet', { exact: true }).waitFor()
    await look(page, 'closed')
    await page.getByRole('link', { name: 'Kritiske sager' }).click()
    await page.getByRole('row', { name: /K-2024-17/ }).waitFor()
    await look(page, 'list')
    await page.goto('/')
    await page.getByRole('heading', { name: 'Mine opgaver' }).waitFor()
    await expect.poll(() => page.getByRole('region', { name: '1 kritisk sag' }).count()).toBe(0)
    await page.goto('/rounds/2023q4')
    await page.getByText(/1 sag er meldt i runden, heraf 0 stadig åbne/).waitFor()
  })
})

test('a closed case is opened again with a reason, and its deadlines start anew', async () => {
  await as('leder', async (page) => {
    await page.goto('/critical')
    await page.getByRole('link', { name: 'K-2024-17' }).click()
    await page.getByRole('button', { name: 'Åbn igen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Hvorfor?').fill('Barnet er hjemme igen.')
    await dialog.getByRole('button', { name: 'Åbn igen' }).click()
    await page.getByText(/^Åbnet igen/).waitFor()
    await page.getByText('Meldt, ikke set endnu').waitFor()
    await expect.poll(() => page.getByText(/^Senest/).count()).toBe(4)
  })
})
