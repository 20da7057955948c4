import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { releaseFeedback } from '../../src/app/review/release-feedback.ts'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import type { CallOutput } from '../../src/contract/client.ts'
import type { listFindings } from '../../src/contract/finding/finding.ts'
import {
  describeFocus,
  expectAccessible,
  expectNoSidewaysScroll,
  screenshot,
  tabTo,
  TestBrowser,
} from '../support/browser.ts'
import { ReviewCast } from '../support/review-cast.ts'

let cast: ReviewCast
let browser: TestBrowser
let origin: string
let reviewed: string

/** Every level finds three errors in each of two cases that one caseworker worked on, and the feedback is out. */
beforeAll(async () => {
  cast = await ReviewCast.create()
  const cases = [await cast.newCase({ by: 'sagsbehandler' }), await cast.newCase({ by: 'sagsbehandler' })]
  for (const { review } of cases) {
    await cast.as('leder').fillAndSubmit(review(1), 'no')
    await cast.as('chef').fillAndSubmit(review(2), 'no')
    await cast.as('stab').fillAndSubmit(review(3), 'no')
    for (const level of [1, 2, 3]) await cast.makeOlder(review(level), 24 * 60 + 1)
  }
  reviewed = cases[0]?.review(1) ?? ''
  await releaseFeedback(cast.held.database, new Date())
  origin = (await cast.server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
})
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

type Listed = CallOutput<typeof listFindings>
/** The finding of a case's first, second or third question. */
async function findingOf(caseId: string, question: number): Promise<{ path: string; name: string }> {
  const { findings } = await cast.as('chef').get<Listed>('/api/findings')
  const found = findings.find(
    (one) => one.caseId === caseId && one.question?.key === cast.questions[question],
  )
  if (found === undefined) throw new Error(`no error at ${caseId}`)
  return { path: `/findings/${found.id}`, name: `${caseId}, ${found.question?.number ?? ''}` }
}

const inDays = (days: number) => danishDay(new Date(Date.now() + days * 86_400_000))
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const state = (page: Page) => page.locator('.page-heading .status')

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page)
  await screenshot(page, `finding-${name}-1440`)
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    await expectNoSidewaysScroll(page)
    if (width === 390) await screenshot(page, `finding-${name}-390`)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('a leader plans what is to be made good, by whom and by when; what is missing is named', async () => {
  const { path } = await findingOf('E-1', 0)
  await as('leder', async (page) => {
    await page.goto('/')
    await page.getByRole('link', { name: 'Genopretning' }).click()
    await page.getByText('6 fejl, 0 afsluttet, 6 mangler.').waitFor()
    await look(page, 'list')
    await page.goto(path)
    await page.getByText(/Niveauerne 1, 2, 3/).waitFor()
    await button(page, 'Læg en plan').press('Enter')
    expect(await describeFocus(page)).toEqual({ role: 'heading', name: 'Læg en plan' })
    await button(page, 'Gem').click()
    for (const words of [
      'Vælg mindst én ting.',
      'Vælg, hvem der er ansvarlig.',
      'Vælg en frist, i dag eller senere.',
    ])
      await page.getByText(words).waitFor()
    await page.getByRole('checkbox', { name: 'Partshøring' }).check()
    await page.getByRole('checkbox', { name: 'Kun registrering i fagsystemet' }).check()
    await expect.poll(() => page.getByRole('checkbox', { name: 'Partshøring' }).isChecked()).toBe(false)
    await page.getByRole('checkbox', { name: 'Partshøring' }).check()
    await page
      .getByRole('combobox', { name: 'Ansvarlig' })
      .selectOption({ label: 'Prøve sagsbehandler, Sagsbehandler' })
    await page.getByLabel('Frist').fill(inDays(7))
    await look(page, 'plan')
    await button(page, 'Gem').click()
    await page.getByText('Plan lagt.').waitFor()
    await expect.poll(() => state(page).innerText()).toContain('Planlagt')
  })
})

test('the caseworker contacts the citizen, copies the note, makes it good, and cannot verify it', async () => {
  const { path } = await findingOf('E-1', 0)
  await as('sagsbehandler', async (page) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(path)
    await expect.poll(() => button(page, 'Læg en ny plan').count()).toBe(0)
    await button(page, 'Notér kontakt med borgeren').click()
    await page.getByRole('radio', { name: 'Borgeren sagde ja' }).check()
    await button(page, 'Gem').click()
    await page.getByText('Borgeren skal have det at vide, før kontakten kan noteres.').waitFor()
    await page.getByRole('checkbox', { name: /skyldes en tidligere fejl/ }).check()
    await button(page, 'Gem').click()
    await page.getByText('Borgeren kontaktet.').waitFor()
    await expect.poll(() => state(page).innerText()).toContain('Borgeren er kontaktet')
    await button(page, 'Kopiér: notatet').click()
    await page.getByText('Kopieret').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('tidligere fejl')
    expect(copied).not.toContain('Prøve')
    await button(page, 'Notér, at der er rettet op').click()
    await button(page, 'Gem').click()
    await page.getByText('Skriv dagen for notatet; den må ikke ligge i fremtiden.').waitFor()
    await page.getByLabel('Dag, notatet er journaliseret').fill(inDays(0))
    await button(page, 'Gem').click()
    await page.getByText('Rettet op.', { exact: true }).waitFor()
    await expect.poll(() => state(page).innerText()).toContain('Udført, mangler kontrol')
    await expect.poll(() => button(page, 'Bekræft, at der er rettet op').count()).toBe(0)
    await look(page, 'carried-out')
  })
})

test('another person sends it back with a reason, and verifies it when it is done', async () => {
  const { path } = await findingOf('E-1', 0)
  await as('chef', async (page) => {
    await page.goto(path)
    await button(page, 'Send tilbage').click()
    await button(page, 'Gem').click()
    await page.getByText('Skriv hvorfor.').waitFor()
    await page.getByLabel('Hvorfor?').fill('Notatet siger ikke, hvad der blev aftalt')
    await button(page, 'Gem').click()
    await page.getByText('Sendt tilbage.').waitFor()
    await expect.poll(() => state(page).innerText()).toContain('Borgeren er kontaktet')
  })
  await as('sagsbehandler', async (page) => {
    await page.goto(path)
    await page.getByText('Notatet siger ikke, hvad der blev aftalt').waitFor()
    await button(page, 'Notér, at der er rettet op').click()
    await page.getByLabel('Dag, notatet er journaliseret').fill(inDays(0))
    await button(page, 'Gem').click()
    await page.getByText('Rettet op.', { exact: true }).waitFor()
  })
  await as('chef', async (page) => {
    await page.goto(path)
    await button(page, 'Bekræft, at der er rettet op').click()
    await button(page, 'Gem').click()
    await page.getByText('Bekræftet, at der er rettet op.').waitFor()
    await expect.poll(() => state(page).innerText()).toContain('Rettet op')
    const thread = page.getByRole('region', { name: 'Forløb' })
    const course = await thread.getByRole('listitem').locator('strong').allInnerTexts()
    expect(course).toEqual([
      'Bekræftet, at der er rettet op',
      'Rettet op',
      'Sendt tilbage',
      'Rettet op',
      'Borgeren kontaktet',
      'Plan lagt',
      'Fundet',
      'Fundet',
      'Fundet',
    ])
    await look(page, 'verified')
  })
})

test('that an error is not made good is approved by another than who proposed it', async () => {
  const { path } = await findingOf('E-2', 0)
  await as('leder', async (page) => {
    await page.goto(path)
    await button(page, 'Indstil, at fejlen ikke rettes op').click()
    await page.getByRole('radio', { name: 'Det er for sent' }).check()
    await page.getByLabel('Hvorfor?').fill('Den unge er fyldt 23 år')
    await button(page, 'Gem').click()
    await page.getByText('Indstillet, at fejlen ikke rettes op.').waitFor()
    await expect.poll(() => button(page, 'Godkend, at fejlen ikke rettes op').count()).toBe(0)
  })
  await as('chef', async (page) => {
    await page.goto(path)
    await page.getByText('Det er for sent, indstillet af Prøve leder').waitFor()
    await button(page, 'Godkend, at fejlen ikke rettes op').click()
    await button(page, 'Gem').click()
    await page.getByText('Godkendt, at fejlen ikke rettes op.', { exact: true }).waitFor()
    await expect.poll(() => state(page).innerText()).toContain('Rettes ikke op')
  })
})

test('the same plan for many is judged one by one, and what could not be done is named with its reason', async () => {
  const closed = await findingOf('E-2', 0)
  await as('leder', async (page) => {
    await page.goto('/findings')
    // The box itself is drawn by its label.
    await page.getByText('Vælg alle på siden').click()
    await page.getByText('6 valgt').waitFor()
    await button(page, 'Gør det samme ved dem').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Læg en plan' }).check()
    await dialog.getByRole('checkbox', { name: 'Begrundelse' }).check()
    await dialog
      .getByRole('combobox', { name: 'Ansvarlig' })
      .selectOption({ label: 'Prøve sagsbehandler, Sagsbehandler' })
    await dialog.getByLabel('Frist').fill(inDays(3))
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Gem' }).click()
    await dialog.getByText('Gjort for 4 fejl. For 2 kunne det ikke gøres:').waitFor()
    const refused = await dialog.getByRole('listitem').allInnerTexts()
    expect(refused).toHaveLength(2)
    expect(refused.find((line) => line.startsWith(`${closed.name}:`))).toContain('som fejlen står nu')
    await screenshot(page, 'finding-bulk-1440')
    await dialog.getByRole('button', { name: 'Luk', exact: true }).click()
    await page.getByText('6 fejl, 2 afsluttet, 4 mangler.').waitFor()
  })
})

test('the box of a row is in its row, so that the keyboard stays where it was; a state counts what it shows', async () => {
  await as('leder', async (page) => {
    await page.setViewportSize({ width: 1000, height: 360 })
    await page.goto('/findings')
    const rows = page.getByRole('table').getByRole('row')
    await rows.nth(6).waitFor()
    await rows.nth(5).getByRole('link').first().focus()
    const before = await page.evaluate(() => window.scrollY)
    expect(before).toBeGreaterThan(0)
    await page.keyboard.press('Tab')
    const box = rows.nth(6).getByRole('checkbox')
    expect(await box.evaluate((each) => each === document.activeElement)).toBe(true)
    const boxAt = await box.boundingBox()
    const rowAt = await rows.nth(6).boundingBox()
    expect(boxAt?.y).toBeGreaterThanOrEqual(rowAt?.y ?? Infinity)
    expect(boxAt?.y).toBeLessThan(360)
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThanOrEqual(before)
  })
  const { findings } = await cast.as('leder').get<Listed>('/api/findings?state=verified')
  await as('leder', async (page) => {
    await page.goto('/findings?state=verified')
    await page.getByText(`${findings.length} af 6 fejl er i den valgte tilstand.`).waitFor()
  })
})

test('a card on the board is moved by the keyboard, through the form of the act that moves it', async () => {
  const { name } = await findingOf('E-1', 1)
  await as('leder', async (page) => {
    await page.goto('/findings')
    await button(page, 'Tavle').press('Enter')
    await page.waitForURL(/view=board/)
    const column = (title: string) => page.getByRole('region', { name: new RegExp(`^${title}: \\d`) })
    await column('Planlagt').getByRole('listitem').nth(3).waitFor()
    await look(page, 'board')
    await tabTo(page, `Næste skridt: ${name}`, 'button')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Notér kontakt med borgeren', checked: true }).waitFor()
    await tabTo(page, 'Borgeren sagde ja', 'radio')
    await page.keyboard.press('Space')
    await tabTo(page, /skyldes en tidligere fejl/, 'checkbox')
    await page.keyboard.press('Space')
    await expectAccessible(page)
    await tabTo(page, 'Gem', 'button')
    await page.keyboard.press('Enter')
    await page.getByText(`${name}: Borgeren kontaktet.`).waitFor()
    // The button that was pressed has gone with its card; the focus is not lost.
    expect((await describeFocus(page)).role).toBe('status')
    await column('Borgeren er kontaktet')
      .getByRole('button', { name: `Næste skridt: ${name}` })
      .waitFor()
    await expect.poll(() => column('Planlagt').getByRole('listitem').count()).toBe(3)
    await page.getByRole('link', { name: 'Rettet op: 1' }).click()
    await page.getByLabel('Tilstand').waitFor()
    await expect.poll(() => page.getByLabel('Tilstand').inputValue()).toBe('verified')
    await expect.poll(() => page.getByRole('table').getByRole('row').count()).toBe(2)
  })
})

test('filters live in the address, and the files hold what they leave', async () => {
  await as('chef', async (page) => {
    await page.goto('/findings?state=active&responsible=none')
    await page.getByText('Ingen fejl passer til filtrene').waitFor()
    await page.getByLabel('Ansvarlig').selectOption('')
    await page.waitForURL((url) => url.search === '?state=active')
    await expect.poll(() => page.getByRole('table').getByRole('row').count()).toBe(5)
    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Hent som CSV' }).click()
    const csv = await readFile(await (await saving).path(), 'utf8')
    const [head, ...lines] = csv.trim().split('\n')
    expect(lines).toHaveLength(4)
    // Who is to make an error good is named as on the page, so that the file can be worked from.
    expect(head).toContain('Ansvarlig')
    expect(csv).toContain('Prøve sagsbehandler')
    await page.reload()
    await expect.poll(() => page.getByLabel('Tilstand').inputValue()).toBe('active')
    await button(page, 'English').click()
    await page.getByRole('heading', { level: 1, name: 'Errors and restoration' }).waitFor()
    await look(page, 'english')
  })
})

test('a reviewer adds what no question asks about to the submitted review, and it is followed up as the rest', async () => {
  await as('leder', async (page) => {
    await page.goto(`/reviews/${reviewed}`)
    await page.getByText('Fejl, som intet spørgsmål spørger om').click()
    await button(page, 'Tilføj fejlen').click()
    await page.getByText('Skriv, hvad fejlen er.').waitFor()
    await page.getByLabel('Hvad er fejlen?').fill('Samtykket er givet på vegne af 010203-1234')
    await button(page, 'Tilføj fejlen').click()
    await page.getByRole('alert').getByText(/CPR/).first().waitFor()
    await page.getByLabel('Hvad er fejlen?').fill('Samtykket er givet af en uden forældremyndighed')
    await button(page, 'Tilføj fejlen').click()
    await page.getByText('Fejlen er tilføjet.').waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Genopretning' }).click()
    await page.getByText('7 fejl, 2 afsluttet, 5 mangler.').waitFor()
    await page.getByRole('link', { name: 'Samtykket er givet af en uden forældremyndighed' }).click()
    await page.getByText('Skrevet af en tilsynsførende; intet spørgsmål spørger om det.').waitFor()
    await page.getByText('Fejlen hører ikke til et spørgsmål og kan derfor ikke tælles.').waitFor()
    await expect.poll(() => state(page).innerText()).toContain('Mangler plan')
  })
})

test('what somebody else did meanwhile is refused, shown, and then done knowingly', async () => {
  const { path } = await findingOf('E-2', 2)
  const assess = { act: 'assess', severity: 'slight', text: null }
  await as('leder', async (page) => {
    await page.goto(path)
    await button(page, 'Vurdér alvor').click()
    await page.getByRole('radio', { name: 'Alvorlig' }).check()
    const { version } = await cast.as('chef').get<{ version: number }>(`/api${path}`)
    await cast.as('chef').send('POST', `/api${path}/acts`, { body: { version, act: assess } })
    await button(page, 'Gem').click()
    await page
      .getByRole('alert')
      .getByText(/ændret et andet sted/)
      .waitFor()
    await page.getByText('Let (kun registrering), vurderet af Prøve chef').waitFor()
    await button(page, 'Gem').click()
    await page.getByText('Alvor vurderet.').waitFor()
    await expect.poll(() => page.getByText('Alvorlig, vurderet af Prøve leder').count()).toBe(1)
  })
})

test('the round’s page leads to its errors, for those who may see any', async () => {
  await as('leder', async (page) => {
    await page.goto(`/rounds/${cast.round.key}`)
    await page.getByRole('link', { name: 'Se fejlene fra runden' }).click()
    await page.waitForURL(/\/findings\?round=2023q4/)
    await page.getByRole('heading', { level: 1, name: 'Fejl og genopretning' }).waitFor()
  })
  await as('admin', async (page) => {
    await page.goto(`/rounds/${cast.round.key}`)
    await page.getByRole('heading', { name: 'Om runden' }).waitFor()
    await expect.poll(() => page.getByRole('link', { name: 'Se fejlene fra runden' }).count()).toBe(0)
  })
})
