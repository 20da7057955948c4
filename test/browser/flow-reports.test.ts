import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '../../src/core/calendar/danish-time.ts'
import { isoDay } from '../../src/core/calendar/day-number.ts'
import { monthOf, weekOf } from '../../src/core/caseflow/flow/flow-period.ts'
import type { ShownWeek } from '../../src/web/pages/caseflow/week/shown-week.ts'
import {
  describeFocus,
  expectAccessible,
  expectNoSidewaysScroll,
  screenshot,
  tabTo,
  TestBrowser,
} from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { permitWords } from '../support/permit-words.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string

const today = dayOf(Date.now())
/** The last week that is over; what opens. */
const week = weekOf(weekOf(today).from - 1)
const before = weekOf(week.from - 1)
/** The last month that is over. */
const month = monthOf(monthOf(today).from - 1)
/** `Uge 46, 2026` of 2026-W46. */
const titleOf = (name: string) => `Uge ${Number(name.slice(-2))}, ${name.slice(0, 4)}`
const on = (day: number, time: string) => `${isoDay(day)}T${time}`

type Row = readonly [string, string, string, string, string?, Readonly<Record<string, string>>?]
const monday = week.from
const rows: readonly Row[] = [
  ['S-1', 'notification-received', on(monday, '10:00'), 'Enhed Nord', 'anna'],
  ['S-1', 'notification-assessed', on(monday, '15:00'), 'Enhed Nord', 'anna'],
  ['S-1', 'assessment-opened', isoDay(monday + 2), 'Enhed Nord', 'anna'],
  ['S-2', 'notification-received', on(monday + 1, '10:00'), 'Enhed Nord', 'peter'],
  ['S-2', 'notification-assessed', on(monday + 4, '10:00'), 'Enhed Nord', 'peter'],
  ['S-3', 'notification-received', on(monday + 2, '10:00'), 'Enhed Syd', 'ida'],
  ['S-3', 'notification-assessed', on(monday + 3, '06:00'), 'Enhed Syd', 'ida'],
  ['S-3', 'notification-closed', isoDay(monday + 3), 'Enhed Syd', 'ida'],
  ['S-4', 'notification-received', on(monday + 3, '10:00'), 'Enhed Syd', 'ida'],
  // Known: something came in on it the week before.
  ['S-5', 'notification-received', on(monday - 4, '09:00'), 'Enhed Nord', 'peter'],
  ['S-5', 'notification-assessed', on(monday - 4, '12:00'), 'Enhed Nord', 'peter'],
  ['S-5', 'notification-received', on(monday + 4, '09:00'), 'Enhed Nord', 'peter'],
  ['S-5', 'notification-assessed', on(monday + 4, '12:00'), 'Enhed Nord', 'peter'],
  ['S-6', 'measure-started', isoDay(month.from - 100), 'Enhed Nord', 'anna', { measure: 'Kontaktperson' }],
  ['S-7', 'measure-started', isoDay(month.from + 3), 'Enhed Syd', 'ida', { measure: 'Aflastning' }],
  ['S-8', 'placement-started', isoDay(month.from - 40), 'Enhed Syd', 'ida'],
]

beforeAll(async () => {
  held = await createTestDatabase()
  const { municipalityId } = held.first
  const nord = await addUnit(held.database, municipalityId, 'Enhed Nord')
  await addUnit(held.database, municipalityId, 'Enhed Syd')
  for (const [userName, role, unit] of [
    ['adm', 'administrator', null],
    ['dir', 'director', null],
    ['chef', 'area-manager', nord],
    ['anna', 'caseworker', nord],
  ] as const)
    await addPerson(held.database, municipalityId, { userName, role, unit })
  server = await createTestServer(held.database)
  const delivered = await server.send('POST', '/api/caseflow/events', {
    cookie: await server.signIn(municipalityId, 'adm'),
    body: {
      source: 'fagsystem',
      events: rows.map(([caseId, kind, time, unit, caseworker = '', attributes = {}], n) => ({
        id: `e${n}`,
        caseId,
        kind,
        time,
        unit,
        caseworker,
        attributes,
      })),
    },
  })
  if (delivered.statusCode !== 200) throw new Error(delivered.body)
  origin = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await server.app.close()
  await held.close()
})

async function withPerson(name: string, use: (page: Page) => Promise<void>, width = 1440): Promise<void> {
  const [cookieName = '', value = ''] = (await server.signIn(held.first.municipalityId, name)).split('=')
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    await page.context().addCookies([{ name: cookieName, value, url: origin }])
    await use(page)
  })
}

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

/** The first figure in a row of a table. */
const figureOf = (page: Page, table: string, row: string) =>
  page
    .getByRole('table', { name: table })
    .getByRole('row', { name: row })
    .getByRole('cell')
    .first()
    .innerText()

test('the director reads the last week in one sentence, and goes from a figure to its cases and on to one of them', async () => {
  await withPerson('dir', async (page) => {
    await page.goto('/caseflow')
    await page
      .getByRole('navigation', { name: 'Sagsgangens sider' })
      .getByRole('link', { name: 'Uge' })
      .click()
    await heading(page, titleOf(week.name))
    await page
      .getByText('5 nye underretninger: 3 vurderet inden for 24 timer, 1 for sent, 1 ikke vurderet endnu.')
      .waitFor()
    const table = 'Hvad der skete i ugen'
    await expect.poll(() => figureOf(page, table, 'på nye sager')).toBe('4')
    await expect.poll(() => figureOf(page, table, 'på sager, vi kender')).toBe('1')
    await expect.poll(() => figureOf(page, table, 'Undersøgelser åbnet')).toBe('1')
    await expect
      .poll(() =>
        page.getByRole('table', { name: 'Enhederne efter navn' }).getByRole('rowheader').allInnerTexts(),
      )
      .toEqual(['Enhed Nord', 'Enhed Syd', 'Hele kommunen'])
    await page
      .getByText(
        'Af de 2, der er afgjort, blev 1 til en undersøgelse eller en del af en. 3 er ikke afgjort endnu',
      )
      .waitFor()
    await expectAccessible(page)
    await screenshot(page, 'flow-week')

    await page.getByRole('link', { name: '1, for sent', exact: true }).click()
    await heading(page, `Underretninger vurderet for sent, ${titleOf(week.name).toLowerCase()}`)
    await expect.poll(() => page.getByRole('rowheader').allInnerTexts()).toEqual(['S-2'])
    await expectAccessible(page)
    await screenshot(page, 'flow-week-cases')
    await page.getByRole('link', { name: 'S-2' }).click()
    await page.getByRole('heading', { level: 1, name: /S-2/ }).waitFor()
  })
})

test('weeks are stepped through by keyboard without losing one’s place, and the address says which', async () => {
  await withPerson('dir', async (page) => {
    await page.goto('/caseflow/week')
    await heading(page, titleOf(week.name))
    await tabTo(page, new RegExp(titleOf(before.name)), 'link')
    await page.keyboard.press('Enter')
    await heading(page, titleOf(before.name))
    expect(new URL(page.url()).pathname).toBe(`/caseflow/week/${before.name}`)
    await page.getByText('1 ny underretning: 1 vurderet inden for 24 timer, ingen for sent.').waitFor()
    // The focus stays on the step back, which now leads one week further.
    await expect
      .poll(async () => (await describeFocus(page)).name)
      .toContain(titleOf(weekOf(before.from - 1).name))
    await page.getByLabel('Uge', { exact: true }).selectOption(week.name)
    await heading(page, titleOf(week.name))
    await page.getByLabel('Enhed', { exact: true }).selectOption({ label: 'Enhed Syd' })
    await heading(page, `${titleOf(week.name)}: Enhed Syd`)
    await page.getByRole('link', { name: titleOf(before.name) }).click()
    await heading(page, `${titleOf(before.name)}: Enhed Syd`)
  })
})

test('the running week says that it is not over, and nothing follows it', async () => {
  await withPerson('dir', async (page) => {
    await page.goto(`/caseflow/week/${weekOf(today).name}`)
    await page.getByText('Ugen er ikke slut. Tallene er fra').waitFor()
    await page.getByRole('link', { name: titleOf(week.name) }).waitFor()
    await expect.poll(() => page.getByRole('link', { name: titleOf(weekOf(today + 7).name) }).count()).toBe(0)
    await expectAccessible(page)
    await page.goto('/caseflow/week/2025-W53')
    await heading(page, 'Siden findes ikke')
  })
})

test('an area manager meets their own unit, and the municipality’s sums beside it without its cases', async () => {
  await withPerson('chef', async (page) => {
    await page.goto('/caseflow/week')
    await heading(page, `${titleOf(week.name)}: Enhed Nord`)
    await page.getByText('3 nye underretninger: 2 vurderet inden for 24 timer, 1 for sent.').waitFor()
    const received = page
      .getByRole('table', { name: 'Hvad der skete i ugen' })
      .getByRole('row', { name: 'Underretninger modtaget' })
    await expect.poll(async () => (await received.getByRole('cell').allInnerTexts()).at(-1)).toBe('5')
    await expectAccessible(page)
    await screenshot(page, 'flow-week-unit')
    await page.getByLabel('Enhed', { exact: true }).selectOption({ label: 'Hele kommunen' })
    await heading(page, titleOf(week.name))
    expect(new URL(page.url()).searchParams.get('unit')).toBe('all')
    await expect
      .poll(() =>
        page.getByRole('table', { name: 'Enhederne efter navn' }).getByRole('rowheader').allInnerTexts(),
      )
      .toEqual(['Enhed Nord', 'Hele kommunen'])
    await expect.poll(() => received.getByRole('link').count()).toBe(0)
  })
})

test('a caseworker has no report, and of its figures only their own cases', async () => {
  await withPerson('anna', async (page) => {
    await page.goto('/caseflow/week')
    await heading(page, 'Du har ikke adgang til denne side')
    await page.goto(`/caseflow/week/${week.name}/cases?figure=received`)
    await heading(page, `Underretninger modtaget, ${titleOf(week.name).toLowerCase()}`)
    await expect.poll(() => page.getByRole('rowheader').allInnerTexts()).toEqual(['S-1'])
    await expectAccessible(page)
  })
})

test('the month shows measures by type, placements and what was held, and leads to the cases', async () => {
  await withPerson('dir', async (page) => {
    await page.goto('/caseflow/month')
    await page.getByText('2 foranstaltninger løb ved månedens slutning: 1 begyndte, 0 sluttede.').waitFor()
    const measures = page.getByRole('table', { name: 'Foranstaltninger, den mest brugte type først' })
    await expect
      .poll(() => measures.getByRole('rowheader').allInnerTexts())
      .toEqual(['Aflastning', 'Kontaktperson', 'Alle typer'])
    await expect
      .poll(() => figureOf(page, 'Anbringelser og deres planer', 'Anbringelser ved månedens slutning'))
      .toBe('1')
    await expectAccessible(page)
    await screenshot(page, 'flow-month')
    await page.getByRole('link', { name: '1, Begyndt i måneden: Aflastning' }).click()
    await heading(page, `Foranstaltninger begyndt (Aflastning), ${monthTitle()}`)
    await expect.poll(() => page.getByRole('rowheader').allInnerTexts()).toEqual(['S-7'])
    await page.getByRole('navigation', { name: 'Du er her' }).getByRole('link').click()
    await page.getByText('2 foranstaltninger løb ved månedens slutning').waitFor()
    expect(new URL(page.url()).pathname).toBe(`/caseflow/month/${month.name}`)
  })
})

function monthTitle(): string {
  return new Intl.DateTimeFormat('da-DK', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month.name}-01T00:00:00Z`),
  )
}

test('the reports fit a phone, and their paper leaves out what can only be pressed', async () => {
  await withPerson(
    'dir',
    async (page) => {
      for (const kind of ['week', 'month'] as const) {
        await page.goto(`/caseflow/${kind}`)
        await page
          .getByRole('heading', { name: kind === 'week' ? 'Uge for uge' : 'Måned for måned' })
          .waitFor()
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
        await screenshot(page, `flow-${kind}-phone`)
      }
      // On a phone the charts that show nothing unusual wait behind a press, and none is lost.
      await page.goto('/caseflow/week')
      const folded = page.getByText(/^Vis (?:kurven|de \d+ kurver)$/u).last()
      await folded.waitFor()
      const weeks = page.getByRole('img', { name: /^Kurve: Nye underretninger, / })
      expect(await weeks.count()).toBe(0)
      await folded.click()
      await weeks.waitFor()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      const choices = page.getByRole('search', { name: 'Vælg uge, måned og enhed' })
      await choices.waitFor()
      await page.emulateMedia({ media: 'print' })
      await expect.poll(() => choices.isVisible()).toBe(false)
      // Nothing is folded on paper, narrow as it is.
      await expect.poll(() => page.getByText(/^Vis (?:kurven|de \d+ kurver)$/u).count()).toBe(0)
      await expect.poll(() => weeks.isVisible()).toBe(true)
    },
    390,
  )
})

test('the parts of a long report are reached by links, also by those who see no page', async () => {
  await withPerson(
    'dir',
    async (page) => {
      for (const [kind, part, heading] of [
        ['week', 'Uge for uge', 'Uge for uge'],
        ['month', 'Besked på mail', 'Få besked på mail'],
      ] as const) {
        await page.goto(`/caseflow/${kind}`)
        const links = page.getByRole('navigation', { name: 'På siden' }).getByRole('link')
        await expect.poll(() => links.count()).toBeGreaterThan(4)
        // Each leads to a heading that is there.
        for (const target of await links.evaluateAll((all) =>
          all.map((one) => one.getAttribute('href') ?? ''),
        ))
          await expect.poll(() => page.locator(`h2${target}`).count(), { message: target }).toBe(1)
        await links.filter({ hasText: part }).click()
        const there = page.getByRole('heading', { level: 2, name: heading, exact: true })
        await expect.poll(async () => inView(page, await there.boundingBox())).toBe(true)
      }
    },
    390,
  )
})

function inView(page: Page, box: { readonly y: number; readonly height: number } | null): boolean {
  return box !== null && box.y >= 0 && box.y + box.height <= (page.viewportSize()?.height ?? 0)
}

test('a week that is not over is drawn apart, so that what still grows does not look like a fall', async () => {
  await withPerson('dir', async (page) => {
    await page.goto(`/caseflow/week/${weekOf(today).name}`)
    const chart = page.getByRole('region', { name: 'Nye underretninger', exact: true })
    await chart.locator('.point.shown.unfinished').waitFor()
    const x = (selector: string, name: string) =>
      chart.locator(selector).evaluateAll((all, of) => all.map((one) => one.getAttribute(of)), name)
    const [ring] = await x('.point.shown circle', 'cx')
    expect(ring).toMatch(/%$/)
    expect(await x('.step', 'x2')).not.toContain(ring)
    await page.getByText('ikke slut eller ikke afgjort endnu').waitFor()
    expect(await page.getByText('den viste periode', { exact: true }).count()).toBe(0)
    await page.goto(`/caseflow/week/${week.name}`)
    await page.getByText('den viste periode', { exact: true }).waitFor()
    await expect.poll(() => chart.locator('.unfinished').count()).toBe(0)
    const [disc] = await x('.point.shown circle', 'cx')
    expect(await x('.step', 'x2')).toContain(disc)
  })
})

/** The week's report as the server gives it, with something changed that would take months of events to come about. */
async function withChanged(page: Page, change: (report: ShownWeek) => ShownWeek): Promise<void> {
  await page.route(`**/api/caseflow/weeks/${week.name}*`, async (route) => {
    const response = await route.fetch()
    const report = (await response.json()) as ShownWeek
    await route.fulfill({ response, json: change(report) })
  })
}

test('a share that is mostly nought is spoken of as a share, and one of too few is not judged', async () => {
  await withPerson('dir', async (page) => {
    await withChanged(page, (report) => ({
      ...report,
      series: report.series.map((one) =>
        one.kind !== 'share'
          ? one
          : {
              ...one,
              median: 0,
              verdict: { state: 'at-edge', edge: 'least' },
              points: one.points.map((point) => ({
                ...point,
                value: 0,
                of: one.key === 'prompt-share' ? 20 : 2,
              })),
            },
      ),
    }))
    await page.goto(`/caseflow/week/${week.name}`)
    const drawn = page.getByRole('region', { name: 'Andel inden for den første frist' })
    await drawn.getByText('Median: 0 %. Medianen er 0 %, og ingen andel kan ligge under den.').waitFor()
    const thin = page.getByRole('region', { name: 'Andel af de afgjorte, der blev til en undersøgelse' })
    await thin.getByText('For få pr. periode til en kurve; tallene står i tabellen.').waitFor()
    await expect.poll(() => thin.getByText(/Median/).count()).toBe(0)
    // The week before: none of 20, and beside it what is usual of those shares.
    const kept = page
      .getByRole('table', { name: 'Hvad der skete i ugen' })
      .getByRole('row', { name: /vurderes for akut behov/ })
    await expect
      .poll(async () => (await kept.getByRole('cell').allInnerTexts()).slice(1))
      .toEqual(['0\u00a0%', '0\u00a0%'])
  })
})

test('the week before is told as so many of so few where there are too few for a percentage', async () => {
  await withPerson('dir', async (page) => {
    await withChanged(page, (report) => ({
      ...report,
      series: report.series.map((one) =>
        one.kind === 'share'
          ? { ...one, median: 0.5, points: one.points.map((point) => ({ ...point, value: 0.5, of: 6 })) }
          : one,
      ),
    }))
    await page.goto(`/caseflow/week/${week.name}`)
    const kept = page
      .getByRole('table', { name: 'Hvad der skete i ugen' })
      .getByRole('row', { name: /vurderes for akut behov/ })
    await expect
      .poll(async () => (await kept.getByRole('cell').allInnerTexts()).slice(1))
      .toEqual(['3 af 6', '–'])
  })
})

test('what is done before its time is up stands beside the share, so that the parts add up', async () => {
  await withPerson('dir', async (page) => {
    await withChanged(page, (report) => ({
      ...report,
      figures: {
        ...report.figures,
        prompt: report.figures.prompt && { ...report.figures.prompt, met: 7 },
      },
    }))
    await page.goto(`/caseflow/week/${week.name}`)
    // Three of the seven are of those whose time is up.
    const table = 'Hvad der skete i ugen'
    await expect
      .poll(() => figureOf(page, table, 'i tide; 4 af dem tæller først med i andelen, når fristen er gået'))
      .toBe('7')
    // A number leads to as many cases as it says.
    await page.getByRole('link', { name: /^7, i tide; 4 af dem/ }).waitFor()
    await expect.poll(() => page.getByRole('link', { name: /^3 af 5, Underretning/ }).count()).toBe(0)
  })
})

test('the pages speak in the words of the newest rules', async () => {
  const law = await readFile(new URL('../../programmes/deadlines-barnets-lov.yaml', import.meta.url), 'utf8')
  const version = Number(/^version: (\d+)$/mu.exec(law)?.[1])
  const text = law
    .replace(/^version: .*$/mu, `version: ${version + 1}`)
    .replaceAll(/underretning/giu, 'ansøgning')
    .replaceAll(/undersøgelse/giu, 'tilladelse')
    .replace('vurderes for akut behov', 'besvares')
    .replace('\nflow:\n', `\nflow:\n${permitWords}`)
  const published = await server.send('POST', '/api/caseflow/rules', {
    cookie: await server.signIn(held.first.municipalityId, 'adm'),
    body: { candidate: { file: 'ansøgninger.yaml', text }, reason: 'Prøve af egne ord' },
  })
  expect(published.statusCode).toBe(200)
  await withPerson('dir', async (page) => {
    await page.goto(`/caseflow/week/${week.name}`)
    await heading(page, titleOf(week.name))
    await page.getByText(/^5 nye ansøgninger: 3 besvaret inden for 24 timer, 1 for sent/).waitFor()
    await page.getByRole('columnheader', { name: 'Besvaret i tide' }).waitFor()
    const main = page.getByRole('main')
    expect(await main.innerText()).not.toMatch(/underretning|undersøgelse|vurder/iu)
    await screenshot(page, 'flow-week-own-words')
    await page.goto(`/caseflow/week/${week.name}/cases?figure=prompt-late`)
    await page.getByRole('heading', { level: 1, name: /^Ansøgninger besvaret for sent, uge/ }).waitFor()
    expect(await main.innerText()).not.toMatch(/underretning|undersøgelse|vurder/iu)
  })
})
