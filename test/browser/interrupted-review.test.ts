// What a reviewer sees, and what is stored, when something goes wrong in the middle of a form.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReviewId } from '../../src/storage/ids.ts'
import { expectAccessible, screenshot, TestBrowser } from '../support/browser.ts'
import { ReviewCast } from '../support/review-cast.ts'

let cast: ReviewCast
let browser: TestBrowser
let origin: string

beforeAll(async () => {
  cast = await ReviewCast.create()
  origin = (await cast.server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await cast.close()
})

type Sent = readonly (string | undefined)[]

/**
 * Opens a review of level 1 as one of its two reviewers. Of requests to `lost` the first is carried out, but its reply never
 * comes; `sent` has their keys. The browser lets a request pass that follows too soon on the wish to hold it back, so that
 * the wish comes before the page.
 */
async function open(
  review: ReviewId,
  use: (page: Page, sent: Sent) => Promise<void>,
  lost?: RegExp,
): Promise<void> {
  const [name = '', value = ''] = cast.cookie('leder').split('=')
  await browser.withPage({ origin }, async (page) => {
    await page.context().addCookies([{ name, value, url: origin }])
    const sent = lost === undefined ? [] : await loseFirstReply(page, lost)
    await page.goto(`/reviews/${review}`)
    await page
      .getByText(/besvaret/)
      .first()
      .waitFor()
    await use(page, sent)
  })
}

const newReview = async (): Promise<ReviewId> => (await cast.newCase()).review(1)

function answersOf(review: ReviewId): Promise<{ answer: string | null; version: number }[]> {
  return cast.rows('select answer, version from review_answer where review_id = $1 order by question_key', [
    review,
  ])
}

async function loseFirstReply(page: Page, address: RegExp): Promise<Sent> {
  const keys: (string | undefined)[] = []
  await page.route(address, async (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    if (keys.length > 1) return route.continue()
    await route.fetch()
    return route.abort()
  })
  return keys
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Indsend gennemgang', exact: true }).click()
  await page.getByRole('dialog').getByLabel('Minutter brugt').fill('25')
  await page.getByRole('dialog').getByRole('button', { name: 'Indsend gennemgang', exact: true }).click()
}

test('an answer whose reply is lost is sent again by itself, and stands once', async () => {
  const review = await newReview()
  await open(
    review,
    async (page, sent) => {
      await page.keyboard.press('j')
      await page.getByText(/^Gemt på serveren kl\./).waitFor()
      expect(sent.length).toBeGreaterThan(1)
    },
    /\/answers\//,
  )
  expect(await answersOf(review)).toEqual([{ answer: 'yes', version: 2 }])
})

test('a submission whose reply is lost is sent again under the same key, done once, and shown as done', async () => {
  const review = await newReview()
  await cast.as('leder').fill(review, 'yes')
  await open(
    review,
    async (page, keys) => {
      await submit(page)
      await page.getByText('Gennemgangen er afsluttet.').waitFor()
      expect(keys.length).toBeGreaterThan(1)
      expect(new Set(keys).size).toBe(1)
    },
    /\/submission$/,
  )
  const events = await cast.rows("select from review_event where review_id = $1 and kind = 'submitted'", [
    review,
  ])
  expect(events).toHaveLength(1)
})

test('a form that a colleague has made incomplete meanwhile is not submitted, and says which question it is', async () => {
  const review = await newReview()
  await cast.as('leder').fill(review, 'yes')
  await open(review, async (page) => {
    const [question = ''] = cast.questions
    const version = Math.min(...(await answersOf(review)).map((answer) => answer.version))
    const body = { answer: null, comment: null, evidenceReference: null, evidenceDate: null, version }
    const url = `/api/reviews/${review}/answers/${question}`
    expect((await cast.as('kollega').send('PUT', url, { body })).statusCode).toBe(200)
    await submit(page)
    await page
      .getByRole('dialog')
      .getByText('Spørgsmål 1.1 (Modtagelse og registrering) mangler svar.')
      .waitFor()
    await expectAccessible(page)
    await screenshot(page, 'interrupted-incomplete')
  })
  expect((await answersOf(review)).map(({ answer }) => answer)).toEqual([null, 'yes', 'yes'])
})

test('a round that closes in mid-form says so, keeps what was saved, and what could not be saved on the computer', async () => {
  const review = await newReview()
  await open(review, async (page) => {
    await page.keyboard.press('j')
    await page.getByText(/^Gemt på serveren kl\./).waitFor()
    await cast.rows("update round set state = 'closed', closed_at = now()")
    try {
      await page.keyboard.press('n')
      await page.getByText(/Runden er lukket.*Gemt krypteret på denne computer\./).waitFor()
      await expectAccessible(page)
      await screenshot(page, 'interrupted-closed-round')
      expect((await answersOf(review)).map(({ answer }) => answer)).toEqual(['yes'])
    } finally {
      await cast.rows("update round set state = 'open', closed_at = null")
    }
    await page.reload()
    await page.getByText('2 af 3 besvaret').waitFor()
    await page.getByText(/^Gemt på serveren kl\./).waitFor()
  })
  expect((await answersOf(review)).map(({ answer }) => answer)).toEqual(['yes', 'no'])
})

test('a computer whose clock is set back by a day loses no answer and proposes no time below a minute', async () => {
  const review = await newReview()
  await open(review, async (page) => {
    const now = Date.now()
    await page.clock.install({ time: now })
    await page.reload()
    await page.getByRole('radio').first().waitFor()
    await page.keyboard.press('j')
    await page.getByText('1 af 3 besvaret').waitFor()
    await page.clock.setSystemTime(now - 86_400_000)
    for (const [count, key] of ['n', 'j'].entries()) {
      await page.keyboard.press(key)
      await page
        .getByText(new RegExp(`(?:${count + 2} af|Alle) 3 `))
        .first()
        .waitFor()
    }
    await expect.poll(() => answersOf(review)).toHaveLength(3)
    await page.getByText(/^Gemt på serveren kl\./).waitFor()
    await page.getByRole('button', { name: 'Indsend gennemgang', exact: true }).click()
    const minutes = page.getByRole('dialog').getByLabel('Minutter brugt')
    expect(Number(await minutes.inputValue())).toBeGreaterThanOrEqual(1)
    await page.getByRole('dialog').getByRole('button', { name: 'Indsend gennemgang', exact: true }).click()
    await page.getByText('Gennemgangen er afsluttet.').waitFor()
  })
  expect((await answersOf(review)).map(({ answer }) => answer)).toEqual(['yes', 'no', 'yes'])
})
