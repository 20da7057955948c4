import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSeries } from '../../src/contract/analysis/series.ts'
import type { Role } from '../../src/core/access/role.ts'
import {
  describeFocus,
  expectAccessible,
  expectNoSidewaysScroll,
  screenshot,
  tabTo,
  TestBrowser,
} from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string
let [closed, open, first] = ['', '', '']

beforeAll(async () => {
  held = await createTestDatabase({ demo: true })
  const { rows } = await held.superPool.query<{ key: string; state: string }>(
    'select key, state from round order by period_from desc',
  )
  closed = rows.find(({ state }) => state === 'closed')?.key ?? ''
  open = rows.find(({ state }) => state === 'open')?.key ?? ''
  first = rows.at(-1)?.key ?? ''
  server = await createTestServer(held.database, { demo: true })
  origin = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await server.app.close()
  await held.close()
})

async function as(role: Role, use: (page: Page) => Promise<void>, width = 1440): Promise<void> {
  const { rows } = await held.superPool.query<{ person_id: string }>(
    'select person_id from role_assignment where role = $1 and valid_to is null order by id limit 1',
    [role],
  )
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    const personId = rows[0]?.person_id
    await page.request.post('/api/session/switch', { data: { personId }, headers: { origin } })
    await use(page)
  })
}

/** The results with every folded section open. */
async function openResults(page: Page, round: string, search = ''): Promise<void> {
  await page.goto(`/rounds/${round}/results${search}`)
  await page.getByRole('navigation', { name: 'På siden' }).waitFor()
  const folded = page.locator('details.results-section:not([open]) > summary')
  while ((await folded.count()) > 0) await folded.first().click()
}

/** Cells of the first data row of a table, by its caption. */
function rowsOf(page: Page, table: string | RegExp) {
  return page.getByRole('table', { name: table }).getByRole('row')
}

test('a director reads the conclusion first, then opens a question’s method', async () => {
  await as('director', async (page) => {
    await page.goto(`/rounds/${closed}/results`)
    // The first look computes the round.
    await page.getByRole('heading', { level: 1, name: /^Resultater: / }).waitFor({ timeout: 90_000 })
    await page.getByText(/77 spørgsmål sammenlignet: \d+ er steget klart/).waitFor()
    await page.getByRole('heading', { name: 'Det kan man ikke slutte noget af' }).waitFor()
    await expect.poll(() => rowsOf(page, 'Krav i orden pr. sag efter sagstrin').count()).toBe(1 + 6 + 1)
    const questions = rowsOf(page, /^10 af 144 spørgsmål$/)
    await expect.poll(() => questions.count()).toBe(1 + 10)
    await questions.nth(1).getByText('Metode').click()
    await questions.nth(1).getByText('Ændringens interval (Newcombe)').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'results-1440')
  })
})

test('sections below the questions are folded, say what they hold, and open by a link, by keyboard or by address', async () => {
  await as('director', async (page) => {
    await page.goto(`/rounds/${closed}/results`)
    const section = (name: string) => page.locator('details.results-section', { hasText: name })
    const cascade = section('Hvad ville niveau 4 have fundet?')
    await cascade.waitFor()
    await expect.poll(() => cascade.getAttribute('open')).toBe(null)
    await expect.poll(() => cascade.locator('> summary').innerText()).toMatch(/Skøn for niveau 4: \d+\s%/)
    await page.getByRole('navigation', { name: 'På siden' }).getByText('Øverste niveaus skøn').click()
    await page.getByRole('table', { name: 'Krav i orden, som niveau for niveau så dem' }).waitFor()
    const units = section('Enhederne hver for sig')
    await units.locator('> summary').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('table', { name: /efter enhed/ }).waitFor()
    await expectAccessible(page)
    await page.goto(`/rounds/${closed}/results#levels`)
    await page.reload()
    await page.getByRole('table', { name: 'Samme svar på de samme sager, niveau mod niveau' }).waitFor()
  })
})

test('filters live in the address, and Back from a link keeps them', async () => {
  await as('director', async (page) => {
    await page.goto(`/rounds/${closed}/results`)
    const filters = page.getByRole('search')
    await filters.getByLabel('Sagstrin').selectOption({ label: 'Underretning' })
    await filters.getByLabel('Spørgsmål').selectOption({ label: 'Kun baseline' })
    await page.getByRole('button', { name: 'Tabel', exact: true }).click()
    await page.getByRole('button', { name: 'Ikke relevant', exact: true }).click()
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      stage: 'underretning',
      questions: 'baseline',
      view: 'table',
      sort: 'na',
    })
    const table = page.getByRole('table', { name: /^\d+ spørgsmål$/ })
    const places = await table.getByRole('rowheader').allInnerTexts()
    expect(places.length).toBeGreaterThan(5)
    expect(places.filter((place) => !place.startsWith('Underretning, '))).toEqual([])
    await page.reload()
    await table.waitFor()
    await expect.poll(() => table.getByRole('rowheader').allInnerTexts()).toEqual(places)
    await expect
      .poll(() => table.getByRole('columnheader', { name: 'Ikke relevant' }).getAttribute('aria-sort'))
      .toBe('ascending')
    await page.getByRole('link', { name: 'Til rapporten' }).click()
    await page.getByRole('heading', { level: 1, name: /^Rapport: / }).waitFor()
    await page.goBack()
    await table.waitFor()
    await expect.poll(() => table.getByRole('rowheader').allInnerTexts()).toEqual(places)
  })
})

test('three rounds stand as three shapes, and every share opens to its counts', async () => {
  await as('director', async (page) => {
    await page.goto(`/rounds/${closed}/results`)
    const table = page.getByRole('table', { name: 'Krav i orden pr. sag efter sagstrin' })
    await table.waitFor()
    for (const shape of ['circle', 'path'] as const)
      await expect
        .poll(() => table.locator('.dot-plot').first().locator(shape).count())
        .toBe(shape === 'path' ? 1 : 2)
    const total = table.getByRole('row').last()
    await expect.poll(() => total.innerText()).not.toMatch(/\d af \d/)
    await page.getByRole('button', { name: 'Vis antal bag procenterne' }).click()
    expect((await total.innerText()).match(/[\d.]+ af [\d.]+/g)?.length).toBe(3)
    expect(new URL(page.url()).searchParams.get('counts')).toBe('shown')
    // The change is printed to a tenth, so that it cannot seem to contradict whole per cents.
    await expect.poll(() => total.innerText()).toMatch(/[+−]\d+,\d/)
  })
})

test('the run chart has no limits with five rounds, shows one question by choice, and a table behind', async () => {
  await as('director', async (page) => {
    await openResults(page, closed)
    await page.getByText('Der er 5 runder at vise; kontrolgrænser kræver 8.').waitFor()
    await page.getByRole('img', { name: /^Run-diagram: Alle sagstrin, 5 runder/ }).waitFor()
    const choice = page.getByLabel('Vis', { exact: true })
    const label = await choice.locator('optgroup').nth(1).locator('option').first().innerText()
    await choice.selectOption({ label })
    await page.getByRole('img', { name: /^Run-diagram: Underretning, / }).waitFor()
    expect(new URL(page.url()).searchParams.get('chart')).toMatch(/^question:/)
    await page.getByText('Tallene bag billedet').click()
    const rows = rowsOf(page, /, runde for runde$/)
    await expect.poll(() => rows.count()).toBe(1 + 5)
    await expect.poll(() => rows.last().innerText()).toContain('denne runde')
  })
})

test('with thirteen rounds the limits are fixed, and the one outside them is named in words', async () => {
  await as('director', async (page) => {
    // The demo has five rounds; the server's own rules are tested in src/core/run-chart.
    await page.route('**/series', async (route) => {
      const real = getSeries.response.parse(await (await route.fetch()).json())
      const [first] = real.rounds
      const rounds = Array.from({ length: 13 }, (_, at) => ({
        ...first,
        key: `round-${at}`,
        title: { da: `Runde ${at + 1}`, en: `Round ${at + 1}` },
        limits: { lower: 0.7, upper: 0.85 },
        signs: at === 12 ? ['beyond-limits'] : [],
      }))
      const limits = { state: 'frozen', method: 'laney-p', basis: 12, centre: 0.78 }
      await route.fulfill({ json: { ...real, rounds, counted: 13, limits } })
    })
    await openResults(page, closed)
    await page.getByText('Faste kontrolgrænser, regnet af de første 12 runder.').waitFor()
    await page.getByText('Tegn på, at noget er ændret: Runde 13.').waitFor()
    await expect.poll(() => page.locator('.run-chart .limit').count()).toBe(2 * 13)
    await expect.poll(() => page.locator('.run-chart .sign').count()).toBe(1)
    await page.getByText('Tallene bag billedet').click()
    await expect
      .poll(() =>
        rowsOf(page, /, runde for runde$/)
          .last()
          .innerText(),
      )
      .toContain('uden for grænserne')
    await expectAccessible(page)
    await page.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll(page)
  })
})

test('what the highest level would have found stands beside what was found, and drift names what is missing', async () => {
  await as('director', async (page) => {
    await openResults(page, closed)
    const rows = rowsOf(page, 'Krav i orden, som niveau for niveau så dem')
    await rows.first().waitFor()
    await expect.poll(() => rows.count()).toBe(1 + 6 + 1)
    await expect
      .poll(() => rows.last().innerText())
      .toMatch(/^Alle sagstrin[\s\S]*\d+ gennemgange på niveau 4/)
    const drift = page.getByRole('heading', { name: 'Strengere gennemgang eller dårligere sagsbehandling?' })
    await drift.waitFor()
    await page.getByText(/^Set med niveau 4’s øjne er opfyldelsen ændret/).waitFor()
    await page.getByRole('heading', { name: 'Ankersager: de samme gamle sager set igen' }).waitFor()
  })
})

test('a field of the levels’ picture opens the questions where the two differ, by keyboard', async () => {
  await as('director', async (page) => {
    await openResults(page, closed)
    await page.getByRole('heading', { name: 'Her var niveau 1 og 4 oftest uenige' }).waitFor()
    const field = page.getByRole('button', { name: /^Vis, hvor niveau 2 og 3 var uenige/ })
    await field.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Her var niveau 2 og 3 oftest uenige' }).waitFor()
    await expect.poll(() => field.getAttribute('aria-pressed')).toBe('true')
    const rows = rowsOf(page, 'Spørgsmål, hvor niveau 2 og 3 svarede forskelligt')
    await expect.poll(() => rows.count()).toBeGreaterThan(3)
    // Coefficients that mislead at these sizes are two clicks away.
    await expect.poll(() => page.getByText('Kappa', { exact: true }).isVisible()).toBe(false)
  })
})

test('units stand in alphabetical order, cannot be ranked, and open by keyboard', async () => {
  await as('director', async (page) => {
    await openResults(page, closed)
    const table = page.getByRole('table', { name: /efter enhed/ })
    await table.waitFor()
    const names = await table.getByRole('rowheader').allInnerTexts()
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'da')))
    expect(names.length).toBe(7)
    await expect.poll(() => table.getByRole('button').count()).toBe(0)
    await expect
      .poll(() => table.getByRole('link', { name: 'Se fejlene i Enhed Skoven' }).getAttribute('href'))
      .toMatch(/^\/findings\?/)
    await table.getByRole('link', { name: 'Enhed Skoven', exact: true }).focus()
    expect(await describeFocus(page)).toEqual({ role: 'link', name: 'Enhed Skoven' })
    await page.keyboard.press('Enter')
    await page.waitForURL(/unit=/)
    await page.getByRole('table', { name: /efter enhed/ }).waitFor({ state: 'detached' })
    const shown = page.getByLabel('Enhed').locator('option:checked')
    await expect.poll(() => shown.innerText()).toBe('Enhed Skoven')
    await expect.poll(() => page.getByText('Dette afsnit findes kun for hele kommunen').count()).toBe(3)
    // Three or four cases a stage: counts, no per cent.
    const [, row] = await rowsOf(page, 'Krav i orden pr. sag efter sagstrin').allInnerTexts()
    expect(row).toMatch(/\d+ af \d+/)
    expect(row).not.toContain('%')
  })
})

test('an area manager may choose the own unit only, and is told why an open round is sealed', async () => {
  await as('area-manager', async (page) => {
    await page.goto(`/rounds/${closed}/results`)
    await page.getByRole('heading', { level: 1, name: /^Resultater: / }).waitFor()
    await expect.poll(() => page.getByLabel('Enhed').locator('option').count()).toBe(2)
    await expect.poll(() => page.getByRole('link', { name: 'Til rapporten' }).count()).toBe(0)
    await page.goto(`/rounds/${open}/results`)
    await page.getByRole('heading', { name: 'Resultaterne er forseglet endnu' }).waitFor()
    await page.getByRole('progressbar', { name: 'Indsendt på niveau 2' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'results-sealed')
  })
})

test('an open round is sealed for the director too, and a first round has nothing to compare with', async () => {
  await as('director', async (page) => {
    await page.goto(`/rounds/${open}/results`)
    await page.getByRole('heading', { name: 'Resultaterne er forseglet endnu' }).waitFor()
    await page.getByText('Seglet brydes for alle på én gang').waitFor()
    await page.getByRole('link', { name: 'Se, hvor langt runden er' }).waitFor()
    await page.goto(`/rounds/${first}/results`)
    await page.getByText('Runden er den første af sin slags').waitFor()
    await expect.poll(() => page.getByRole('columnheader', { name: 'Vurdering' }).count()).toBe(0)
  })
})

test('the page holds at 320 px and in English', async () => {
  await as(
    'director',
    async (page) => {
      await openResults(page, closed)
      await page.getByRole('heading', { level: 1, name: /^Resultater: / }).waitFor()
      await page.getByRole('img', { name: /^Run-diagram: / }).waitFor()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await page.request.post('/api/session/language', { data: { language: 'en' }, headers: { origin } })
      await page.reload()
      const heading = page.getByRole('heading', { name: 'What can be concluded?' })
      await heading.waitFor()
      await expect.poll(() => heading.count()).toBe(1)
    },
    320,
  )
})

test('a director chooses an edition and gets its file, by keyboard', async () => {
  await as('director', async (page) => {
    await page.goto(`/rounds/${closed}/report`)
    await page.getByText('Den interne udgave skjuler intet.').waitFor()
    await page.getByLabel('Til hvem').selectOption({ label: 'Offentlig' })
    await page.getByText(/tal er skjult i den offentlige udgave/).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'report-1440')
    const download = page.waitForEvent('download')
    await tabTo(page, 'Hent rapporten', 'button')
    await page.keyboard.press('Enter')
    const file = await download
    expect(file.suggestedFilename()).toBe(`rapport-${closed}-offentlig-da.pdf`)
    const bytes = await readFile(await file.path())
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('%PDF')
    await page.getByText(`rapport-${closed}-offentlig-da.pdf er hentet.`).waitFor()
  })
})

test('two closed rounds are laid beside each other from the list of rounds, and the address says which', async () => {
  await as('staff-lawyer', async (page) => {
    await page.goto('/rounds')
    await page.getByRole('link', { name: 'Sammenlign', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Sammenlign' }).waitFor()
    await page.getByText('Vælg to sider').waitFor()
    await expectAccessible(page)
    const sideA = page.getByRole('group', { name: 'A', exact: true })
    const sideB = page.getByRole('group', { name: 'B', exact: true })
    await sideA.getByLabel('Runde').selectOption(closed)
    await sideB.getByLabel('Runde').selectOption(first)
    const overall = page.getByRole('table', { name: 'Alle krav under ét' })
    await overall.waitFor()
    await page.getByText(/^\d+ spørgsmål sammenlignet: \d+ klart højere i A/).waitFor()
    expect(new URL(page.url()).search).toBe(`?a=${closed}&b=${first}`)
    await expectAccessible(page)
    await screenshot(page, 'comparison')
    await page.setViewportSize({ width: 390, height: 844 })
    await expectNoSidewaysScroll(page)
    await screenshot(page, 'comparison-390')
    await page.setViewportSize({ width: 1440, height: 900 })

    // The same round at two levels: the same files, so nothing is judged.
    await sideB.getByLabel('Runde').selectOption(closed)
    await sideB.getByLabel('Niveau').selectOption('1')
    await page.getByText('sagstrin er gennemgået på begge sider').waitFor()
    await expect.poll(() => overall.getByRole('cell', { name: 'ikke bedømt' }).count()).toBeGreaterThan(0)
    await page.reload()
    await page.getByText('sagstrin er gennemgået på begge sider').waitFor()
  })
})

test('a unit’s lawyer compares within the own unit and the whole, and is refused another unit', async () => {
  await as('unit-lawyer', async (page) => {
    await page.goto(`/comparison?a=${closed}&b=${first}`)
    await page.getByRole('table', { name: 'Alle krav under ét' }).waitFor()
    const choices = page.getByRole('group', { name: 'A', exact: true }).getByLabel('Enhed').locator('option')
    await expect.poll(() => choices.count()).toBe(2)
    const own = await choices.nth(1).getAttribute('value')
    const { rows } = await held.superPool.query<{ id: string }>(
      'select id from unit where id <> $1 limit 1',
      [own],
    )
    const answer = await page.request.get(`/api/comparison?a=${closed}&b=${first}&bUnit=${rows[0]?.id}`)
    expect(answer.status()).toBe(403)
  })
})
