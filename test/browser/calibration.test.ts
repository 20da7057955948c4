import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, screenshot, TestBrowser } from '../support/browser.ts'
import { CalibrationCast, type CalibrationRole } from '../support/calibration-cast.ts'

let cast: CalibrationCast
let browser: TestBrowser
let origin: string

beforeAll(async () => {
  cast = await CalibrationCast.create()
  origin = (await cast.server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await cast.close()
})

async function as(
  name: CalibrationRole,
  use: (page: Page) => Promise<void>,
  viewport = { width: 1440, height: 900 },
): Promise<void> {
  const [cookieName = '', value = ''] = cast.cookie(name).split('=')
  await browser.withPage({ origin, viewport }, async (page) => {
    await page.context().addCookies([{ name: cookieName, value, url: origin }])
    await use(page)
  })
}

const phone = { width: 390, height: 844 }
const narrow = { width: 320, height: 256 }

/** Answers the three questions with one key each and hands in. */
async function answerByKeyboard(page: Page, keys: readonly string[]): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: 'Kalibrering: Før 4. kvartal' }).click()
  await page.getByText('Svarene er forseglet.').waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Svar', exact: true }).click()
  await page.getByText('Opdigtet øvesag').first().waitFor()
  await page.getByRole('radio', { name: 'Ja' }).first().waitFor()
  for (const key of keys) await page.keyboard.press(key)
  await page.getByRole('heading', { name: 'Indsend dine svar' }).waitFor()
  await page.getByText('Gemt på serveren').waitFor()
}

// The tests follow one calibration from its making to the round's page, each taking up where the one before ended.
test('who leads takes a training case into use and invites', async () => {
  await as('stab', async (page) => {
    await page.goto('/rounds/2023q4')
    await page.getByText('Der har ikke været nogen kalibrering endnu.').waitFor()
    await page.goto('/training-cases')
    await page.getByRole('button', { name: /Tag i brug: Øvesag: underretning fra en skole/ }).click()
    await page.getByText('er taget i brug').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'calibration-cases-1440')
    await page.getByRole('link', { name: /Øvesag: underretning fra en skole/ }).click()
    await page.getByText('Version 1.').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'calibration-case-1440')
    await page.goto('/calibrations/new')
    await page.getByRole('button', { name: 'Inviter' }).click()
    await page.getByText('Vælg mindst to.').first().waitFor()
    await expectAccessible(page)
    await page.getByLabel('Kalibrering', { exact: true }).fill('Før 4. kvartal')
    await page.getByLabel(/Øvesag: underretning fra en skole/).check()
    await page.getByLabel('Frist for at svare').fill('2090-01-01')
    for (const name of ['leder', 'jurist', 'central']) await page.getByLabel(`Prøve ${name} (`).check()
    await page.getByText('3 er valgt').waitFor()
    await screenshot(page, 'calibration-new-1440')
    await page.getByRole('button', { name: 'Inviter' }).click()
    await page.getByText('0 af 3 har indsendt.').waitFor()
    await page.getByText('Mangler at indsende (3)').click()
    await expectAccessible(page)
    expect(await cast.rows('select id from calibration')).toHaveLength(1)
    await screenshot(page, 'calibration-lead-1440')
  })
})

test('two answer by keyboard, on a desk and on a telephone, and see nothing of each other', async () => {
  await as('leder', async (page) => {
    await answerByKeyboard(page, ['j', 'j', 'n'])
    await expectAccessible(page)
    await screenshot(page, 'calibration-form-1440')
    await page.getByRole('button', { name: 'Indsend', exact: true }).click()
    await page.getByText('1 af 3 har indsendt.').waitFor()
    await expect.poll(() => page.getByRole('heading', { name: 'Begynd her' }).count()).toBe(0)
  })
  await as(
    'central',
    async (page) => {
      await answerByKeyboard(page, ['n', 'j', 'n'])
      await expectNoSidewaysScroll(page)
      await screenshot(page, 'calibration-form-390')
      await page.getByRole('button', { name: 'Indsend', exact: true }).click()
      await page.getByText('2 af 3 har indsendt.').waitFor()
    },
    phone,
  )
})

test('who leads opens the answers and writes what was agreed, and the round says what to talk about', async () => {
  await as('stab', async (page) => {
    await page.goto('/calibrations')
    await page.getByRole('link', { name: 'Før 4. kvartal' }).click()
    await page.getByRole('button', { name: 'Åbn svarene nu' }).click()
    const asked = page.getByRole('alertdialog')
    await asked.getByText('2 af 3 har indsendt.').waitFor()
    await asked.getByRole('button', { name: 'Åbn svarene', exact: true }).click()
    await page.getByText('2 af 3 svarede. 67 % af parrene var enige (2 af 3).').waitFor()
    await page.getByText('Niveau 4: nej 1').first().waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Skriv aftalt svar på spørgsmål 1.1' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Aftalt svar').selectOption('no')
    await dialog.getByRole('button', { name: 'Gem' }).click()
    await dialog.getByText('Skriv, hvorfor I nåede frem til det svar.').waitFor()
    await dialog.getByLabel('Hvorfor?').fill('Journalnotatet nævner kun drengen.')
    await dialog.getByRole('button', { name: 'Gem' }).click()
    await page.getByText('Det aftalte er gemt.').waitFor()
    await page.getByText('Journalnotatet nævner kun drengen.').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'calibration-results-1440')
    await page.goto('/rounds/2023q4')
    await page.getByText('Kalibrering holdt').waitFor()
    await page.getByText('0 af 1 par enige; svar aftalt').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'calibration-advice-1440')
    await expect.poll(() => page.getByText('Kalibrering holdt').count()).toBe(1)
  })
})

test('the invited read the results on narrow screens, and cannot conclude', async () => {
  for (const viewport of [phone, narrow])
    await as(
      'leder',
      async (page) => {
        await page.goto('/calibrations')
        await expectNoSidewaysScroll(page)
        await page.getByRole('link', { name: 'Før 4. kvartal' }).click()
        await page.getByText('2 af 3 svarede.').waitFor()
        await page.getByText('Journalnotatet nævner kun drengen.').waitFor()
        await expect.poll(() => page.getByRole('button', { name: /Skriv aftalt svar/ }).count()).toBe(0)
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
        await screenshot(page, `calibration-results-${viewport.width}`)
      },
      viewport,
    )
})

test('a director reads opened results, and who is not invited is told of none', async () => {
  const [calibration] = await cast.rows<{ id: string }>('select id from calibration')
  await as('direktor', async (page) => {
    await page.goto('/calibrations')
    await page.getByRole('link', { name: 'Før 4. kvartal' }).click()
    await page.getByText('2 af 3 svarede.').waitFor()
  })
  await as('kollega', async (page) => {
    await page.goto(`/calibrations/${calibration?.id ?? ''}`)
    await page.getByRole('heading', { name: 'Siden findes ikke' }).waitFor()
    await expect.poll(() => page.getByText('svarede').count()).toBe(0)
  })
})
