import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import type { CallOutput } from '../../src/contract/client.ts'
import type { listFindings } from '../../src/contract/finding/finding.ts'
import { expectAccessible, expectNoSidewaysScroll, screenshot, TestBrowser } from '../support/browser.ts'
import { ReviewCast } from '../support/review-cast.ts'

let cast: ReviewCast
let browser: TestBrowser
let origin: string
let review: string

beforeAll(async () => {
  cast = await ReviewCast.create()
  const made = await cast.newCase({ by: 'sagsbehandler' })
  for (const [at, who] of (['leder', 'chef', 'stab'] as const).entries())
    await cast.as(who).fillAndSubmit(made.review(at + 1), 'no')
  review = made.review(1)
  origin = (await cast.server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
}, 240_000)
afterAll(async () => {
  await browser.close()
  await cast.close()
})

async function as(name: string, use: (page: Page) => Promise<void>): Promise<void> {
  const [cookieName = '', value = ''] = cast.cookie(name).split('=')
  await browser.withPage({ origin }, async (page) => {
    await page.context().addCookies([{ name: cookieName, value, url: origin }])
    await use(page)
  })
}

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page)
  await screenshot(page, `finding-${name}-1440`)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await screenshot(page, `finding-${name}-390`)
  await page.setViewportSize({ width: 1440, height: 900 })
}

const inDays = (days: number) => danishDay(new Date(Date.now() + days * 86_400_000))
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

interface People {
  readonly people: readonly { readonly id: string; readonly own: boolean }[]
}

/** A restoration of the first open error whose day passed two days ago. */
async function makeOverdue(): Promise<string> {
  const { findings } = await cast.as('leder').get<CallOutput<typeof listFindings>>('/api/findings?state=open')
  const id = findings[0]?.id ?? ''
  const { people } = await cast.as('leder').get<People>(`/api/findings/${id}/people`)
  const act = {
    act: 'plan',
    measures: ['consent'],
    responsible: people.find(({ own }) => own)?.id,
    due: inDays(3),
    text: null,
  }
  const planned = await cast
    .as('leder')
    .send('POST', `/api/findings/${id}/acts`, { body: { version: findings[0]?.version, act } })
  expect(planned.statusCode).toBe(204)
  await cast.rows(
    `update finding_act set at = at - interval '5 days', due_on = due_on - 5 where finding_id = $1`,
    [id],
  )
  await cast.rows('update finding set due_on = due_on - 5 where id = $1', [id])
  return id
}

test('an overdue restoration keeps its day in a new plan, and is put off by somebody else, with a reason', async () => {
  const id = await makeOverdue()
  await as('leder', async (page) => {
    await page.goto(`/findings/${id}`)
    await page.getByText(/Frist overskredet · Planlagt/).waitFor()
    await expect.poll(() => button(page, 'Udsæt fristen').count()).toBe(0)
    await button(page, 'Læg en ny plan').click()
    await page.getByText(/så planen beholder den/).waitFor()
    await expect.poll(() => page.getByLabel('Frist').inputValue()).toBe(inDays(-2))
    await expect.poll(() => page.getByLabel('Frist').getAttribute('readonly')).not.toBeNull()
    await page.getByRole('checkbox', { name: 'Begrundelse' }).check()
    await look(page, 'kept-due')
    await button(page, 'Gem').click()
    await page.getByText('Plan lagt.').waitFor()
  })
  await as('chef', async (page) => {
    await page.goto(`/findings/${id}`)
    await button(page, 'Udsæt fristen').click()
    await button(page, 'Gem').click()
    await page.getByText('Skriv hvorfor.').waitFor()
    await page.getByLabel('Ny frist').fill(inDays(20))
    await page.getByLabel('Hvorfor?').fill('Familien er bortrejst.')
    await look(page, 'put-off-form')
    await button(page, 'Gem').click()
    await page.getByText('Fristen udsat.').waitFor()
    await page.getByText('Udskudt efter fristen.').waitFor()
    await page.getByText(/Oprindelig frist .* udsat 1 gang/).waitFor()
    await look(page, 'put-off')
    await page.goto('/findings?overdue=put-off')
    await page
      .getByRole('table')
      .getByText(/Oprindelig frist/)
      .waitFor()
    await expect.poll(() => page.getByRole('table').getByRole('row').count()).toBe(2)
    await look(page, 'put-off-list')
    await page.goto('/findings?view=board&overdue=put-off')
    await page
      .getByRole('listitem')
      .getByText(/Oprindelig frist/)
      .waitFor()
    await look(page, 'put-off-board')
  })
})

test('a page that there is not, a filter that is none and an address that is none say so plainly', async () => {
  await as('chef', async (page) => {
    await page.goto('/findings?page=99')
    await expect.poll(() => page.getByRole('table').getByRole('row').count()).toBe(4)
    await page.goto('/findings?unit=findes-ikke&responsible=%00&page=abc')
    await expect.poll(() => page.getByRole('table').getByRole('row').count()).toBe(4)
    await page.goto('/findings?round=findes-ikke')
    await page.getByText('Ingen fejl passer til filtrene').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Fejl og genopretning' }).waitFor()
    await look(page, 'none')
    for (const address of ['findes-ikke', '00000000-0000-4000-8000-000000000000']) {
      await page.goto(`/findings/${address}`)
      await page.getByRole('heading', { level: 1, name: 'Siden findes ikke' }).waitFor()
    }
    await look(page, 'not-found')
  })
})

test('a reviewer takes back what they added by mistake', async () => {
  await as('leder', async (page) => {
    await page.goto(`/reviews/${review}`)
    await page.getByText('Fejl, som intet spørgsmål spørger om').click()
    await page.getByLabel('Hvad er fejlen?').fill('Skrevet i den forkerte sag')
    await button(page, 'Tilføj fejlen').click()
    await button(page, 'Tag tilbage: Skrevet i den forkerte sag').click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByText(/bliver husket/).waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Tag tilbage' }).click()
    await expect.poll(() => page.getByText('Skrevet i den forkerte sag').count()).toBe(0)
  })
  const { findings } = await cast.as('leder').get<CallOutput<typeof listFindings>>('/api/findings')
  expect(findings.some(({ text }) => text?.includes('forkerte') === true)).toBe(false)
})
