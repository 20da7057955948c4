import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Review } from '../../src/contract/review/review.ts'
import type { PersonId, ReviewId } from '../../src/storage/ids.ts'
import { expectAccessible, expectNoSidewaysScroll, screenshot, TestBrowser } from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { KillableBrowser } from '../support/killable-browser.ts'
import { addReviewedCase, createReviewRound, type ReviewRound } from '../support/review-round.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string
let round: ReviewRound
const people = new Map<string, PersonId>()
const names = ['leder', 'makker', 'fratræder'] as const

beforeAll(async () => {
  held = await createTestDatabase()
  const { municipalityId, actor, personId } = held.first
  const unit = await addUnit(held.database, municipalityId, 'Enhed Nord')
  for (const userName of names) {
    const role = 'department-manager'
    people.set(userName, await addPerson(held.database, municipalityId, { userName, role, unit }))
  }
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

async function newReview(caseId: string, ...reviewers: readonly [string, string?]): Promise<ReviewId> {
  const [first, second] = reviewers
  const { review } = await addReviewedCase(held.database, held.first.actor, round, {
    caseId,
    reviewers: { 1: second === undefined ? [person(first)] : [person(first), person(second)] },
  })
  return review(1)
}

/** Every question answered yes and the review submitted, by somebody whose network is there. */
async function submitAll(review: ReviewId, name: string): Promise<void> {
  const cookie = await server.signIn(held.first.municipalityId, name)
  const { questions } = (await server.send('GET', `/api/reviews/${review}`, { cookie })).json<Review>()
  const content = { answer: 'yes', comment: null, evidenceReference: null, evidenceDate: null, version: 0 }
  for (const { key } of questions)
    await server.send('PUT', `/api/reviews/${review}/answers/${key}`, { cookie, body: content })
  const submitted = await server.send('POST', `/api/reviews/${review}/submission`, {
    cookie,
    body: { minutes: 30 },
  })
  expect(submitted.statusCode).toBe(200)
}

async function signIn(context: BrowserContext, name: string): Promise<void> {
  const [cookieName = '', value = ''] = (await server.signIn(held.first.municipalityId, name)).split('=')
  // The browser with a profile of its own speaks the machine's language.
  const language = { name: 'tilsyn-language', value: 'da', url: origin }
  await context.addCookies([{ name: cookieName, value, url: origin }, language])
}

async function answersOf(review: ReviewId): Promise<Record<string, string>> {
  const { rows } = await held.superPool.query<{ key: string; said: string }>(
    `select question_key as key, concat_ws(' ', answer, comment) as said from review_answer where review_id = $1 order by question_key`,
    [review],
  )
  return Object.fromEntries(rows.map(({ key, said }) => [key, said]))
}

async function notesOf(review: ReviewId): Promise<readonly string[]> {
  const { rows } = await held.superPool.query<{ text: string }>(
    'select text from review_note where review_id = $1',
    [review],
  )
  return rows.map(({ text }) => text)
}

/** Every answer that is sent meets no network, until `restore`. */
async function cutNetwork(page: Page): Promise<{ restore(): Promise<void> }> {
  const saves = /\/api\/reviews\/[^/]+\/(?:answers\/|comment|notes\/)/
  await page.route(saves, (route) => route.abort())
  return { restore: () => page.unroute(saves) }
}

const onComputer = (page: Page) => page.getByText('Gemt krypteret på denne computer.')

async function answerOffline(page: Page, review: ReviewId, key: string): Promise<void> {
  await page.goto(`${origin}/reviews/${review}`)
  await page.getByRole('radio').first().waitFor()
  await page.keyboard.press(key)
  await onComputer(page).waitFor()
}

/** Whether any file under the folder holds the text, as UTF-8 or UTF-16. */
async function holds(folder: string, text: string): Promise<boolean> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const file of files.filter((each) => each.isFile())) {
    const bytes = await readFile(join(file.parentPath, file.name))
    if (bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'))) return true
  }
  return false
}

/** How many bytes each record of drafts has. */
const sizesOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        const opening = indexedDB.open('tilsyn-drafts')
        opening.addEventListener('error', () => reject(new Error('the drafts cannot be opened')))
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('drafts').objectStore('drafts').getAll()
          reading.addEventListener('success', () => {
            opening.result.close()
            // The shape is ours.
            const records = reading.result as { readonly sealed: ArrayBuffer }[]
            resolve(records.map(({ sealed }) => sealed.byteLength))
          })
        })
      }),
  )

const recordsOf = async (page: Page) => (await sizesOf(page)).length

test('a killed browser loses nothing: what it kept is unreadable on the disk and is sent after the next sign-in', async () => {
  const review = await newReview('D-1', 'leder')
  const profile = await mkdtemp(join(tmpdir(), 'tilsyn-profile-'))
  const secret = 'notatet om moderen mangler'
  const whispered = 'spørg Grethe om mødet'
  let running: KillableBrowser | undefined
  try {
    running = await KillableBrowser.start(profile)
    const first = running.page
    await signIn(first.context(), 'leder')
    await cutNetwork(first)
    await answerOffline(first, review, 'j')
    const [before = 0] = await sizesOf(first)
    await first.keyboard.press('k')
    await first.keyboard.type(secret)
    await first.keyboard.press('Escape')
    await first.getByText('2 svar er ikke sendt').waitFor()
    await onComputer(first).waitFor()
    await expect.poll(async () => (await sizesOf(first))[0]).toBeGreaterThan(before + secret.length)
    await first.keyboard.press('p')
    await first.keyboard.type(whispered)
    await first.keyboard.press('Escape')
    await first.getByText('Noten ligger krypteret på denne computer').waitFor()
    await first.getByText('3 svar er ikke sendt').waitFor()
    await expect
      .poll(async () => (await sizesOf(first))[0])
      .toBeGreaterThan(before + secret.length + whispered.length)
    await running.kill()
    expect(await notesOf(review)).toEqual([])
    expect(await answersOf(review)).toEqual({})
    expect(await holds(profile, 'tilsyn-drafts')).toBe(true)
    for (const text of [secret, whispered]) expect(await holds(profile, text)).toBe(false)

    running = await KillableBrowser.start(profile)
    const { page } = running
    await signIn(page.context(), 'makker')
    await page.goto(origin)
    await page.getByRole('heading', { name: 'Mine opgaver' }).waitFor()
    await page.waitForLoadState('networkidle')
    await expect.poll(() => page.getByText('D-1').count()).toBe(0)
    expect(await recordsOf(page)).toBe(1)
    expect(await answersOf(review)).toEqual({})

    await signIn(page.context(), 'leder')
    await page.goto(origin)
    await page.getByText('D-1: 3 svar er nu sendt.').waitFor()
    expect(Object.values(await answersOf(review))).toEqual(['yes', secret])
    expect(await notesOf(review)).toEqual([whispered])
    await expect.poll(() => recordsOf(page)).toBe(0)
  } finally {
    await running?.kill()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}, 120_000)

test('drafts that come late meet the other reviewer’s answer as a conflict, and both stay until somebody has chosen', async () => {
  const review = await newReview('D-2', 'leder', 'makker')
  await browser.withPage({ origin }, async (page) => {
    const context = page.context()
    await signIn(context, 'leder')
    await cutNetwork(page)
    await answerOffline(page, review, 'n')
    await page.close()
    const cookie = await server.signIn(held.first.municipalityId, 'makker')
    const body = { answer: 'yes', comment: 'set', evidenceReference: null, evidenceDate: null, version: 0 }
    const path = `/api/reviews/${review}/answers/U-1.1`
    expect((await server.send('PUT', path, { cookie, body })).statusCode).toBe(200)

    const later = await context.newPage()
    await later.goto(origin)
    await later.getByText('D-2: svar er ændret et andet sted imens.').waitFor()
    expect(await answersOf(review)).toEqual({ 'U-1.1': 'yes set' })
    await expectAccessible(later)
    await screenshot(later, 'unsent-conflict')
    await later.getByRole('link', { name: 'Åbn gennemgangen' }).click()
    await later.getByRole('button', { name: 'Spørgsmål 1.1' }).click()
    await later.getByRole('heading', { name: 'Svaret er ændret et andet sted' }).waitFor()
    await screenshot(later, 'unsent-choose')
    await later.getByText(/Prøve makker gemte/).waitFor()
    expect(await recordsOf(later)).toBe(1)
    await later.getByRole('button', { name: 'Behold mit' }).click()
    await expect.poll(() => answersOf(review)).toEqual({ 'U-1.1': 'no' })
    await expect.poll(() => recordsOf(later)).toBe(0)
  })
}, 120_000)

test('a colleague submits while an answer has no network: the review’s page says what was not sent', async () => {
  const review = await newReview('D-4', 'leder', 'makker')
  await browser.withPage({ origin }, async (page) => {
    const context = page.context()
    await signIn(context, 'leder')
    await cutNetwork(page)
    await answerOffline(page, review, 'n')
    await page.close({ runBeforeUnload: false })
    await submitAll(review, 'makker')

    const later = await context.newPage()
    await later.goto(`${origin}/reviews/${review}`)
    await later.getByRole('heading', { name: 'Svar, der kun var på denne computer' }).waitFor()
    await later.getByText(/^D-4: svarene kunne ikke sendes\./).waitFor()
    await later.getByText('Vis svarene').click()
    await later.getByText(/^Spørgsmål 1\.1 \(.+\): Nej$/).waitFor()
    await expect.poll(() => later.getByRole('link', { name: 'Åbn gennemgangen' }).count()).toBe(0)
    await expectAccessible(later)
    await screenshot(later, 'unsent-submitted')
    await later.getByRole('button', { name: 'Slet dem' }).click()
    await later.getByRole('alertdialog').getByRole('button', { name: 'Slet dem' }).click()
    await expect.poll(() => recordsOf(later)).toBe(0)
  })
}, 120_000)

test('a reviewer whose role ended in mid-form is told so and keeps what they wrote, and signing out asks first', async () => {
  const review = await newReview('D-3', 'fratræder')
  await browser.withPage({ origin }, async (page) => {
    await signIn(page.context(), 'fratræder')
    await page.goto(`/reviews/${review}`)
    await page.getByRole('radio').first().waitFor()
    await held.superPool.query(
      'update role_assignment set valid_to = current_date - 1 where person_id = $1',
      [person('fratræder')],
    )
    await page.keyboard.press('n')
    await page
      .getByText(
        'Ikke gemt på serveren. Din rolle giver ikke adgang til dette. Gemt krypteret på denne computer.',
      )
      .waitFor()
    expect(await answersOf(review)).toEqual({})
    await page.close({ runBeforeUnload: false })

    const later = await page.context().newPage()
    await later.goto(origin)
    await later.getByText('D-3: svarene kunne ikke sendes. Din rolle giver ikke adgang til dette.').waitFor()
    await later.getByText('Vis svarene').click()
    // In the words of the form, not by the question's key.
    await later.getByText(/^Spørgsmål 1\.1 \(.+\): Nej$/).waitFor()
    await expect.poll(() => later.getByText('U-1.1').count()).toBe(0)
    await expectAccessible(later)
    await screenshot(later, 'unsent-refused')
    await later.setViewportSize({ width: 390, height: 844 })
    await expectNoSidewaysScroll(later)
    await screenshot(later, 'unsent-refused-390')
    await later.setViewportSize({ width: 1440, height: 900 })
    await later.getByRole('button', { name: /brugermenu/ }).click()
    await later.getByRole('button', { name: 'Log ud' }).click()
    await later.getByText('I 1 gennemgang er der svar, som kun er på denne computer.').waitFor()
    await expectAccessible(later)
    await screenshot(later, 'unsent-sign-out')
    await later.getByRole('button', { name: 'Annullér' }).click()
    expect(await recordsOf(later)).toBe(1)
    await later.getByRole('button', { name: /brugermenu/ }).click()
    await later.getByRole('button', { name: 'Log ud' }).click()
    await later.getByRole('button', { name: 'Slet svarene, og log ud' }).click()
    await later.getByRole('heading', { name: 'Log ind' }).waitFor()
    expect(await recordsOf(later)).toBe(0)
  })
}, 120_000)
