import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import { expectAccessible, expectNoSidewaysScroll, screenshot, TestBrowser } from '../support/browser.ts'
import { read } from '../support/calibration-cast.ts'
import { ReviewCast } from '../support/review-cast.ts'

let cast: ReviewCast
let browser: TestBrowser
let origin: string
let unit: string
let review: string
const today = danishDay(new Date())

beforeAll(async () => {
  cast = await ReviewCast.create({ levels: [1, 2] })
  unit = cast.round.unit
  const added = await cast.newCase()
  review = added.review(1)
  await cast.as('leder').fillAndSubmit(review, 'yes')
  await cast.as('chef').fillAndSubmit(added.review(2), 'no')
  // What failed in three cases may come on an agenda.
  for (const level of [2, 2]) await cast.as('chef').fillAndSubmit((await cast.newCase()).review(level), 'no')
  origin = (await cast.server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await TestBrowser.launch()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await cast.close()
})

async function as(
  name: string,
  use: (page: Page) => Promise<void>,
  viewport = { width: 1440, height: 900 },
): Promise<void> {
  const [cookieName = '', value = ''] = cast.cookie(name).split('=')
  await browser.withPage({ origin, viewport }, async (page) => {
    await page.context().addCookies([{ name: cookieName, value, url: origin }])
    await use(page)
  })
}

/** Beyond the pause after which the minutes are sent. */
const patient = { timeout: 15_000 }
const phone = { width: 390, height: 844 }
const narrow = { width: 320, height: 256 }

// The tests follow one unit from an example in a review to the follow-up visit, each taking up where the one before ended.
test('a reviewer marks an example, which the unit sees with a running number once the round is closed', async () => {
  await as('leder', async (page) => {
    await page.goto(`/reviews/${review}`)
    await page.getByRole('button', { name: 'Fremhæv et eksempel' }).click()
    await page.getByRole('combobox', { name: 'Spørgsmål' }).selectOption({ index: 1 })
    await page.getByLabel('Hvad lykkes?').fill('Kaldes 010117-4000')
    await page.getByRole('button', { name: 'Fremhæv et eksempel' }).last().click()
    await page.getByText('CPR-nummer').first().waitFor()
    await page.getByLabel('Hvad lykkes?').fill('Vurderingen er kort og klar')
    await page.getByRole('button', { name: 'Fremhæv et eksempel' }).last().click()
    await page.getByText('Eksemplet er fremhævet.').waitFor()
    await expectAccessible(page)
  })
  await cast.rows("update round set state = 'closed', closed_at = now()")
  await as('sagsbehandler', async (page) => {
    await page.goto('/learning')
    await page.getByRole('link', { name: /Styrker\s*, Nord/ }).click()
    await page.getByText('Vurderingen er kort og klar').waitFor()
    await page.getByText('Eksempel 1 i Runde').waitFor()
    await expect.poll(() => page.getByRole('main').innerText()).not.toContain('E-1')
    await page.getByRole('button', { name: 'Skriv en styrke' }).click()
    await page.getByLabel('Hvad lykkes?').fill('Vi læser underretningen to sammen')
    await page.getByRole('button', { name: 'Tilføj styrken' }).click()
    await page.getByText('Styrken er tilføjet.').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'learning-strengths-1440')
  })
})

test('who leads plans a visit and draws its agenda from the results', async () => {
  await as('chef', async (page) => {
    await page.goto(`/units/${unit}/visits`)
    await page.getByRole('link', { name: 'Planlæg læringsbesøg' }).click()
    await page.getByRole('button', { name: 'Planlæg læringsbesøg' }).click()
    await page.getByText('Vælg dagen.').waitFor()
    await page.getByLabel('Dag', { exact: true }).fill(today)
    await page.getByLabel('Andre deltagere').fill('Modtagelsesteamet')
    await page.getByRole('group', { name: 'Hvem fra kommunen' }).getByRole('checkbox').first().check()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Planlæg læringsbesøg' }).click()
    await page.getByText('Dagsordenen er tom.').waitFor()
    await page.getByRole('heading', { name: 'Det, der oftest fejler' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'learning-visit-empty-1440')
    await page.getByRole('button', { name: 'Tilføj alle forslag' }).click()
    await page.getByText('Ikke gemt endnu').waitFor()
    await page.getByRole('button', { name: 'Flyt punkt 2 op' }).click()
    await page.getByRole('button', { name: 'Gem dagsorden' }).click()
    await page.getByText('Der er ikke flere forslag.').waitFor()
    await page.getByText('Ikke gemt endnu').waitFor({ state: 'hidden' })
    await page.getByRole('link', { name: 'Dagsorden til print' }).click()
    await page.getByText('Fejl: 3 af 3').first().waitFor()
    await expectAccessible(page)
    await page.emulateMedia({ media: 'print' })
    await screenshot(page, 'learning-agenda-print')
  })
  const [kept] = await cast.rows<{ kinds: string[] }>(
    "select jsonb_path_query_array(agenda, '$[*].kind') as kinds from learning_visit",
  )
  expect(kept?.kinds.slice(0, 2)).toEqual(['failed', 'strengths'])
})

test('minutes save themselves, and a colleague who wrote at the same time loses nothing and overwrites nothing', async () => {
  const [visit] = await cast.rows<{ id: string }>('select id from learning_visit')
  const at = `/visits/${visit?.id ?? ''}`
  await as('jurist', async (page) => {
    await page.goto(at)
    await page.getByRole('textbox', { name: 'Referat' }).fill('Juristens ord')
    await page.getByText('Gemt', { exact: false }).first().waitFor()
    await expect.poll(() => minutesOf(visit?.id), patient).toBe('Juristens ord')
    await as('chef', async (other) => {
      await other.goto(at)
      await other.getByRole('textbox', { name: 'Referat' }).fill('Chefens ord')
      await expect.poll(() => minutesOf(visit?.id), patient).toBe('Chefens ord')
    })
    await page.getByRole('textbox', { name: 'Referat' }).fill('Juristens ord, og flere')
    await page.getByRole('alert', { name: 'En kollega har skrevet her imens' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'learning-visit-conflict-1440')
    expect(await minutesOf(visit?.id)).toBe('Chefens ord')
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Referat' }).inputValue())
      .toBe('Juristens ord, og flere')
    await page.getByRole('button', { name: 'Gem min i stedet' }).click()
    await expect.poll(() => minutesOf(visit?.id), patient).toBe('Juristens ord, og flere')
  })
})

async function minutesOf(id: string | undefined): Promise<string | undefined> {
  const rows = await cast.rows<{ minutes: string }>('select minutes from learning_visit where id = $1', [id])
  return rows[0]?.minutes
}

test('what the unit takes with it is ticked off at the follow-up visit', async () => {
  const [visit] = await cast.rows<{ id: string }>('select id from learning_visit')
  await cast.rows("update learning_visit set participants = '[]'")
  await as('chef', async (page) => {
    await page.goto(`/visits/${visit?.id ?? ''}`)
    await page.getByRole('button', { name: 'Tilføj opmærksomhedspunkt' }).click()
    await page.getByLabel('Hvad', { exact: true }).fill('Tjekliste til partshøring')
    await page.getByLabel('Hvem').fill('Koordinatorerne')
    await page.getByRole('button', { name: 'Gem punktet' }).click()
    await page.getByRole('rowheader', { name: 'Tjekliste til partshøring' }).waitFor()
    await page.getByRole('button', { name: 'Notér som holdt' }).click()
    await page.getByText('Skriv først, hvem der var med.').waitFor()
    await page.getByLabel('Andre deltagere').fill('Modtagelsesteamet')
    await page.getByRole('button', { name: 'Gem ændringer' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Notér som holdt' }).click()
    await page.getByText('Holdt', { exact: true }).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Planlæg opfølgende besøg' }).click()
    await page.getByText('Opfølgning på besøget').waitFor()
    await page.getByLabel('Dag', { exact: true }).fill('2090-01-10')
    await page.getByRole('button', { name: 'Planlæg læringsbesøg' }).click()
    await page.getByText('Nord har besøg 10. januar 2090.').waitFor()
    await page.getByRole('button', { name: 'Gjort: Tjekliste til partshøring' }).click()
    await page.getByLabel('Bemærkning').fill('Bruges i alle teams')
    await page.getByRole('dialog').getByRole('button', { name: 'Gjort' }).click()
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await page.getByText('Bruges i alle teams').waitFor()
    await expectAccessible(page)
  })
  await as(
    'sagsbehandler',
    async (page) => {
      await page.goto(`/units/${unit}/visits`)
      await page.getByText('alle 1 afsluttet').waitFor()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await page.getByRole('link', { name: '10. januar 2090' }).click()
      await page.getByText('Bruges i alle teams').waitFor()
      await expect.poll(() => page.getByRole('button', { name: /Gjort|Aflys|Gem/ }).count()).toBe(0)
      await expectNoSidewaysScroll(page)
      await screenshot(page, 'learning-visit-390')
    },
    phone,
  )
})

test('a proposal in four boxes is a draft of one’s own until it is shared', async () => {
  await as(
    'sagsbehandler',
    async (page) => {
      await page.goto(`/units/${unit}/four-box`)
      await page.getByRole('button', { name: 'Skriv et forslag' }).click()
      await page.getByRole('button', { name: 'Gem kladde' }).click()
      await page.getByText('Giv forslaget en overskrift.').waitFor()
      await page.getByLabel('Overskrift').fill('Børnesamtalen')
      await page.getByLabel('Hvad vil vi?').fill('Alle børn høres\nOrdene kan læses')
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Gem kladde' }).click()
      await page.getByText('Kladde, kun for dig').waitFor()
      await expectNoSidewaysScroll(page)
    },
    narrow,
  )
  const proposals = async () =>
    read<{ proposals: object[] }>(await cast.as('chef').send('GET', `/api/units/${unit}/four-box`)).proposals
  expect(await proposals()).toEqual([])
  await as('sagsbehandler', async (page) => {
    await page.goto(`/units/${unit}/four-box`)
    await page.getByRole('button', { name: 'Del “Børnesamtalen” med enheden' }).click()
    await page.getByRole('button', { name: 'Del med enheden' }).last().click()
    await page.getByText('Delt med enheden').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'learning-four-box-1440')
  })
  expect(await proposals()).toHaveLength(1)
})

test('a goal opens with what the proposal wants, and each page leads to the other', async () => {
  await as('leder', async (page) => {
    await page.goto(`/units/${unit}/four-box`)
    await page.getByRole('link', { name: 'Gør “Børnesamtalen” til et lokalt mål' }).click()
    const why = page.getByLabel('Hvorfor dette mål?')
    await why.waitFor(patient)
    await expect.poll(() => why.inputValue()).toBe('Alle børn høres\nOrdene kan læses')
    await expectAccessible(page)
    await page.getByLabel('Mål: mindst så mange procent').fill('80')
    await page.getByRole('button', { name: 'Sæt målet' }).click()
    await page.getByRole('heading', { name: 'Om målet' }).waitFor(patient)
    await page.getByRole('link', { name: 'Børnesamtalen', exact: true }).click()
    await page.getByRole('link', { name: /Blev til et lokalt mål på mindst 80/ }).click()
    await page.getByText('Ordene kan læses').waitFor()
    await page.goto('/goals')
    await page.getByRole('heading', { level: 1, name: 'Mål i Nord' }).waitFor()
  })
})

test('earlier wordings of the minutes are read by those who may read them', async () => {
  const [visit] = await cast.rows<{ id: string }>('select id from learning_visit order by held_on')
  await as('sagsbehandler', async (page) => {
    await page.goto(`/visits/${visit?.id ?? ''}`)
    await page.getByText('Rettet 2 gange.').waitFor()
    await page.getByRole('button', { name: 'Vis tidligere' }).click()
    const earlier = page.getByRole('region', { name: 'Tidligere udgaver af referatet' })
    await earlier.getByText('Chefens ord').waitFor()
    await expect
      .poll(() => earlier.locator('.visit-text').allInnerTexts())
      .toEqual(['Chefens ord', 'Juristens ord'])
    await expectAccessible(page)
    await screenshot(page, 'learning-minutes-wordings-1440')
  })
})

test('every learning page stands at 390 and 320 pixels without scrolling sideways, in English too', async () => {
  const [visit] = await cast.rows<{ id: string }>('select id from learning_visit order by held_on')
  const pages = [
    '/learning',
    `/units/${unit}/visits`,
    `/units/${unit}/visits/new`,
    `/visits/${visit?.id ?? ''}`,
    `/visits/${visit?.id ?? ''}/agenda`,
    `/units/${unit}/strengths`,
    `/units/${unit}/four-box`,
  ]
  let seen = 0
  for (const viewport of [phone, narrow])
    await as(
      'chef',
      async (page) => {
        for (const address of pages) {
          await page.goto(address)
          await page.getByRole('heading', { level: 1 }).waitFor()
          await expectNoSidewaysScroll(page)
          seen += 1
        }
        await page.goto(pages[0] ?? '')
        await page.getByRole('heading', { level: 1 }).waitFor()
        await screenshot(page, `learning-list-${viewport.width}`)
      },
      viewport,
    )
  expect(seen).toBe(2 * pages.length)
  await as('stab', async (page) => {
    await page.goto(pages[3] ?? '')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'After: follow-up' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'learning-visit-en-1440')
  })
})

test('the printed agenda marks what is overdue and leaves withdrawn goals out', async () => {
  const [visit] = await cast.rows<{ id: string }>('select id from learning_visit order by held_on')
  const agenda = `/visits/${visit?.id ?? ''}/agenda`
  await as('chef', async (page) => {
    await page.goto(agenda)
    await page.getByRole('region', { name: 'Enhedens mål' }).getByRole('table').waitFor()
  })
  await cast.rows(`with before as (
      insert into learning_visit (municipality_id, unit_id, held_on, participants, agenda, planned_at, closed_as, closed_at)
      select municipality_id, unit_id, held_on - 40, participants, agenda, planned_at, 'held', now()
      from learning_visit order by held_on limit 1 returning municipality_id, id)
    insert into visit_point (municipality_id, visit_id, text, due_on, written_at)
    select municipality_id, id, 'Ny skabelon til samtykke', current_date - 3, now() from before`)
  await cast.rows("update goal set withdrawn_at = now(), withdrawn_reason = 'Et andet'")
  await as('chef', async (page) => {
    await page.goto(agenda)
    await expect
      .poll(() => page.getByRole('listitem').filter({ hasText: 'Ny skabelon til samtykke' }).allInnerTexts())
      .toEqual([expect.stringContaining('(over fristen)')])
    await page.getByText('Enheden har ingen mål.').waitFor()
  })
})
