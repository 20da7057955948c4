import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { releaseFeedback } from '../../src/app/review/release-feedback.ts'
import { expectAccessible, expectNoSidewaysScroll, TestBrowser } from '../support/browser.ts'
import { ReviewCast } from '../support/review-cast.ts'

let cast: ReviewCast
let browser: TestBrowser
let origin: string
let review: string

beforeAll(async () => {
  cast = await ReviewCast.create()
  await cast.rows(
    `insert into supervision (municipality_id, leader_id, caseworker, valid_from)
     select municipality_id, id, 'sagsbehandler', '2023-01-01' from person where initials = 'fremmedleder'`,
  )
  const made = await cast.newCase({ by: 'sagsbehandler' })
  await cast.as('leder').fillAndSubmit(made.review(1), 'yes')
  await cast.as('chef').fillAndSubmit(made.review(2), 'yes')
  const [first = '', ...rest] = cast.questions
  await cast.as('stab').save(made.review(3), first, 'yes', 0)
  for (const question of rest) await cast.as('stab').save(made.review(3), question, 'no', 0)
  await cast.as('stab').submit(made.review(3))
  for (const level of [1, 2, 3]) await cast.makeOlder(made.review(level), 24 * 60 + 1)
  await releaseFeedback(cast.held.database, new Date())
  review = made.review(3)
  // Something that stands still.
  await cast.newCase()
  await cast.rows(`update review set due_on = current_date - 7 where state = 'assigned'`)
  origin = (await cast.server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await cast.close()
})

async function withPerson(name: string, use: (page: Page) => Promise<void>, width = 1440): Promise<void> {
  const [cookieName = '', value = ''] = cast.cookie(name).split('=')
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    await page.context().addCookies([{ name: cookieName, value, url: origin }])
    await use(page)
  })
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('a caseworker reads what was in order first, disputes a point and accepts the rest', async () => {
  await withPerson('sagsbehandler', async (page) => {
    await page.goto('/')
    await page.getByRole('row', { name: /Nye tilbagemeldinger på dine sager 1/ }).waitFor()
    await page.getByRole('link', { name: 'Tilbagemeldinger på mine sager' }).click()
    await page.getByRole('link', { name: 'E-1' }).click()
    await page.getByRole('heading', { level: 1, name: 'Tilbagemelding på sag E-1' }).waitFor()
    const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts()
    expect(headings.slice(0, 2)).toEqual(['Det var i orden', 'Det var ikke i orden'])
    await expectAccessible(page)
    await page
      .getByRole('button', { name: /^Uenig i punkt/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Send til min leder' }).click()
    await page.getByText('Skriv, hvorfor du er uenig.').waitFor()
    await page.getByLabel('Hvorfor er du uenig?').fill('Det står i bilag 3')
    await button(page, 'Send til min leder').click()
    await page.getByText('Din leder har fået besked om, at du er uenig.').waitFor()
    await button(page, 'Jeg er enig i resten').click()
    await page.getByText('Du er enig').first().waitFor()
    await expectAccessible(page)
  })
})

test('the leader answers the dispute, and the caseworker reads the answer', async () => {
  await withPerson('fremmedleder', async (page) => {
    await page.goto('/disputes')
    await page.getByText('Det står i bilag 3').waitFor()
    await page.getByRole('button', { name: /^Svar på punkt/ }).click()
    await button(page, 'Send svaret').click()
    await page.getByText('Vælg et svar.').waitFor()
    await expectAccessible(page)
    await page.getByLabel('Gennemgangen står ved magt').check()
    await page.getByLabel('Din begrundelse').fill('Bilag 3 er fra en anden sag')
    await button(page, 'Send svaret').click()
    await page.getByText('Svaret er sendt til medarbejderen.').waitFor()
    await page.getByText('Ingen uenighed venter').waitFor()
  })
  await withPerson('sagsbehandler', async (page) => {
    await page.goto(`/feedback/${review}`)
    await page.getByText('Bilag 3 er fra en anden sag').waitFor()
    await expect.poll(() => page.getByText('Din leder fastholder gennemgangen.').count()).toBe(1)
  })
})

test('whoever gives reviews out sees what stands still beside how far the round is; others only the latter', async () => {
  await withPerson('leder', async (page) => {
    await page.goto(`/rounds/${cast.round.key}`)
    await page.getByRole('link', { name: /^Fremdrift/ }).click()
    await page.getByText('3 af 6 gennemgange er indsendt.').waitFor()
    await page
      .getByRole('row', { name: /^E-2.*Fristen var/ })
      .first()
      .waitFor()
    await page.getByRole('img', { name: /^Niveau 1: .*1 af 2 indsendt/ }).waitFor()
    await expectAccessible(page)
  })
  await withPerson('sagsbehandler', async (page) => {
    await page.goto(`/rounds/${cast.round.key}/progress`)
    await page.getByText('3 af 6 gennemgange er indsendt.').waitFor()
    await expect.poll(() => page.getByText('Hvad står stille?').count()).toBe(0)
  })
})

test.each(['progress', 'feedback', 'list', 'disputes'] as const)(
  'the page of %s fits a window of 320 pixels',
  async (name) => {
    const address = {
      progress: `/rounds/${cast.round.key}/progress`,
      feedback: `/feedback/${review}`,
      list: '/feedback',
      disputes: '/disputes',
    }[name]
    await withPerson(
      name === 'disputes' ? 'fremmedleder' : 'sagsbehandler',
      async (page) => {
        await page.goto(address)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForLoadState('networkidle')
        await expect(expectNoSidewaysScroll(page)).resolves.toBeUndefined()
        await expectAccessible(page)
      },
      320,
    )
  },
)
