import type { Buffer } from 'node:buffer'
import { spawnSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../../src/core/calendar/days.ts'
import {
  describeFocus,
  expectAccessible,
  expectNoSidewaysScroll,
  screenshot,
  TestBrowser,
} from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string
const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' })
const ago = (days: number) => addDays(today, -days)

beforeAll(async () => {
  held = await createTestDatabase()
  const { municipalityId } = held.first
  const unit = await addUnit(held.database, municipalityId, 'Enhed Nord')
  await addPerson(held.database, municipalityId, { userName: 'adm', role: 'administrator' })
  await addPerson(held.database, municipalityId, { userName: 'sofie', role: 'caseworker', unit })
  await addPerson(held.database, municipalityId, {
    userName: 'kirsten',
    role: 'professional-coordinator',
    unit,
  })
  server = await createTestServer(held.database)
  const rows: readonly (readonly [caseId: string, kind: string, time: string, child?: string])[] = [
    ['S-late', 'notification-received', `${ago(1000)}T08:00:00Z`, 'barn-a'],
    ['S-late', 'notification-received', `${ago(999)}T08:00:00Z`, 'barn-b'],
    ['S-late', 'consent-given', ago(5)],
    ['S-late', 'exception-recorded', ago(4)],
    ['S-tardy', 'notification-received', `${ago(100)}T08:00:00Z`],
    ['S-tardy', 'notification-assessed', `${ago(90)}T08:00:00Z`],
    ['S-tardy', 'case-closed', ago(80)],
    ['S-calm', 'measure-decided', ago(40)],
    ['S-calm', 'measure-started', ago(30)],
    ['S-calm', 'follow-up-held', ago(3)],
    // More than any picture has room for.
    ...Array.from({ length: 200 }, (_, at) => ['S-long', 'child-conversation', ago(900 - at * 4)] as const),
    ['S-long', 'placement-started', ago(900)],
  ]
  const events = rows.map(([caseId, kind, time, child]) => ({
    caseId,
    kind,
    time,
    unit: 'Enhed Nord',
    caseworker: 'sofie',
    ...(child !== undefined && { child }),
  }))
  const cookie = await server.signIn(municipalityId, 'adm')
  const sent = await server.send('POST', '/api/caseflow/events', { cookie, body: { source: 'fag', events } })
  if (sent.statusCode !== 200) throw new Error(sent.body)
  origin = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
}, 120_000)
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

const cases = (page: Page) => page.getByRole('table').getByRole('rowheader')

test('a coordinator walks through a case, agrees on something and goes on to the next', async () => {
  await withPerson('kirsten', async (page) => {
    await page.goto('/caseflow/walk-throughs')
    await page.getByRole('heading', { level: 1, name: 'Sagsgennemgang' }).waitFor()
    await expect.poll(() => cases(page).allTextContents()).toEqual(['S-late', 'S-long', 'S-calm'])
    await page.getByText('0 af 3 sager, der løber, er gennemgået').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'walk-throughs')
    await page.getByRole('link', { name: 'Begynd med den første' }).click()

    await page.getByRole('heading', { level: 1, name: 'Sag S-late' }).waitFor()
    await page
      .getByRole('note', { name: 'Det haster mest' })
      .getByText(/Underretning vurderes/)
      .waitFor()
    await page.getByRole('img', { name: /2 faser og 4 hændelser/ }).waitFor()
    await page.getByRole('heading', { level: 3, name: 'Samtykker' }).waitFor()
    await page.getByRole('heading', { level: 3, name: 'Andet' }).waitFor()
    await page.getByText('Alle faser og 4 hændelser som tabel').click()
    await page.getByRole('rowheader', { name: 'Underretning (Barn 2)' }).waitFor()
    await expectAccessible(page)

    const begin = page.getByRole('button', { name: 'Begynd sagsgennemgang' })
    // The walk-through stands below everything else; a link leads there.
    await page
      .getByRole('navigation', { name: 'På siden' })
      .getByRole('link', { name: 'Sagsgennemgange' })
      .click()
    await expect.poll(async () => (await begin.boundingBox())?.y ?? 0).toBeLessThan(900)
    await begin.click()
    const notes = page.getByLabel('Noter')
    // Whoever presses goes on where it is written; the button is gone.
    await expect.poll(async () => (await describeFocus(page)).name).toBe('Noter')
    await notes.fill('Barnets plan mangler.')
    await page.getByText('Gemt på serveren').waitFor()
    await page.getByRole('checkbox', { name: 'Prøve sofie' }).waitFor()
    await page.getByRole('button', { name: 'Skriv en aftale' }).click()
    const dialog = page.getByRole('dialog', { name: 'Skriv en aftale' })
    await dialog.getByRole('button', { name: 'Gem' }).click()
    await dialog.getByText('Skriv, hvad der er aftalt.').waitFor()
    await dialog.getByLabel('Hvad').fill('Skriv barnets plan')
    await dialog.getByLabel('Hvem').selectOption({ label: 'Prøve sofie' })
    await dialog.getByLabel('Senest').fill(addDays(today, 7))
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Gem' }).click()
    await page.getByRole('rowheader', { name: 'Skriv barnets plan' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'overview-sheet-writing')
    await page.getByRole('button', { name: 'Afslut sagsgennemgangen' }).click()
    const asked = page.getByRole('alertdialog', { name: 'Afslut sagsgennemgangen?' })
    await asked.getByRole('button', { name: 'Afslut sagsgennemgangen' }).click()
    await page.getByText(/^Afsluttet af Prøve kirsten/).waitFor()
    await expect.poll(() => page.getByLabel('Noter').count()).toBe(0)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toMatch(/^Sagsgennemgang \d/)
    await page.getByText('Barnets plan mangler.').first().waitFor()

    await page.getByRole('link', { name: 'Næste sag' }).click()
    await page.getByRole('heading', { level: 1, name: 'Sag S-long' }).waitFor()
    await page.getByText('Sagen er ikke gennemgået endnu.').waitFor()
    await page.goto('/caseflow/walk-throughs?state=done')
    await expect.poll(() => cases(page).allTextContents()).toEqual(['S-late'])
  })
})

test('a note that two write at once is overwritten by neither', async () => {
  await withPerson('kirsten', async (page) => {
    await page.goto('/caseflow/cases/S-calm')
    await page.getByRole('button', { name: 'Begynd sagsgennemgang' }).click()
    await page.getByLabel('Noter').waitFor()
    const { rows } = await held.superPool.query<{ id: string }>(
      `select id from walk_through where case_id = 'S-calm'`,
    )
    const cookie = await server.signIn(held.first.municipalityId, 'kirsten')
    const other = await server.send('PUT', `/api/caseflow/walk-throughs/${rows[0]?.id ?? ''}`, {
      cookie,
      body: { day: today, participants: [], notes: 'Skrevet af en anden', version: 1 },
    })
    expect(other.statusCode).toBe(200)
    await page.getByLabel('Noter').fill('Skrevet af mig')
    const conflict = page.getByRole('alert', { name: /samtidig|imens|andre|anden/i })
    await conflict.getByText('Skrevet af en anden').waitFor()
    await expectAccessible(page)
    await conflict.getByRole('button').first().click()
    await expect.poll(() => page.getByLabel('Noter').inputValue()).toBe('Skrevet af en anden')
  })
})

test('the caseworker finds what was agreed among the tasks and says that it is done', async () => {
  await withPerson('sofie', async (page) => {
    await page.goto('/')
    await page.getByRole('link', { name: 'Aftaler fra sagsgennemgang i sag S-late' }).click()
    await page.getByRole('heading', { level: 1, name: 'Sag S-late' }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Begynd sagsgennemgang' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Gjort: Skriv barnets plan' }).click()
    const dialog = page.getByRole('dialog', { name: 'Aftalen er gjort' })
    await dialog.getByRole('button', { name: 'Gem' }).click()
    await page.getByRole('button', { name: 'Åbn igen: Skriv barnets plan' }).waitFor()
    await expectAccessible(page)
    const told = page.waitForResponse((answer) => answer.url().endsWith('/api/tasks/mine'))
    await page.goto('/')
    expect(await (await told).text()).not.toContain('agreements')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => page.getByRole('link', { name: /Aftaler fra sagsgennemgang/ }).count()).toBe(0)
  })
})

test('a telephone shows sheet and list without scrolling sideways, also with two hundred events', async () => {
  await withPerson(
    'kirsten',
    async (page) => {
      for (const [address, heading] of [
        ['/caseflow/cases/S-long', 'Sag S-long'],
        ['/caseflow/cases/S-late', 'Sag S-late'],
        ['/caseflow/walk-throughs', 'Sagsgennemgang'],
      ] as const) {
        await page.goto(address)
        await page.getByRole('heading', { level: 1, name: heading }).waitFor()
        await page.getByRole('table').first().waitFor()
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
        await screenshot(page, `overview-sheet-390-${heading}`)
      }
      await page.goto('/caseflow/cases/S-long')
      await page.getByText('Alle faser og 201 hændelser som tabel').waitFor()
      // Those that lie too close are one mark with a number.
      await expect.poll(() => page.locator('.time-line circle').count()).toBeLessThan(50)
    },
    390,
  )
})

test('on paper a normal case is one page, without buttons, and nothing names a child', async () => {
  await withPerson('kirsten', async (page) => {
    await page.goto('/caseflow/cases/S-late')
    await page.getByRole('heading', { level: 2, name: 'Sagsgennemgange' }).waitFor()
    await page.getByText(/^Afsluttet af Prøve kirsten/).waitFor()
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    await expect.poll(() => page.title()).toBe('Sag S-late · Tilsyn')
    expect(page.url()).toBe(`${origin}/caseflow/cases/S-late`)
    expect(await page.content()).not.toContain('barn-a')
    const margin = { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' }
    const pdf = (await page.pdf({ format: 'A4', margin })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })
})

test('on paper each page of a long case says which case it is', async ({ skip }) => {
  if (spawnSync('pdftotext', ['-v']).error !== undefined) skip('pdftotext (poppler) is not installed')
  await withPerson('kirsten', async (page) => {
    await page.goto('/caseflow/cases/S-long')
    await page.getByText('Alle faser og 201 hændelser som tabel').waitFor()
    // Small paper, so that it takes more pages than one.
    const margin = { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' }
    const paper = { width: '148mm', height: '105mm', margin }
    const pages = pagesOf(await page.pdf(paper))
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.filter((text) => !/Sag S-long\s+\d+\/\d+\s*$/u.test(text))).toEqual([])
  })
})

/** The words of each page of a PDF file. */
function pagesOf(pdf: Buffer): readonly string[] {
  const { stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
  return stdout.split('\f').slice(0, -1)
}

test('what was met too late is told first and apart from what was met in time', async () => {
  await withPerson('kirsten', async (page) => {
    await page.goto('/caseflow/cases/S-tardy')
    await page.getByText('1 blev opfyldt for sent', { exact: false }).waitFor()
    await page.getByText('1 frist er opfyldt for sent').click()
    const late = page.getByRole('table', { name: 'Opfyldt for sent' })
    expect(await late.innerText()).toContain('Underretning vurderes for akut behov')
    await expectAccessible(page)
  })
})
