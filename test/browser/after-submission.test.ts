import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReviewId } from '../../src/storage/ids.ts'
import { expectAccessible, expectNoSidewaysScroll, screenshot, TestBrowser } from '../support/browser.ts'
import { ReviewCast } from '../support/review-cast.ts'
import { differencesFromRecount } from '../support/recount.ts'

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

async function as(name: string, use: (page: Page) => Promise<void>, width = 1440): Promise<void> {
  const [cookieName = '', value = ''] = cast.cookie(name).split('=')
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    await page.context().addCookies([{ name: cookieName, value, url: origin }])
    await use(page)
  })
}

const dialog = (page: Page) => page.getByRole('dialog')

async function propose(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Spørgsmål 1.1: foreslå fælles svar' }).press('Enter')
  await dialog(page).getByRole('button', { name: 'Send forslaget' }).click()
  await dialog(page).getByText('Vælg en grund.').waitFor()
  await expectAccessible(page)
  await dialog(page).getByRole('radio', { name: 'Dokumentation mangler eller er overset' }).check()
  await dialog(page).getByRole('group', { name: 'Hvad burde svaret være?' }).getByLabel('Ja').check()
  await dialog(page).getByLabel('Bemærkning').fill('Notatet af 3. oktober er i sagen')
  await screenshot(page, 'proposal-1440')
  await dialog(page).getByRole('button', { name: 'Send forslaget' }).click()
  await page.getByText('forslag afventer svar').waitFor()
}

async function write(page: Page, text: string): Promise<void> {
  await page
    .getByRole('button', { name: /spørgsmål 1\.1/ })
    .last()
    .click()
  await dialog(page).getByLabel('Ny besked').fill(text)
  await dialog(page).getByRole('button', { name: 'Send besked' }).click()
  await dialog(page).getByText(text).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
}

test('two levels disagree, settle why, and the review is returned, corrected and submitted with its history', async () => {
  const { review } = await cast.newCase()
  const [lower, higher]: readonly ReviewId[] = [review(1), review(2)]
  if (lower === undefined || higher === undefined) throw new Error('no reviews')
  await cast.as('leder').fillAndSubmit(lower, 'no')
  await cast.as('chef').fillAndSubmit(higher, 'yes')

  await as('chef', async (page) => {
    await page.goto(`/reviews/${higher}/differences`)
    await page.getByText('De to niveauer svarede forskelligt på 3 af 3').waitFor()
    await propose(page)
    await write(page, 'Har I set notatet?')
    await expectAccessible(page)
    await screenshot(page, 'differences-settling-1440')
  })
  await as('leder', async (page) => {
    await page.goto(`/reviews/${lower}`)
    await page.getByRole('link', { name: /^Se, hvad .* svarede$/ }).click()
    await page.getByRole('button', { name: 'Spørgsmål 1.1: svar på forslaget' }).click()
    await dialog(page).getByRole('radio', { name: 'Jeg er enig' }).check()
    await screenshot(page, 'reply-1440')
    await dialog(page).getByRole('button', { name: 'Send svaret' }).click()
    await page.getByText('enige om fælles svar').waitFor()
    await write(page, 'Nej, det havde vi overset')
    await screenshot(page, 'differences-agreed-1440')
  })
  await as('chef', async (page) => {
    await page.goto(`/reviews/${higher}/differences`)
    await page.getByText('Fælles svar: ja').waitFor()
    await page.getByText('Alle niveauers svar').click()
    await page.getByRole('table', { name: /alle niveauer/ }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'all-levels-1440')
    await page.getByRole('button', { name: 'Send tilbage til rettelse' }).click()
    await dialog(page).getByRole('button', { name: 'Send tilbage til rettelse' }).click()
    await dialog(page).getByText('Skriv hvorfor.').waitFor()
    await expectAccessible(page)
    await dialog(page).getByLabel('Hvorfor?').fill('Se notatet af 3. oktober')
    await screenshot(page, 'return-1440')
    await dialog(page).getByRole('button', { name: 'Send tilbage til rettelse' }).click()
    await page.getByText('Gennemgangen er sendt tilbage og bliver rettet.').waitFor()
  })
  await as('leder', async (page) => {
    await page.goto(`/reviews/${lower}`)
    await page.getByText('Se notatet af 3. oktober').waitFor()
    await page.getByText('statistikken bruger dine første svar').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'returned-1440')
    await page.getByRole('button', { name: /^1\.1/ }).click()
    await page.getByRole('radio', { name: 'Ja' }).check()
    await page.getByText(/^Gemt/).waitFor()
    await cast.as('leder').submit(lower, 40)
    await page.reload()
    await page.getByText('Historik').click()
    await page.getByText('1.1: nej til ja').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'history-1440')
  })
  expect(await differencesFromRecount(cast.held.superPool)).toEqual([])
}, 90_000)

test('a review that will not be made is written off on the round’s page, and taken up again', async () => {
  await cast.newCase()
  await as('admin', async (page) => {
    await page.goto(`/rounds/${cast.round.key}`)
    await page.getByText('Gennemgange, der mangler').click()
    const button = page.getByRole('button', { name: /^Afskriv E-2, niveau 1/ })
    await button.click()
    const asked = page.getByRole('alertdialog')
    await asked.getByRole('button', { name: 'Afskriv' }).click()
    await asked.getByText('Vælg en grund.').waitFor()
    await expectAccessible(page)
    await asked.getByRole('radio', { name: 'Der er ikke tid' }).check()
    await asked.getByLabel('Forklaring').fill('Runden slutter i dag')
    await screenshot(page, 'write-off-1440')
    await asked.getByRole('button', { name: 'Afskriv' }).click()
    await page.getByRole('heading', { name: 'Afskrevne gennemgange (1)' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'unfinished-1440')
    await page.getByRole('button', { name: 'Tag E-2, niveau 1, op igen' }).click()
    await dialog(page).getByLabel('Hvorfor?').fill('Der blev tid')
    await dialog(page).getByRole('button', { name: 'Tag gennemgangen op igen' }).click()
    await button.waitFor()
  })
  expect(await differencesFromRecount(cast.held.superPool)).toEqual([])
}, 60_000)

test.each([390, 320])(
  'what follows a submission fits %i px',
  async (width) => {
    const { review } = await cast.newCase()
    await cast.as('leder').fillAndSubmit(review(1), 'no')
    await cast.as('chef').fillAndSubmit(review(2), 'yes')
    await as(
      'chef',
      async (page) => {
        await page.goto(`/reviews/${review(2)}/differences`)
        await propose(page)
        await page.getByText('Alle niveauers svar').click()
        await page.getByText('ikke med i sagen').first().waitFor()
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
        await screenshot(page, `differences-${width}`)
        await page.goto(`/reviews/${review(2)}`)
        await page.getByText('Historik').click()
        await page.getByText('version 1').waitFor()
        await expectNoSidewaysScroll(page)
        await screenshot(page, `finished-${width}`)
      },
      width,
    )
    await as(
      'admin',
      async (page) => {
        await page.goto(`/rounds/${cast.round.key}`)
        await page.getByText('Gennemgange, der mangler').click()
        await page
          .getByRole('button', { name: /^Afskriv/ })
          .first()
          .waitFor()
        await expectNoSidewaysScroll(page)
        await screenshot(page, `unfinished-${width}`)
      },
      width,
    )
    expect(await differencesFromRecount(cast.held.superPool)).toEqual([])
  },
  60_000,
)
