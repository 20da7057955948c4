import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId } from '../../src/storage/ids.ts'
import { allAnswerTypes } from '../support/all-answer-types.ts'
import {
  describeFocus,
  expectAccessible,
  expectNoSidewaysScroll,
  screenshot,
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
let printed: ReviewRound
let leder: PersonId

beforeAll(async () => {
  held = await createTestDatabase()
  const { municipalityId, actor, personId } = held.first
  const unit = await addUnit(held.database, municipalityId, 'Enhed Nord')
  leder = await addPerson(held.database, municipalityId, {
    userName: 'leder',
    role: 'department-manager',
    unit,
  })
  round = await createReviewRound(held.database, actor, personId, unit, 'alle', allAnswerTypes)
  printed = await createReviewRound(held.database, actor, personId, unit)
  server = await createTestServer(held.database)
  origin = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await server.app.close()
  await held.close()
})

async function open(
  caseId: string,
  use: (page: Page) => Promise<void>,
  { width = 1440, of = round, declared = true, stage = 'underretning' } = {},
): Promise<void> {
  const { review } = await addReviewedCase(held.database, held.first.actor, of, {
    caseId,
    stage,
    reviewers: { 1: [leder] },
    declared,
  })
  const [cookieName = '', value = ''] = (await server.signIn(held.first.municipalityId, 'leder')).split('=')
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    await page.context().addCookies([{ name: cookieName, value, url: origin }])
    await page.goto(`/reviews/${review(1)}`)
    await use(page)
  })
}

const focused = async (page: Page) => (await describeFocus(page)).name
const answerText = async (page: Page, from: number) => {
  const fields: readonly [RegExp, string][] = [
    [/møder/u, '2,5'],
    [/barnet set/u, '2023-11-03'],
    [/lære af/u, 'Tal med barnet.'],
  ]
  for (const [label, text] of fields.slice(from)) {
    await page.getByLabel(label).fill(text)
    await page.keyboard.press(text.startsWith('Tal') ? 'Control+Enter' : 'Enter')
  }
}

test('grades, numbers, days and texts are answered by keyboard; the rating follows, is overridden with a reason, and shows so after', async () => {
  await open('F-1', async (page) => {
    await page.getByRole('group', { name: /^1\.1/ }).waitFor()
    await page.getByText('startet 2. oktober 2023, afsluttet 29. december 2023').waitFor()
    await page.keyboard.press('j')
    await page.getByRole('group', { name: /^1\.2/ }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'form-graded-1440')
    // The rating is settled only when the grade is known, and then needs no key of its own.
    await page.keyboard.press('3')
    await page.getByLabel(/møder/u).waitFor()
    await expect.poll(() => focused(page)).toMatch(/møder/u)
    await page.keyboard.type('mange')
    await page.keyboard.press('Enter')
    await page.getByText('Skriv et tal, f.eks. 12 eller 12,5.').waitFor()
    await page.getByText('2 af 5 besvaret').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'form-number-wrong-1440')
    await answerText(page, 0)
    await page.getByText('Alle 5 spørgsmål er besvaret.').waitFor()
    const ratings = page.getByRole('region', { name: 'Vurderinger, der følger af svarene' })
    await expect.poll(() => ratings.textContent()).toContain('God')
    await expectAccessible(page)
    await screenshot(page, 'form-finish-1440')
    await ratings.getByRole('button', { name: /Samlet vurdering/ }).click()
    await page.getByRole('button', { name: 'Fravig vurderingen' }).click()
    await page.getByLabel('Ikke god nok').check()
    await page.getByText('Gemmes, når både vurdering og begrundelse er der.').waitFor()
    await page.getByLabel('Begrundelse').fill('Akten viser, at barnet ikke blev hørt.')
    await page.keyboard.press('Tab')
    await page.getByText('Fraveget', { exact: true }).waitFor()
    await page.getByText('Reglen giver: God.').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'form-override-1440')
    await page.getByRole('button', { name: 'Til afslutning' }).last().click()
    await page.getByText(/^Gemt/).waitFor()
    await page.getByRole('button', { name: 'Indsend gennemgang' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Indsend gennemgang' }).click()
    await page.getByText('Gennemgangen er afsluttet.').waitFor()
    await page.getByText('Begrundelse: Akten viser, at barnet ikke blev hørt.').waitFor()
    for (const text of ['Grundig', '2,5', '3. november 2023', 'Tal med barnet.', 'Ikke god nok'])
      await expect.poll(() => page.getByText(text, { exact: true }).count()).toBe(1)
    await expectAccessible(page)
    await screenshot(page, 'form-submitted-1440')
  })
}, 60_000)

test('M goes to what is missing, section by section, and the end lists it', async () => {
  await open('F-2', async (page) => {
    await page.getByRole('radio').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('2')
    await page.getByLabel(/møder/u).waitFor()
    await page.getByRole('navigation', { name: 'Afsnit' }).getByText('4 mangler').waitFor()
    await page.getByRole('button', { name: /^1\.2: besvaret/ }).click()
    await page.keyboard.press('m')
    await expect.poll(() => focused(page)).toMatch(/møder/u)
    await answerText(page, 0)
    // The rating needs nothing; what is missing is at the top.
    await page.getByRole('heading', { name: '1 mangler' }).waitFor()
    await screenshot(page, 'form-missing-1440')
    await expectAccessible(page)
    await page.keyboard.press('m')
    await page.getByRole('group', { name: /^1\.1/ }).waitFor()
    await page.keyboard.press('n')
    await page.getByRole('group', { name: /^1\.2/ }).waitFor()
    await page.keyboard.press('m')
    await page.getByText('Alle 5 spørgsmål er besvaret.').waitFor()
    await expect
      .poll(() => page.getByRole('region', { name: /^Vurderinger/ }).textContent())
      .toContain('Ikke god nok')
  })
}, 60_000)

test('a private note says that it is private, saves itself and is there again', async () => {
  await open(
    'F-3',
    async (page) => {
      await page.getByRole('radio').first().waitFor()
      await page.keyboard.press('p')
      await page.getByText('Kun du kan se noten.').waitFor()
      await expect.poll(() => focused(page)).toBe('Privat note')
      await page.keyboard.type('ring til skolen')
      await page.getByText('Noten er gemt.').waitFor()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await screenshot(page, 'form-note-390')
      await page.reload()
      await expect.poll(() => page.getByLabel('Privat note').inputValue()).toBe('ring til skolen')
    },
    { width: 390 },
  )
  const { rows } = await held.superPool.query('select comment from review_answer where comment is not null')
  expect(rows).toEqual([])
}, 60_000)

test('the time the form was in use is proposed, and only the corrected number is stored', async () => {
  await open('F-4', async (page) => {
    await page.clock.install()
    await page.reload()
    await page.getByRole('radio').first().waitFor()
    // Two minutes of work, then an hour in which nobody touches anything.
    for (let i = 0; i < 8; i += 1) {
      await page.keyboard.press('ArrowRight')
      await page.clock.runFor(30_000)
    }
    await page.clock.runFor(3_600_000)
    await page.keyboard.press('j')
    await page.keyboard.press('3')
    await page.getByLabel(/møder/u).waitFor()
    await answerText(page, 0)
    await page.getByText('Alle 5 spørgsmål er besvaret.').waitFor()
    await page.clock.resume()
    await page.getByText(/^Gemt/).waitFor()
    await page.getByRole('button', { name: 'Indsend gennemgang' }).click()
    const minutes = page.getByRole('dialog').getByLabel('Minutter brugt')
    // Four minutes of keys, and the two until nobody is taken to be there.
    expect(Number(await minutes.inputValue())).toBeGreaterThanOrEqual(4)
    expect(Number(await minutes.inputValue())).toBeLessThanOrEqual(7)
    await page.getByText('Kun det tal, du indsender, gemmes.').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'form-submit-1440')
    await page.keyboard.type('25')
    await page.keyboard.press('Enter')
    await page.getByText('Tid brugt: 25 minutter.').waitFor()
  })
}, 60_000)

test('a practised reviewer answers 24 questions, declaration and submission included, in at most 30 keys', async () => {
  await open(
    'F-5',
    async (page) => {
      let keys = 0
      const press = async (key: string) => {
        keys += 1
        await page.keyboard.press(key)
      }
      await page.getByRole('heading', { name: 'Kan du bedømme sagen uafhængigt?' }).waitFor()
      await expect.poll(() => focused(page)).toBe('Ja, begynd gennemgangen')
      await press('Enter')
      await expect.poll(async () => (await describeFocus(page)).role).toBe('radio')
      for (let i = 0; i < 24; i += 1) await press('j')
      await page.getByText('Alle 24 spørgsmål er besvaret.').waitFor()
      const submit = page.getByRole('button', { name: 'Indsend gennemgang' })
      await expect.poll(() => submit.getAttribute('aria-disabled'), { timeout: 20_000 }).toBeNull()
      await press('Enter')
      await expect.poll(() => focused(page)).toBe('Minutter brugt')
      await press('Enter')
      await page.getByText('Gennemgangen er afsluttet.').waitFor()
      expect(keys).toBeLessThanOrEqual(30)
    },
    { of: printed, declared: false, stage: 'handleplan_forebyggelse' },
  )
}, 60_000)

test.each([390, 320])(
  'every kind of answer fits %i px',
  async (width) => {
    await open(
      `F-${width}`,
      async (page) => {
        await page.getByRole('radio').first().waitFor()
        await page.getByRole('button', { name: 'Alle', exact: true }).click()
        await page.getByLabel('Grundig').check()
        await page.getByRole('radio', { name: 'Ja', exact: true }).check()
        await page.getByRole('button', { name: 'Fravig vurderingen' }).click()
        await page.getByRole('button', { name: 'Privat note' }).first().click()
        await page.getByText(/^Gemt/).waitFor()
        await expect
          .poll(() => page.getByRole('group', { name: 'Vurderingen skal i stedet være' }).count())
          .toBe(1)
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
        await screenshot(page, `form-all-${width}`)
      },
      { width },
    )
  },
  60_000,
)
