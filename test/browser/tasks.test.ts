import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import { addDays } from '../../src/core/calendar/days.ts'
import {
  describeFocus,
  expectAccessible,
  expectNoSidewaysScroll,
  screenshot,
  tabTo,
  TestBrowser,
} from '../support/browser.ts'
import { createFindingCast, type CastName, type FindingCast } from '../support/finding-cast.ts'

const today = danishDay(new Date())
let cast: FindingCast
let browser: TestBrowser
let origin: string

/** One case with three errors, of which two are planned; a visit in two days; and a review to begin. */
beforeAll(async () => {
  cast = await createFindingCast()
  const { caseStage, review } = await cast.newCase()
  await cast.submit('leder', review(1), ['U-1.1', 'U-1.2', 'U-2.1'])
  await cast.submit('chef', review(2), ['U-1.1'])
  await cast.newCase()
  const { held } = cast
  const findings = await held.superPool.query<{ id: string }>(
    'select id from finding where case_stage_id = $1 order by question_key',
    [caseStage],
  )
  const [late = '', soon = ''] = findings.rows.map(({ id }) => id)
  const plan = { act: 'plan', measures: ['registration-only'], due: addDays(today, 3) } as const
  for (const id of [late, soon]) {
    const planned = await cast.act('leder', id, { ...plan, responsible: cast.person('leder') })
    if (planned.statusCode !== 204) throw new Error(planned.body)
  }
  await held.superPool.query('update finding set due_on = $2 where id = $1', [late, addDays(today, -2)])
  await held.superPool.query(
    `insert into learning_visit (municipality_id, unit_id, held_on, participants, agenda, planned_by, planned_at)
     values ($1, $2, $3, '[]', '[]', $4, now())`,
    [held.first.municipalityId, cast.nord, addDays(today, 2), cast.person('chef')],
  )
  origin = (await cast.server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await cast.server.app.close()
  await cast.held.close()
})

async function as(name: CastName, use: (page: Page) => Promise<void>): Promise<void> {
  const [cookieName = '', value = ''] = (
    await cast.server.signIn(cast.held.first.municipalityId, name)
  ).split('=')
  await browser.withPage({ origin, viewport: { width: 1440, height: 900 } }, async (page) => {
    await page.context().addCookies([{ name: cookieName, value, url: origin }])
    await page.goto('/')
    await page.getByRole('heading', { name: 'Mine opgaver' }).waitFor()
    await use(page)
  })
}

const list = (page: Page) => page.getByRole('table', { name: /^Det, der venter på dig/ })

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page)
  await screenshot(page, `tasks-${name}-1440`)
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    await expectNoSidewaysScroll(page)
    if (width === 390) await screenshot(page, `tasks-${name}-390`)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('the first line says how much waits and what comes first, and the list has one row a kind, overdue on top', async () => {
  await as('leder', async (page) => {
    await page
      .getByText(/^3 opgaver venter på dig, 1 over fristen\. Begynd med: fejl, du skal begynde/)
      .waitFor()
    const rows = await list(page).getByRole('rowheader').allInnerTexts()
    expect(rows.map((row) => row.split('\n')[0])).toEqual([
      'Fejl, du skal begynde at rette op',
      'Fejl uden plan i Nord',
      'Sager, du skal gennemgå',
    ])
    await look(page, 'manager')
  })
})

test('a row leads by keyboard to the list that shows what it counted, with the filter in the address', async () => {
  await as('leder', async (page) => {
    await tabTo(page, 'Fejl, du skal begynde at rette op')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/findings\?/)
    expect(new URL(page.url()).search).toBe('?responsible=me&state=planned')
    await page
      .getByText(/2 fejl/)
      .first()
      .waitFor()
    expect((await describeFocus(page)).role).toBe('heading')
  })
})

test('whoever leads visits has them in the list by their day, and opens the visit from it', async () => {
  await as('chef', async (page) => {
    await list(page)
      .getByRole('row', { name: /Læringsbesøg i Nord/ })
      .waitFor()
    await look(page, 'area-manager')
    await page.getByRole('link', { name: 'Læringsbesøg i Nord' }).click()
    await page.waitForURL(/\/visits\//)
    const heading = page.getByRole('heading', { level: 1 })
    await heading.waitFor()
    await expect.poll(() => heading.innerText()).toMatch(/^Læringsbesøg /)
  })
})

test('what was done today stands in one line, and what needs no more work has left the list', async () => {
  const { rows } = await cast.held.superPool.query<{ id: string }>(
    `select id from finding where state = 'planned' order by due_on`,
  )
  for (const { id } of rows) {
    const carried = await cast.act('leder', id, { act: 'carry-out', on: today, journalisedOn: null })
    if (carried.statusCode !== 204) throw new Error(carried.body)
  }
  await as('leder', async (page) => {
    await page.getByText('I dag har du indsendt 1 gennemgang (10 min.) og rettet 2 fejl op.').waitFor()
    await expect.poll(() => list(page).getByText('Fejl, du skal begynde at rette op').count()).toBe(0)
  })
  await as('jurist', async (page) => {
    // Level 2 of the case is submitted, but the lawyer's own level waits for nobody else.
    await list(page)
      .getByRole('row', { name: /rettet op i Nord, og som du kan kontrollere 2/ })
      .waitFor()
  })
})

test('whoever has nothing to do is told so, and what they can do instead', async () => {
  for (const who of ['admin', 'raadgiver', 'kollega'] as const)
    await as(who, async (page) => {
      await page.getByText('Intet venter på dig.').waitFor()
      await page.getByRole('heading', { name: 'Det kan du her' }).waitFor()
      await expect.poll(() => list(page).count()).toBe(0)
      if (who === 'kollega') await look(page, 'nothing')
    })
})
