import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedAudit } from '../support/audit.ts'
import { expectAccessible, expectNoSidewaysScroll, TestBrowser } from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addSelectionCases, selectionRounds } from '../support/selection-cases.ts'
import { createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let cookie: string
let origin: string

beforeAll(async () => {
  held = await createTestDatabase()
  const { north } = await seedAudit(held.database, held.first.municipalityId)
  await addSelectionCases(held.database, held.first.municipalityId, north)
  server = await createTestServer(held.database)
  cookie = await server.signIn(held.first.municipalityId, 'administrator')
  const lots = { programme: 'bbu-2017', periodFrom: '2026-07-01', periodTo: '2026-09-30' }
  for (const [key, round] of Object.entries({ lots, ...selectionRounds })) {
    const titles = { titleDa: `Runde ${key}`, titleEn: `Round ${key}` }
    const answer = await server.send('POST', '/api/rounds', {
      cookie,
      body: { key, ...titles, ...round, baseline: null },
    })
    if (answer.statusCode !== 200) throw new Error(`${key}: ${answer.body}`)
  }
  origin = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await server.app.close()
  await held.close()
})

/** The words of one kind of selection, in the order in which its pages say them. */
interface Kind {
  readonly round: keyof typeof selectionRounds | 'lots'
  /** The round page's first line. */
  readonly next: string
  /** The page's first line before anything is frozen, when it is frozen, and when the cases are there. */
  readonly before: string
  readonly frozen: string
  readonly after: string
  readonly step: string
  readonly act: string
  readonly done: string
  readonly proof: RegExp
  /** Titles of the table of strata, or of units. */
  readonly columns: readonly string[]
  /** Its last row. */
  readonly figures: readonly string[]
  readonly cases: string
  /** Null: nothing tells one case from another. */
  readonly inForce: string | null
  readonly replaceable: boolean
  /** What the page must not say. */
  readonly never: RegExp
}

const kinds: readonly Kind[] = [
  {
    round: 'lots',
    next: 'Ingen sager endnu. Niveau 1 kan trækkes nu.',
    before: 'Intet er trukket endnu. 96 sagstrin i 48 grupper kan trækkes; planen er at trække 48.',
    frozen: '96 sagstrin ligger fast, og ingen kan længere vælge mellem dem. Nu kan der trækkes lod.',
    after: '48 af 96 sagstrin er trukket ved lod. Alle kan efterregne det, når nøglen er offentlig.',
    step: 'Sagerne trækkes',
    act: 'Træk sagerne',
    done: '48 sagstrin er trukket og fordelt.',
    proof: /skifter en gruppe, passer grundlagets fingeraftryk ikke mere/,
    columns: ['Enhed', 'Kan trækkes', 'Skal trækkes', 'Trukket'],
    figures: ['I alt', '96', '48', '48'],
    cases: 'Trukne sager i rækkefølge',
    inForce: 'trukket',
    replaceable: true,
    never: /udvalgt|risiko|taget med/i,
  },
  {
    round: 'passed',
    next: 'Ingen sager endnu. Niveau 1 kan trækkes nu.',
    before: 'Intet er trukket endnu. 12 sagstrin i 2 grupper kan trækkes; planen er at trække 7.',
    frozen: '12 sagstrin ligger fast, og ingen kan længere vælge mellem dem. Nu kan der trækkes lod.',
    after: '7 af 12 sagstrin er trukket ved lod. Alle kan efterregne det, når nøglen er offentlig.',
    step: 'Sagerne trækkes',
    act: 'Træk sagerne',
    done: '7 sagstrin er trukket',
    proof: /skifter en gruppe, passer grundlagets fingeraftryk ikke mere/,
    columns: ['Gruppe', 'Kan trækkes', 'Skal trækkes', 'Trukket', 'For få sager'],
    figures: ['I alt', '12', '8', '7'],
    cases: 'Trukne sager i rækkefølge',
    inForce: 'trukket',
    replaceable: true,
    never: /udvalgt|risiko|taget med/i,
  },
  {
    round: 'newest',
    next: 'Ingen sager endnu. De nyeste sager på niveau 1 kan udvælges nu.',
    before:
      'Intet er udvalgt endnu. 12 sagstrin i 2 grupper kan udvælges; planen er at tage 6, de nyeste først.',
    frozen: '12 sagstrin og deres datoer ligger fast. Nu kan de nyeste sager udvælges.',
    after: '6 af 12 sagstrin er udvalgt, de nyeste først. Alle kan efterregne det, når nøglen er offentlig.',
    step: 'De nyeste sager udvælges',
    act: 'Udvælg de nyeste sager',
    done: '6 sagstrin er udvalgt',
    proof: /ændres en dato eller andet, der afgør udvælgelsen/,
    columns: ['Gruppe', 'Kan udvælges', 'Skal udvælges', 'Udvalgt'],
    figures: ['I alt', '12', '6', '6'],
    cases: 'Udvalgte sager, de nyeste først',
    inForce: 'udvalgt',
    replaceable: true,
    never: /træk (?!lod)|trækkes|trukket|trukne|lodtrækningen/i,
  },
  {
    round: 'risky',
    next: 'Ingen sager endnu. Niveau 1 kan trækkes nu.',
    before:
      'Intet er trukket endnu. 23 sagstrin i 1 gruppe kan trækkes; planen er at trække 10, så sager med høj risiko oftere kommer med.',
    frozen:
      '23 sagstrin og deres risiko ligger fast. Nu kan der trækkes lod, så sager med høj risiko oftere kommer med.',
    after:
      '10 af 23 sagstrin er trukket ved lod, så sager med høj risiko oftere kom med. Alle kan efterregne det, når nøglen er offentlig.',
    step: 'Sagerne trækkes efter risiko',
    act: 'Træk sagerne efter risiko',
    done: '10 sagstrin er trukket',
    proof: /får en anden risiko, passer grundlagets fingeraftryk ikke mere/,
    columns: ['Gruppe', 'Kan trækkes', 'Skal trækkes', 'Trukket'],
    figures: ['Nord', '23', '10', '10'],
    cases: 'Trukne sager i rækkefølge',
    inForce: 'trukket',
    replaceable: true,
    never: /udvalgt|taget med|samme, kendte/i,
  },
  {
    round: 'census',
    next: 'Ingen sager endnu. Alle sager på niveau 1 kan tages med nu.',
    before: 'Alle 8 sagstrin skal gennemgås; der trækkes ikke lod.',
    frozen: 'Alle 8 sagstrin ligger fast og kan nu tages med. Der trækkes ikke lod.',
    after: 'Alle 8 sagstrin er taget med. Ingen er valgt til eller fra.',
    step: 'Alle sager tages med',
    act: 'Tag alle sager med',
    done: 'Alle 8 sagstrin er taget med',
    proof: /kommer en sag til eller falder en fra, passer grundlagets fingeraftryk ikke mere/,
    columns: ['Enhed', 'Skal gennemgås', 'Taget med'],
    figures: ['Nord', '8', '8'],
    cases: 'Sager, der er taget med',
    inForce: null,
    replaceable: false,
    never: /kan trækkes|trukket|trukne|udvalgt|i rækkefølge|nr\. i gruppen/i,
  },
]

test.each(kinds)('a $round round says in words and numbers what is true of it', async (kind) => {
  await withAdministrator(1440, async (page) => {
    await page.goto(`/rounds/${kind.round}`)
    await page.getByText(kind.next, { exact: true }).waitFor()
    await page.goto(`/rounds/${kind.round}/draw/1`)
    await page.getByText(kind.before, { exact: true }).waitFor()
    await confirm(page, 'Lås grundlaget')
    await page.getByText(kind.frozen, { exact: true }).waitFor()
    await page.goto(`/rounds/${kind.round}`)
    await page
      .getByRole('link', { name: `${kind.act.replace(' med', '').replace(' efter risiko', '')} på niveau 1` })
      .first()
      .click()
    await page.getByText(kind.step, { exact: true }).waitFor()
    await confirm(page, kind.act)
    await page.getByText(kind.done).first().waitFor()
    await page.getByText(kind.after, { exact: true }).waitFor()
    await page.getByText(kind.proof).waitFor()
    await page.getByRole('heading', { name: kind.cases, exact: true }).waitFor()
    const table = page
      .getByRole('table')
      .filter({ has: page.getByRole('columnheader', { name: kind.columns[1] ?? '' }) })
    const titles = await table.first().getByRole('columnheader').allInnerTexts()
    expect(titles.map((title) => title.trim()).filter((title) => title !== '')).toEqual(kind.columns)
    const last = table.first().getByRole('row').last()
    const cells = await last.getByRole('rowheader').or(last.getByRole('cell')).allInnerTexts()
    expect(cells.slice(0, kind.figures.length).map((cell) => cell.trim())).toEqual(kind.figures)
    if (kind.inForce !== null)
      await page.getByRole('cell', { name: kind.inForce, exact: true }).first().waitFor()
    expect((await page.getByRole('button', { name: /^Erstat sag / }).count()) > 0).toBe(kind.replaceable)
    await expect.poll(() => page.getByRole('main').innerText()).not.toMatch(kind.never)
    await expectAccessible(page)
  })
  await withAdministrator(390, async (page) => {
    for (const path of ['', '/draw/1']) {
      await page.goto(`/rounds/${kind.round}${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.getByRole('heading', { level: 2 }).last().waitFor()
      await expectNoSidewaysScroll(page)
    }
  })
})

test('a census says whom nobody can come in for, and English speaks of no lots either', async () => {
  await withAdministrator(1440, async (page) => {
    await page.goto('/rounds/census/draw/1')
    await page.getByText(/Alle sager er med, så ingen kan sættes ind/).waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('All 8 case stages were taken in. None was chosen, none left out.').waitFor()
    const english = await page.getByRole('main').innerText()
    expect(english).toContain('Take all cases in')
    expect(english.replace(/^npx .*$/mu, '').replace('DRAW.json', '')).not.toMatch(/\bdraw|\blot\b/i)
    await page.goto('/rounds/newest/draw/1')
    await page.getByRole('heading', { name: 'Selected cases, the newest first' }).waitFor()
    await page.getByRole('button', { name: 'Dansk' }).click()
  })
})

async function withAdministrator(width: number, use: (page: Page) => Promise<void>): Promise<void> {
  const [cookieName = '', value = ''] = cookie.split('=')
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    await page.context().addCookies([{ name: cookieName, value, url: origin }])
    await use(page)
  })
}

async function confirm(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: act, exact: true }).click()
  await page.getByRole('alertdialog').waitFor({ state: 'detached' })
}
