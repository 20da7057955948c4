import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, screenshot, TestBrowser } from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

const msInDay = 86_400_000
/** The day so many days ago in Denmark, ISO. */
const daysAgo = (days: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(Date.now() - days * msInDay)

let held: TestDatabase
let server: TestServer
let browser: TestBrowser
let origin: string

beforeAll(async () => {
  held = await createTestDatabase()
  const { municipalityId } = held.first
  const unit = await addUnit(held.database, municipalityId, 'Enhed Nord')
  const add = (userName: string, role: NonNullable<Parameters<typeof addPerson>[2]['role']>) =>
    addPerson(held.database, municipalityId, { userName, role, unit })
  await addPerson(held.database, municipalityId, { userName: 'adm', role: 'administrator' })
  await add('sofie', 'caseworker')
  await add('leder', 'department-manager')
  await add('chef', 'area-manager')
  await add('jurist', 'unit-lawyer')
  await add('koord', 'professional-coordinator')
  server = await createTestServer(held.database)
  await deliver([{ kind: 'Indsats iværksat', time: daysAgo(60), eventId: 'e1' }])
  origin = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await server.app.close()
  await held.close()
})

async function deliver(events: readonly Readonly<Record<string, string | object>>[]): Promise<void> {
  const cookie = await server.signIn(held.first.municipalityId, 'adm')
  const of = { caseId: 'S-1', unit: 'Enhed Nord', caseworker: 'sofie' }
  const body = { source: 'Fagsystemet', events: events.map((one) => ({ ...of, ...one })) }
  const answer = await server.send('POST', '/api/caseflow/events', { cookie, body })
  if (answer.statusCode !== 200) throw new Error(answer.body)
}

async function withPerson(name: string, use: (page: Page) => Promise<void>, width = 1440): Promise<void> {
  const [cookieName = '', value = ''] = (await server.signIn(held.first.municipalityId, name)).split('=')
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    await page.context().addCookies([{ name: cookieName, value, url: origin }])
    await use(page)
  })
}

/** The dialog of a press, once it is there. */
async function opened(page: Page, button: string) {
  await page.getByRole('button', { name: button }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  return dialog
}

test('a register in which nothing was ever registered says so, instead of that nothing is overdue', async () => {
  await withPerson('koord', async (page) => {
    await page.goto('/caseflow/registers')
    await page.getByRole('heading', { name: 'Ingen sikkerhedsplan er registreret endnu' }).waitFor()
    const main = await page.getByRole('main').innerText()
    expect(main).toContain('Intet er registreret endnu.')
    expect(main).not.toContain('overskredet')
    await expectAccessible(page)
    await screenshot(page, 'register-never')
  })
})

test('a caseworker proposes a safety plan, and a department manager, an area manager and a lawyer approve it', async () => {
  await withPerson('sofie', async (page) => {
    await page.goto('/caseflow/registers')
    await page.getByRole('heading', { name: 'Ingen sikkerhedsplan er registreret endnu' }).waitFor()
    await expectAccessible(page)
    const dialog = await opened(page, 'Indfør hændelse')
    // The roles are called as everywhere else.
    expect(await dialog.getByLabel('Hvad skete der?').locator('option').allTextContents()).toContain(
      'Sikkerhedsplan godkendt af enhedsjurist',
    )
    await dialog.getByRole('button', { name: 'Indfør' }).click()
    await dialog.getByText('Skriv sagsnummeret.').waitFor()
    await dialog.getByLabel('Sagsnummer').fill('S-2')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Indfør' }).click()
    await dialog.getByText('Sagen kendes ikke').waitFor()
    await dialog.getByLabel('Sagsnummer').fill('S-1')
    await dialog.getByLabel('Bemærkning').fill('Netværket er med')
    await dialog.getByRole('button', { name: 'Indfør' }).click()
    await page.getByText('Hændelsen er indført i sag S-1').waitFor()
    await expect
      .poll(() => page.getByRole('row', { name: /S-1/u }).innerText())
      .toContain('godkendelse fra afdelingsleder, godkendelse fra områdechef, godkendelse fra enhedsjurist')
    await expect.poll(() => page.getByRole('button', { name: /^Godkend/u }).count()).toBe(0)
    await screenshot(page, 'registers-proposed')
  })
  for (const [name, left] of [
    ['leder', 'godkendelse fra områdechef, godkendelse fra enhedsjurist'],
    ['chef', 'godkendelse fra enhedsjurist'],
    ['jurist', 'klar til start'],
  ] as const)
    await withPerson(name, async (page) => {
      await page.goto('/')
      await page.getByRole('link', { name: /Sikkerhedsplaner i Enhed Nord/u }).click()
      await page.getByText('1 venter på din godkendelse').waitFor()
      await page.getByRole('button', { name: 'Godkend sikkerhedsplanen i sag S-1' }).click()
      const question = page.getByRole('alertdialog')
      await question.getByText('i dag og i dit eget navn').waitFor()
      await expectAccessible(page)
      await question.getByRole('button', { name: 'Godkend', exact: true }).click()
      await page.getByText('Sikkerhedsplanen i sag S-1 er godkendt.').waitFor()
      await expect.poll(() => page.getByRole('row', { name: /S-1/u }).innerText()).toContain(left)
      await expectAccessible(page)
    })
})

test('a start is entered from its row, corrected with a reason, and the history tells both', async () => {
  await withPerson('sofie', async (page) => {
    await page.goto('/caseflow/registers')
    const dialog = await opened(page, 'Indfør næste trin i sag S-1')
    await expect.poll(() => dialog.getByLabel('Hvad skete der?').inputValue()).toBe('safety-plan-started')
    await dialog.getByRole('button', { name: 'Indfør' }).click()
    await page.getByText('Hændelsen er indført i sag S-1').waitFor()
    await expect.poll(() => page.getByRole('row', { name: /S-1/u }).innerText()).toContain('løber')
    await page.getByText('5 hændelser').click()
    const change = await opened(page, `Ret »Sikkerhedsplan startet«`)
    await change.getByLabel('Dag').fill(daysAgo(3))
    await change.getByRole('button', { name: 'Gem' }).click()
    await change.getByText('Skriv hvorfor.').waitFor()
    await change.getByLabel('Begrundelse').fill('forkert dag')
    await expectAccessible(page)
    await change.getByRole('button', { name: 'Gem' }).click()
    await page.getByText('Indførelsen er ændret.').waitFor()
    await expect
      .poll(() => page.getByRole('row', { name: /S-1/u }).innerText())
      .toContain('for sent: startet uden alle godkendelser')
    const history = await opened(page, 'Historik for »Sikkerhedsplan startet«')
    await expect.poll(() => history.innerText()).toContain('rettet af Prøve sofie')
    await expect.poll(() => history.innerText()).toContain('indført af Prøve sofie')
    await expectAccessible(page)
    await screenshot(page, 'registers-history')
  })
})

test('an approval on behalf of somebody says so, and what the case system has too does not count', async () => {
  await deliver([{ kind: 'Afgørelse om anbringelse', time: daysAgo(20), eventId: 'e2' }])
  await withPerson('koord', async (page) => {
    await page.goto('/caseflow/registers')
    await page.getByRole('row', { name: /S-1/u }).waitFor()
    const dialog = await opened(page, 'Indfør hændelse')
    await dialog.getByLabel('Sagsnummer').fill('S-1')
    await dialog
      .getByLabel('Hvad skete der?')
      .selectOption({ label: 'Sikkerhedsplan godkendt af områdechef' })
    await dialog.getByRole('button', { name: 'Indfør' }).click()
    await dialog.getByText('Vælg, hvem der gav godkendelsen.').waitFor()
    await dialog.getByLabel('Hvem gav godkendelsen?').selectOption({ label: 'Prøve chef' })
    await dialog.getByRole('button', { name: 'Indfør' }).click()
    await page.getByText('Hændelsen er indført i sag S-1').waitFor()
    await page.getByText('6 hændelser').click()
    await page.getByText('indført af Prøve koord på vegne af Prøve chef').waitFor()

    await page.getByRole('link', { name: 'Anbringelsesudvalg' }).click()
    await page.getByRole('heading', { level: 1, name: 'Anbringelsesudvalg' }).waitFor()
    await expect.poll(() => page.getByRole('row', { name: /S-1/u }).innerText()).toContain('(2 gange)')
    await expectAccessible(page)
    const committee = await opened(page, 'Indfør næste trin i sag S-1')
    await committee.getByLabel('Dag').fill(daysAgo(10))
    await committee.getByRole('button', { name: 'Indfør' }).click()
    await page.getByText('Hændelsen er indført i sag S-1').waitFor()
  })
  await deliver([{ kind: 'Anbringelsesudvalg', time: daysAgo(10), eventId: 'e3' }])
  await withPerson('koord', async (page) => {
    await page.goto('/caseflow/registers?register=placement')
    await page.getByText('3 hændelser').click()
    await page.getByText('tæller ikke: fagsystemet har den også').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'registers-double')
  })
})

test('the professional who notified and knows of the assessment is told again when support starts', async () => {
  await deliver([
    {
      caseId: 'S-4',
      kind: 'notification-received',
      time: `${daysAgo(40)}T09:00:00Z`,
      eventId: 'n1',
      attributes: { notifier: 'fagperson' },
    },
    { caseId: 'S-4', kind: 'notification-acknowledged', time: daysAgo(38), eventId: 'n2' },
    { caseId: 'S-4', kind: 'assessment-opened', time: daysAgo(30), eventId: 'n3' },
    { caseId: 'S-4', kind: 'professional-informed', time: daysAgo(28), eventId: 'n4' },
  ])
  await withPerson('sofie', async (page) => {
    const row = page.getByRole('row', { name: /S-4/u })
    await page.goto('/caseflow/registers?register=notifier')
    await page.getByRole('heading', { level: 1, name: 'Besked til underretter' }).waitFor()
    await page.getByRole('heading', { name: 'Ingen underrettere venter på besked' }).waitFor()
    expect(await row.count()).toBe(0)

    await deliver([{ caseId: 'S-4', kind: 'measure-started', time: daysAgo(10), eventId: 'n5' }])
    await page.reload()
    await expect.poll(() => row.innerText()).toContain('Mangler: besked til fagpersonen')
    expect(await row.innerText()).toContain('ingen frist')
    await expectAccessible(page)
    await screenshot(page, 'registers-support-told')
    const dialog = await opened(page, 'Indfør næste trin i sag S-4')
    await expect.poll(() => dialog.getByLabel('Hvad skete der?').inputValue()).toBe('professional-informed')
    await dialog.getByRole('button', { name: 'Indfør' }).click()
    await page.getByText('Hændelsen er indført i sag S-4').waitFor()
    await expect.poll(() => row.count()).toBe(0)
  })
})

test('the registers fit a phone', async () => {
  await withPerson(
    'leder',
    async (page) => {
      for (const register of ['safety-plan', 'placement', 'notifier', 'disagreement']) {
        await page.goto(`/caseflow/registers?register=${register}`)
        await expect.poll(() => page.getByRole('heading', { level: 1 }).count()).toBe(1)
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
      }
      await page.goto('/caseflow/registers')
      await page.getByText('6 hændelser').click()
      await page.getByText('på vegne af Prøve chef').waitFor()
      await expectNoSidewaysScroll(page)
      await screenshot(page, 'registers-phone')
    },
    390,
  )
})

test('a plan whose three approvals one person entered says so on its row, and is counted above the table', async () => {
  await deliver([{ caseId: 'S-3', kind: 'Indsats iværksat', time: daysAgo(60), eventId: 'e4' }])
  const cookie = await server.signIn(held.first.municipalityId, 'koord')
  const listed = await server.send('GET', '/api/caseflow/registers/safety-plan', { cookie })
  for (const { id, role } of listed.json<{ approvers: { id: string; role: string }[] }>().approvers) {
    const entry = { register: 'safety-plan', caseId: 'S-3', about: null, child: null, time: null, note: '' }
    const body = { ...entry, kind: `safety-plan-approved-${role}`, day: daysAgo(2), approver: id }
    const answer = await server.send('POST', '/api/caseflow/register-entries', { cookie, body })
    if (answer.statusCode !== 200) throw new Error(answer.body)
  }
  await withPerson('leder', async (page) => {
    await page.goto('/caseflow/registers')
    await page.getByText('I 1 plan er alle tre godkendelser indført af samme person.').waitFor()
    const told = 'alle tre godkendelser indført af samme person: Prøve koord'
    expect(await page.getByRole('row', { name: /S-3/u }).innerText()).toContain(told)
    expect(await page.getByRole('row', { name: /S-1/u }).innerText()).not.toContain('samme person')
    await expectAccessible(page)
    await screenshot(page, 'registers-one-hand')
    await page.setViewportSize({ width: 390, height: 900 })
    await expectNoSidewaysScroll(page)
  })
})
