// One round the whole way in a real browser: import, open, draw four levels, review, results, report.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedAudit } from '../support/audit.ts'
import { TestBrowser } from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { differencesFromRecount } from '../support/recount.ts'
import { createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string

const perUnit = ['professional-coordinator', 'department-manager', 'area-manager', 'unit-lawyer']
const reviewers = [
  ...perUnit.flatMap((role) => [`${role} Nord`, `${role} Syd`]),
  'involved',
  'staff-lawyer',
  'central-lawyer',
]

beforeAll(async () => {
  held = await createTestDatabase()
  await seedAudit(held.database, held.first.municipalityId)
  server = await createTestServer(held.database)
  origin = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await server.app.close()
  await held.close()
})

const cookies = new Map<string, Promise<string>>()

/** One sign-in a person; hashing a password is slow on purpose. */
function cookieFor(name: string): Promise<string> {
  const known = cookies.get(name) ?? server.signIn(held.first.municipalityId, name)
  cookies.set(name, known)
  return known
}

async function as(name: string, use: (page: Page) => Promise<void>): Promise<void> {
  const [cookieName = '', value = ''] = (await cookieFor(name)).split('=')
  await browser.withPage({ origin }, async (page) => {
    await page.context().addCookies([{ name: cookieName, value, url: origin }])
    await use(page)
  })
}

async function freezeAndDraw(page: Page, level: number): Promise<void> {
  await page.goto(`/rounds/2026q3/draw/${level}`)
  for (const act of ['Lås grundlaget', 'Træk sagerne']) {
    await page.getByRole('button', { name: act, exact: true }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: act, exact: true }).click()
  }
  await page.getByText(/sagstrin er trukket og fordelt/).waitFor()
}

interface Task {
  readonly id: string
  readonly caseId: string
  readonly level: { readonly level: number }
}

/** Who has an open review at a level, and of which case; of two who answer together one, and the other has declared. */
async function listOpen(level: number): Promise<readonly { readonly name: string; readonly task: Task }[]> {
  const found = new Map<string, { name: string; task: Task }>()
  for (const name of reviewers) {
    const cookie = await cookieFor(name)
    const { open } = (await server.send('GET', '/api/reviews/mine', { cookie })).json<{ open: Task[] }>()
    for (const task of open.filter((each) => each.level.level === level)) {
      if (found.has(task.id)) await declare(cookie, task.id)
      else found.set(task.id, { name, task })
    }
  }
  return [...found.values()]
}

async function declare(cookie: string, id: string): Promise<void> {
  await server.send('POST', `/api/reviews/${id}/declaration`, {
    cookie,
    body: { verdict: 'independent', note: null },
  })
}

/** Everyone else's reviews of a level, over HTTP: the same calls as the form makes, every reviewer at their own pace. */
async function submitAll(level: number): Promise<number> {
  const open = await listOpen(level)
  const reviewersHere = [...new Set(open.map(({ name }) => name))]
  await Promise.all(
    reviewersHere.map(async (name) => {
      const cookie = await cookieFor(name)
      for (const { task } of open.filter((each) => each.name === name)) await submitOne(cookie, level, task)
    }),
  )
  return open.length
}

async function submitOne(cookie: string, level: number, { id, caseId }: Task): Promise<void> {
  const url = `/api/reviews/${id}`
  await declare(cookie, id)
  const { questions } = (await server.send('GET', url, { cookie })).json<{ questions: { key: string }[] }>()
  for (const [place, { key }] of questions.entries()) {
    const answer = (place + Number(caseId.slice(-3))) % 7 === level ? 'no' : 'yes'
    const body = { answer, comment: null, evidenceReference: null, evidenceDate: null, version: 0 }
    const saved = await server.send('PUT', `${url}/answers/${key}`, { cookie, body })
    if (saved.statusCode !== 200) throw new Error(saved.body)
  }
  const submitted = await server.send('POST', `${url}/submission`, { cookie, body: { minutes: 30 } })
  if (submitted.statusCode !== 200) throw new Error(submitted.body)
}

/** Answers a whole form by keyboard, then submits it. */
async function reviewByKeyboard(page: Page, id: string, keys: (number: number) => string): Promise<void> {
  await page.goto(`/reviews/${id}`)
  await page.getByRole('button', { name: 'Ja, begynd gennemgangen' }).click()
  const progress = page.getByText(/^\d+ af \d+ besvaret$/).first()
  await progress.waitFor()
  const [, total = '0'] = /af (\d+)/.exec((await progress.textContent()) ?? '') ?? []
  for (let question = 1; question <= Number(total); question += 1) {
    await page.keyboard.press(keys(question))
    await page.getByText(`${question} af ${total} besvaret`).first().waitFor()
  }
  await page.getByRole('button', { name: 'Indsend gennemgang', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Minutter brugt').fill('25')
  await dialog.getByRole('button', { name: 'Indsend gennemgang', exact: true }).click()
  await page
    .getByText(/^Indsendt /)
    .first()
    .waitFor()
}

test('the lawyer in charge opens a round and draws four levels, each from the one below', async () => {
  await as('staff-lawyer', async (page) => {
    await page.goto('/rounds/new')
    await page.getByLabel('Fra og med').fill('2026-07-01')
    await page.getByLabel('Til og med').fill('2026-09-30')
    await page.getByLabel('Rundens id').fill('2026q3')
    await page.getByLabel('Titel på dansk').fill('Tilsyn i 3. kvartal')
    await page.getByLabel('Titel på engelsk').fill('Audit of the third quarter')
    await page.getByRole('button', { name: 'Åbn runden', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Tilsyn i 3. kvartal' }).waitFor()
    for (const level of [1, 2, 3, 4]) await freezeAndDraw(page, level)
  })
  const drawn = await Promise.all([1, 2, 3, 4].map(async (level) => (await listOpen(level)).length))
  // Level 1's sample need not hold four of every stage and unit that level 2 wants; then level 2 is smaller.
  const [first, second = 0, third, fourth] = drawn
  expect([first, third, fourth]).toEqual([48, 20, 10])
  expect(second).toBeGreaterThan(20)
  expect(second).toBeLessThanOrEqual(40)
})

test('a case goes through all four levels, and nobody sees the level below before submitting', async () => {
  const [{ task: target } = { task: undefined }] = await listOpen(4)
  if (target === undefined) throw new Error('level 4 has no case')
  const rows: { readonly sealed: number; readonly opened: number }[] = []
  for (const level of [1, 2, 3, 4]) {
    const found = (await listOpen(level)).find(({ task }) => task.caseId === target.caseId)
    if (found === undefined) throw new Error(`level ${level} has not the case of level 4`)
    await as(found.name, async (page) => {
      await page.goto(`/reviews/${found.task.id}/differences`)
      await page.getByText('Svarene er lukket').waitFor()
      const sealed = await page.getByRole('table').count()
      // Each level disagrees with the one below about the first question.
      await reviewByKeyboard(page, found.task.id, (question) =>
        level % 2 === 0 && question === 1 ? 'n' : 'j',
      )
      if (level === 1) return
      await page.getByRole('link', { name: 'Se, hvor niveauerne er uenige' }).first().click()
      // The page's own address first: the form that was just submitted has tables too, and goes when this comes.
      await page.waitForURL(`**/reviews/${found.task.id}/differences`)
      await page.getByText('Svarene er lukket').waitFor({ state: 'detached' })
      await page.getByRole('row').nth(1).waitFor()
      // The row of headings and the one question that was answered differently.
      rows.push({ sealed, opened: await page.getByRole('row').count() })
    })
  }
  expect(rows).toEqual([
    { sealed: 0, opened: 2 },
    { sealed: 0, opened: 2 },
    { sealed: 0, opened: 2 },
  ])
})

test('when all is in, the results say what can be concluded and the report comes as tagged PDF', async () => {
  const drawn = { 1: 48, 3: 20, 4: 10 }
  for (const level of [1, 3, 4] as const) expect(await submitAll(level)).toBe(drawn[level] - 1)
  const second = 1 + (await submitAll(2))
  await as('staff-lawyer', async (page) => {
    await page.goto('/rounds/2026q3')
    await page.getByRole('button', { name: 'Luk runden', exact: true }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Luk runden', exact: true }).click()
    await page
      .getByText(/Runden blev lukket/)
      .first()
      .waitFor()
  })
  expect(await differencesFromRecount(held.superPool)).toEqual([])
  await as('director', async (page) => {
    await page.goto('/rounds/2026q3/results')
    await page.getByRole('navigation', { name: 'På siden' }).waitFor()
    const folded = page.locator('details.results-section:not([open]) > summary')
    while ((await folded.count()) > 0) await folded.first().click()
    await page
      .getByRole('row', { name: new RegExp(`^I alt ${second} `) })
      .first()
      .waitFor()
    for (const language of ['da', 'en']) {
      const answer = await page.request.get(
        `/api/rounds/2026q3/report?format=pdf&audience=internal&lang=${language}`,
      )
      expect(answer.status()).toBe(200)
      const pdf = (await answer.body()).toString('latin1')
      expect(pdf.startsWith('%PDF-')).toBe(true)
      expect(pdf).toContain('/StructTreeRoot')
      expect(pdf).toMatch(new RegExp(`/Lang ?\\(${language}`))
    }
  })
})
