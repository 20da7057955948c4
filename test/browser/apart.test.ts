import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId, ReviewId } from '../../src/storage/ids.ts'
import { expectAccessible, expectNoSidewaysScroll, screenshot, TestBrowser } from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addReviewedCase, createReviewRound, type ReviewRound } from '../support/review-round.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'
import { getStage } from '../../src/core/programme/lookup.ts'

let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string
let round: ReviewRound
let review: ReviewId
const people = new Map<string, PersonId>()

beforeAll(async () => {
  held = await createTestDatabase()
  const { municipalityId, actor, personId } = held.first
  const unit = await addUnit(held.database, municipalityId, 'Enhed Nord')
  for (const [userName, role] of [
    ['leder', 'department-manager'],
    ['koordinator', 'professional-coordinator'],
  ] as const)
    people.set(userName, await addPerson(held.database, municipalityId, { userName, role, unit }))
  const file = await readFile(new URL('../../programmes/bbu-2017.yaml', import.meta.url), 'utf8')
  const source = file.replace('together: true', 'apart: true')
  round = await createReviewRound(held.database, actor, personId, unit, '2023q4', source)
  const [leder, koordinator] = [...people.values()]
  if (leder === undefined || koordinator === undefined) throw new Error('nobody')
  const added = await addReviewedCase(held.database, actor, round, {
    caseId: 'A-1',
    reviewers: { 1: [leder, koordinator] },
  })
  review = added.review(1)
  server = await createTestServer(held.database)
  origin = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
  await fill('leder', 'yes')
})
afterAll(async () => {
  await browser.close()
  await server.app.close()
  await held.close()
})

/** Answers everything with yes but the first question, and hands in. */
async function fill(name: string, first: 'yes' | 'no'): Promise<void> {
  const cookie = await server.signIn(held.first.municipalityId, name)
  const { questions } = getStage(round.programme, 'underretning')
  for (const [at, { key }] of questions.entries())
    await server.send('PUT', `/api/reviews/${review}/answers/${key}`, {
      cookie,
      body: {
        answer: at === 0 ? first : 'yes',
        comment: at === 0 ? 'Vurderingen er dateret dagen efter.' : null,
        evidenceReference: null,
        evidenceDate: null,
        version: 0,
      },
    })
  const body = { minutes: 30 }
  const submitted = await server.send('POST', `/api/reviews/${review}/submission`, { cookie, body })
  if (submitted.statusCode !== 200) throw new Error(submitted.body)
}

async function as(name: string, use: (page: Page) => Promise<void>, width = 1440): Promise<void> {
  const [cookieName = '', value = ''] = (await server.signIn(held.first.municipalityId, name)).split('=')
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    await page.context().addCookies([{ name: cookieName, value, url: origin }])
    await use(page)
  })
}

test('two who review apart wait for each other, merge by keyboard, and submit the level’s answers', async () => {
  await as('leder', async (page) => {
    await page.goto(`/reviews/${review}`)
    await page.getByRole('heading', { name: 'Dit skema er indsendt' }).waitFor()
    await expect.poll(() => page.getByRole('link', { name: 'Saml svarene' }).count()).toBe(0)
    await expectAccessible(page)
    await screenshot(page, 'apart-waiting-1440')
    await page.goto(`/reviews/${review}/merge`)
    await page.getByRole('heading', { name: 'Svarene er lukket endnu' }).waitFor()
  })
  await fill('koordinator', 'no')
  await as('leder', async (page) => {
    await page.goto('/')
    await page.getByText('svarene skal samles').waitFor()
    await page.getByRole('link', { name: 'A-1', exact: true }).click()
    await page.getByRole('link', { name: 'Saml svarene' }).click()
    await page.getByRole('heading', { name: 'Saml svarene i A-1' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'apart-merge-1440')
    await page.getByRole('button', { name: /vælg niveauets svar/ }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Nej', { exact: true }).check()
    await dialog.getByRole('button', { name: 'Vælg svaret' }).click()
    await dialog.getByText('Vælg en grund.').waitFor()
    await dialog.getByLabel('Dokumentation mangler eller er overset').check()
    await screenshot(page, 'apart-choice-1440')
    await dialog.getByRole('button', { name: 'Vælg svaret' }).click()
    await page.getByText('afventer bekræftelse').waitFor()
    await expect.poll(() => page.getByRole('button', { name: /bekræft svaret/ }).count()).toBe(0)
  })
  await as(
    'koordinator',
    async (page) => {
      await page.goto(`/reviews/${review}/merge`)
      await page.getByText('afventer bekræftelse').waitFor()
      await expectNoSidewaysScroll(page)
      await screenshot(page, 'apart-merge-320')
      await page.getByRole('button', { name: /bekræft svaret Nej/ }).click()
      await page.getByRole('button', { name: 'Indsend niveauets svar' }).click()
      await page.getByText('Svarene er samlet og indsendt.').waitFor()
      await expectAccessible(page)
      await page.goto(`/reviews/${review}`)
      await page.getByRole('link', { name: 'Se, hvad hver af jer svarede' }).waitFor()
    },
    320,
  )
}, 90_000)
