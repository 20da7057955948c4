import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wireServer } from '../../src/boot/server.ts'
import { expectAccessible, expectNoSidewaysScroll, screenshot, TestBrowser } from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, password } from '../support/server.ts'

let held: TestDatabase
let app: Awaited<ReturnType<typeof wireServer>>['app']
let browser: TestBrowser
let origin: string

beforeAll(async () => {
  held = await createTestDatabase()
  const { database, first } = held
  const north = await addUnit(database, first.municipalityId, 'Nord')
  await addPerson(database, first.municipalityId, { userName: 'anna', role: 'administrator' })
  await addPerson(database, first.municipalityId, { userName: 'maja', role: 'staff-lawyer' })
  await database.transaction(first.actor, async (tx) => {
    const { db } = await tx.recordChange({ room: 'registry', act: 'seed', subjectKind: 'case-stage' })
    const stage = { stage: 'underretning', caseworker: 'XX', unit_id: north, batch_id: null }
    await db
      .insertInto('case_stage')
      .values([
        { ...stage, case_id: 'S-gammel', started: '2010-01-01', completed: '2010-02-01' },
        { ...stage, case_id: 'S-klage', started: '2010-01-01', completed: '2010-02-01' },
        { ...stage, case_id: 'S-løber', started: '2010-01-01', completed: null },
      ])
      .execute()
  })
  const wired = await wireServer({
    database,
    draftSecret: { bytes: Buffer.alloc(32, 6) },
    configuration: {
      production: true,
      publicOrigin: undefined,
      secure: false,
      trustProxy: false,
      smtp: undefined,
    },
    demo: false,
    loopback: true,
    clock: () => new Date(),
    log: { level: 'warn', write: () => undefined },
  })
  app = wired.app
  origin = (await app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await app.close()
  await held.close()
})

async function onRetentionPage(userName: string, use: (page: Page) => Promise<void>, width = 1440) {
  await browser.withPage({ origin, viewport: { width, height: 900 } }, async (page) => {
    page.setDefaultTimeout(10_000)
    await page.goto('/access/retention')
    await page.getByLabel('Kommune').selectOption({ label: 'Testkommune Ét' })
    await page.getByLabel('Brugernavn').fill(userName)
    await page.getByLabel('Adgangskode').fill(password)
    await page.getByRole('button', { name: 'Log ind' }).click()
    await page.getByRole('heading', { level: 1, name: 'Adgang: opbevaring' }).waitFor()
    await use(page)
  })
}

test('one person proposes a period, holds a case back and proposes a purge; another approves both', async () => {
  await onRetentionPage('anna', async (page) => {
    await page.getByText('Ingen sager er klar til at blive slettet i dag.').waitFor()
    await page.getByRole('button', { name: 'Bestem fristen for Sagstrin, deltagere og barn' }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByLabel('Antal måneder').fill('0')
    await dialog.getByRole('button', { name: 'Foreslå fristen' }).click()
    await dialog.getByText('Skriv et helt antal måneder fra 1 til 1200').waitFor()
    await dialog.getByText('Skriv en begrundelse på mindst ti tegn.').waitFor()
    await expectAccessible(page)
    await dialog.getByLabel('Antal måneder').fill('60')
    await dialog.getByLabel('Hjemmel').fill('Kommunens bevaringsbeslutning af 2026')
    await dialog.getByLabel('Begrundelse').fill('Besluttet i ledergruppen.')
    await dialog.getByRole('button', { name: 'Foreslå fristen' }).click()
    await page.getByText('er foreslået og venter på en anden person.').waitFor()
    await page.getByText('Foreslået af dig; en anden skal afgøre det').waitFor()
    await page.getByText('Ingen sager er klar til at blive slettet i dag.').waitFor()
    expect(await page.getByRole('button', { name: /^Godkend/u }).count()).toBe(0)
    await expectAccessible(page)
  })
  await onRetentionPage('maja', async (page) => {
    await page.getByRole('button', { name: 'Godkend fristen for Sagstrin, deltagere og barn' }).click()
    const dialog = page.getByRole('alertdialog', {
      name: 'Godkend fristen for Sagstrin, deltagere og barn: 5 år?',
    })
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Godkend' }).click()
    await page.getByText('Fristen for Sagstrin, deltagere og barn gælder nu.').waitFor()
  })
  await onRetentionPage('anna', async (page) => {
    const dialog = page.getByRole('alertdialog')
    const row = page.getByRole('row', { name: 'Sagstrin, deltagere og barn' })
    await row.getByRole('cell', { name: '5 år' }).waitFor()
    await row.getByText('(ikke bekræftet)').waitFor()
    await page.getByText('2 sager er klar til at blive slettet i dag.').waitFor()

    await page.getByRole('button', { name: 'Undtag sagen' }).click()
    await dialog.getByLabel('Sagsnummer').fill('S-klage')
    await dialog.getByLabel('Begrundelse').fill('Der er klaget til Ankestyrelsen.')
    await dialog.getByRole('button', { name: 'Undtag sagen' }).click()
    await page.getByText('Sag S-klage er undtaget fra sletning.').waitFor()
    await page.getByText('1 sag er klar til at blive slettet i dag.').waitFor()

    await page.getByRole('button', { name: 'Foreslå sletning' }).click()
    await dialog.getByRole('button', { name: 'Foreslå sletning' }).click()
    await page.getByText('Foreslået af dig; en anden skal afgøre det').waitFor()
    expect(await page.getByRole('button', { name: /^Godkend/u }).count()).toBe(0)
    await expectAccessible(page)
    await screenshot(page, 'access-retention')
  })
  await onRetentionPage('maja', async (page) => {
    await page.getByRole('button', { name: /^Godkend sletningen/u }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Godkend' }).click()
    await page.getByText('Sletningen er godkendt. Den udføres, når tilsyn purge køres.').waitFor()
    await page.getByText('Næste skridt: driften kører kommandoen tilsyn purge').waitFor()
    await page.getByRole('button', { name: 'Ophæv undtagelsen for sag S-klage' }).click()
    await page.getByRole('alertdialog').getByLabel('Begrundelse').fill('Klagen er afgjort.')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Ophæv' }).click()
    await page.getByText('Undtagelsen for sag S-klage er ophævet.').waitFor()
  })
})

test('fits a phone', async () => {
  await onRetentionPage(
    'anna',
    async (page) => {
      await expect.poll(() => page.getByRole('rowheader', { name: 'Udløbne sessioner' }).count()).toBe(1)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await screenshot(page, 'access-retention-phone')
    },
    390,
  )
})
