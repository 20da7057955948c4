import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getStage } from '../../src/core/programme/lookup.ts'
import type { PersonId, ReviewId } from '../../src/storage/ids.ts'
import {
  describeFocus,
  expectAccessible,
  expectNoSidewaysScroll,
  screenshot,
  tabTo,
  TestBrowser,
} from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addReviewedCase, createReviewRound, type ReviewRound } from '../support/review-round.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string
let round: ReviewRound
const people = new Map<string, PersonId>()

beforeAll(async () => {
  held = await createTestDatabase()
  const { municipalityId, actor, personId } = held.first
  const unit = await addUnit(held.database, municipalityId, 'Enhed Nord')
  const roles = [
    ['leder', 'department-manager'],
    ['chef', 'area-manager'],
    ['sofie', 'caseworker'],
  ] as const
  for (const [userName, role] of roles)
    people.set(userName, await addPerson(held.database, municipalityId, { userName, role, unit }))
  round = await createReviewRound(held.database, actor, personId, unit)
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

async function as(name: string, use: (page: Page) => Promise<void>, width = 1440): Promise<void> {
  const [cookieName = '', value = ''] = (await server.signIn(held.first.municipalityId, name)).split('=')
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    await page.context().addCookies([{ name: cookieName, value, url: origin }])
    await use(page)
  })
}

function newCase(caseId: string, { declared = true } = {}) {
  const reviewers = { 1: [person('leder')], 2: [person('chef')] } as const
  return addReviewedCase(held.database, held.first.actor, round, { caseId, reviewers, declared })
}

const questions = () => getStage(round.programme, 'underretning').questions

async function answersOf(review: ReviewId): Promise<Record<string, string>> {
  const { rows } = await held.superPool.query<{ key: string; answer: string }>(
    'select question_key as key, answer from review_answer where review_id = $1',
    [review],
  )
  return Object.fromEntries(rows.map(({ key, answer }) => [key, answer]))
}

const saved = (page: Page) => page.getByText(/^Gemt/)

test('a reviewer fills a form by keyboard, leaves, resumes and submits, in hardly more keys than questions', async () => {
  const { review } = await newCase('S-1', { declared: false })
  const asked = questions()
  const half = 8
  let keys = 0
  await as('leder', async (page) => {
    const press = async (key: string) => {
      keys += 1
      await page.keyboard.press(key)
    }
    await page.goto('/')
    await page.getByRole('heading', { name: 'Mine opgaver' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'tasks-1440')
    await tabTo(page, 'Begynd på S-1')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Kan du bedømme sagen uafhængigt?' }).waitFor()
    await expect.poll(async () => (await describeFocus(page)).name).toBe('Ja, begynd gennemgangen')
    await expectAccessible(page)
    await screenshot(page, 'declaration-1440')
    await press('Enter')
    await page.getByRole('group', { name: /^1\.1/ }).waitFor()
    await expect.poll(async () => (await describeFocus(page)).role).toBe('radio')
    for (const key of 'jniyjnij') await press(key)
    await page.getByText(`${half} af ${asked.length} besvaret`).waitFor()
    await page.keyboard.press('k')
    await page.getByLabel('Kommentar').waitFor()
    await page.keyboard.type('jeg kan ikke finde notatet')
    await page.keyboard.press('Escape')
    await saved(page).waitFor()
    await screenshot(page, 'review-1440')
    // Leaves in the middle.
    await page.getByRole('link', { name: 'Mine opgaver' }).first().click()
    await page.getByRole('link', { name: 'Fortsæt S-1' }).press('Enter')
    await page.getByText(`${half} af ${asked.length} besvaret`).waitFor()
    await expect.poll(() => page.getByLabel('Kommentar').inputValue()).toBe('jeg kan ikke finde notatet')
    await page.getByRole('radio').first().waitFor()
    for (let i = half; i < asked.length; i += 1) await press('j')
    await page.getByText(`Alle ${asked.length} spørgsmål er besvaret.`).waitFor()
    await expect.poll(async () => (await describeFocus(page)).name).toBe('Indsend gennemgang')
    await expect
      .poll(() => page.getByRole('button', { name: 'Indsend gennemgang' }).getAttribute('aria-disabled'))
      .toBeNull()
    await press('Enter')
    await page.getByRole('dialog').waitFor()
    await expectAccessible(page)
    for (const key of ['4', '5', 'Enter']) await press(key)
    await page.getByText('Gennemgangen er afsluttet. Tid brugt: 45 minutter.').waitFor()
    await expectAccessible(page)
  })
  expect(keys).toBeLessThanOrEqual(asked.length + 6)
  const stored = await answersOf(review(1))
  expect(asked.slice(0, half).map(({ key }) => stored[key])).toEqual([
    'yes',
    'no',
    'na',
    'yes',
    'yes',
    'no',
    'na',
    'yes',
  ])
  expect(Object.keys(stored)).toHaveLength(asked.length)
}, 60_000)

test('the level above sees nothing of the level below before its own submission, and the differences after', async () => {
  const { review } = await newCase('S-2')
  const cookie = await server.signIn(held.first.municipalityId, 'leder')
  const fill = async (who: string, id: ReviewId, answer: 'yes' | 'no') => {
    for (const { key } of questions())
      await server.send('PUT', `/api/reviews/${id}/answers/${key}`, {
        cookie: who,
        body: { answer, comment: 'set af leder', evidenceReference: null, evidenceDate: null, version: 0 },
      })
    return server.send('POST', `/api/reviews/${id}/submission`, { cookie: who, body: { minutes: 30 } })
  }
  expect((await fill(cookie, review(1), 'no')).statusCode).toBe(200)
  await as('chef', async (page) => {
    await page.goto(`/reviews/${review(1)}`)
    await page.getByRole('heading', { name: 'Svarene er lukket' }).waitFor()
    await expect.poll(() => page.getByText('set af leder').count()).toBe(0)
    await page.goto(`/reviews/${review(2)}/differences`)
    await page.getByRole('heading', { name: 'Svarene er lukket endnu' }).waitFor()
    await expectAccessible(page)
    await page.goto(`/reviews/${review(2)}`)
    await page.getByRole('radio').first().waitFor()
    await expect.poll(() => page.getByText('set af leder').count()).toBe(0)
    const chef = await server.signIn(held.first.municipalityId, 'chef')
    await fill(chef, review(2), 'yes')
    await page.goto(`/reviews/${review(2)}`)
    await page.getByRole('link', { name: 'Se, hvor niveauerne er uenige' }).click()
    await page.getByText(`De to niveauer svarede forskelligt på ${questions().length} af`).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'differences-1440')
  })
}, 60_000)

test('answers given without a connection wait, say so, and are sent when it is back', async () => {
  const { review } = await newCase('S-3')
  await as('leder', async (page) => {
    await page.goto(`/reviews/${review(1)}`)
    await page.getByRole('radio').first().waitFor()
    await page.context().setOffline(true)
    await page.keyboard.press('j')
    await page.keyboard.press('n')
    await page
      .getByText('Ingen forbindelse. 2 svar er ikke sendt. Gemt krypteret på denne computer.')
      .waitFor()
    await page.getByText(`2 af ${questions().length} besvaret`).waitFor()
    await screenshot(page, 'review-offline')
    await page.context().setOffline(false)
    await saved(page).waitFor()
  })
  expect(Object.values(await answersOf(review(1))).toSorted()).toEqual(['no', 'yes'])
}, 60_000)

test('two tabs never overwrite each other silently', async () => {
  const { review } = await newCase('S-4')
  await as('leder', async (page) => {
    const other = await page.context().newPage()
    for (const tab of [page, other]) {
      await tab.goto(`/reviews/${review(1)}`)
      await tab.getByRole('radio').first().waitFor()
    }
    await page.keyboard.press('j')
    await saved(page).waitFor()
    await expect.poll(() => answersOf(review(1))).toEqual({ 'U-1.1': 'yes' })
    await other.getByRole('radio', { name: 'Nej' }).press('n')
    await other.getByRole('button', { name: /^1\.1/ }).click()
    await other.getByRole('heading', { name: 'Svaret er ændret et andet sted' }).waitFor()
    expect(await answersOf(review(1))).toEqual({ 'U-1.1': 'yes' })
    await expectAccessible(other)
    await screenshot(other, 'review-conflict')
    await other.getByRole('button', { name: 'Behold mit' }).click()
    await expect.poll(() => answersOf(review(1))).toEqual({ 'U-1.1': 'no' })
  })
}, 60_000)

test.each([390, 320])(
  'every page of the room fits %i px',
  async (width) => {
    const { review } = await newCase(`W-${width}`)
    await as(
      'leder',
      async (page) => {
        await page.goto('/')
        await page.getByRole('table').first().waitFor()
        await expectNoSidewaysScroll(page)
        await screenshot(page, `tasks-${width}`)
        await page.goto(`/reviews/${review(1)}`)
        await page.getByRole('radio', { name: 'Ja' }).check()
        await page.getByRole('button', { name: 'Kommentar' }).click()
        await page.getByRole('button', { name: 'Dokumentation' }).click()
        await saved(page).waitFor()
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
        await screenshot(page, `review-${width}`)
        await page.getByRole('button', { name: 'Alle', exact: true }).click()
        await page.getByRole('heading', { name: `${questions().length - 1} mangler` }).waitFor()
        await expect.poll(() => page.getByRole('radio', { name: 'Ja' }).count()).toBe(questions().length)
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
      },
      width,
    )
  },
  60_000,
)

test('somebody without reviews is told what they can do', async () => {
  await as('sofie', async (page) => {
    await page.goto('/')
    await page.getByText('Intet venter på dig.').waitFor()
    await expect.poll(() => page.getByRole('main').getByRole('link', { name: 'Programmer' }).count()).toBe(1)
    await expectAccessible(page)
  })
})

test('a reviewer who knows the family passes the case on and does not see it again', async () => {
  const { review } = await newCase('S-kender', { declared: false })
  await as(
    'leder',
    async (page) => {
      await page.goto(`/reviews/${review(1)}`)
      await page.getByRole('button', { name: 'Nej, giv sagen videre' }).click()
      await page.getByRole('button', { name: 'Giv sagen videre' }).click()
      await page.getByText('Vælg en grund.').waitFor()
      await page.getByLabel('Jeg kender barnet, familien eller en anden i sagen').check()
      await page.getByLabel(/^Forklaring/).fill('Vi bor i samme opgang.')
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await screenshot(page, 'conflict-390')
      await page.getByRole('button', { name: 'Giv sagen videre' }).click()
      await page.getByRole('heading', { name: 'Mine opgaver' }).waitFor()
      await expect.poll(() => page.getByText('S-kender').count()).toBe(0)
    },
    390,
  )
  const { rows } = await held.superPool.query('select assigned_to from review where id = $1', [review(1)])
  expect(rows).toEqual([{ assigned_to: null }])
})
