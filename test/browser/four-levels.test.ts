// One case through everything reviewers and those they judge do with it, each of them in a real browser. After each step:
// who can read what whom wrote, by any route.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { releaseFeedback } from '../../src/app/review/release-feedback.ts'
import type { ReviewId } from '../../src/storage/ids.ts'
import { FourLevels, levels, roundKey, type Name } from '../support/four-levels.ts'
import { differencesFromRecount } from '../support/recount.ts'

let audit: FourLevels
let review: (level: number) => ReviewId
let critical = ''

const caseId = 'N-2023-041'
const fear = 'Barnet tør ikke gå hjem'
/** What each level writes at the first question and nobody else would. */
const remarks = ['', 'leders bemærkning', 'chefens bemærkning', 'stabens bemærkning', 'central bemærkning']
const [first, second, third, fourth] = [
  ['teamleder', 'koordinator'],
  ['chef', 'jurist'],
  ['stab'],
  ['central'],
] as const satisfies readonly (readonly Name[])[]

/** Whoever may have to act, and who leads the audit, read what is feared for the child, and nothing of the answers. */
const handlers = ['chef', 'jurist', 'direktoer', 'admin'] as const satisfies readonly Name[]

beforeAll(async () => {
  audit = await FourLevels.create()
  review = await audit.newCase(caseId, 4)
  await audit.newCase('N-2023-042', 1)
})
afterAll(() => audit.close())

/** Who reads the remark of each level, from level 1 up, and the fear. */
async function readers(): Promise<readonly (readonly Name[])[]> {
  const words = [...remarks.slice(1), fear]
  const found = await audit.readersOf(words, { review: levels.map(review), critical: [critical] })
  return words.map((word) => found[word] ?? [])
}

const dialog = (page: Page) => page.getByRole('dialog')
const answered = (page: Page, count: number) =>
  page.getByText(`${count} af ${audit.questions.length} besvaret`).first().waitFor()

/** Before its own submission a level meets a closed door at the other levels' reviews and at the differences. */
async function expectClosed(page: Page, own: number, others: readonly number[]): Promise<void> {
  for (const level of others) {
    await page.goto(`/reviews/${review(level)}`)
    await page.getByRole('heading', { name: 'Svarene er lukket' }).waitFor()
  }
  if (own === 1) return
  await page.goto(`/reviews/${review(own)}/differences`)
  await page.getByRole('heading', { name: 'Svarene er lukket endnu' }).waitFor()
}

async function begin(page: Page, level: number): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: `Begynd på ${caseId}` }).click()
  await page.waitForURL(`**/reviews/${review(level)}`)
  await page.getByRole('button', { name: 'Ja, begynd gennemgangen' }).click()
  await page.getByRole('group', { name: /^1\.1/ }).waitFor()
}

/** One key a question, from the question of this place on; answers `n` at the places named. */
async function answer(page: Page, from: number, to: number, no: readonly number[] = []): Promise<void> {
  for (let place = from; place <= to; place += 1) {
    await page.keyboard.press(no.includes(place) ? 'n' : 'j')
    await answered(page, place)
  }
}

async function remark(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: /^1\.1/ }).click()
  await page.getByRole('group', { name: /^1\.1/ }).waitFor()
  await page.keyboard.press('k')
  await page.getByLabel('Kommentar').fill(text)
  await page.keyboard.press('Escape')
  await page.getByText(/^Gemt/).waitFor()
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Indsend gennemgang', exact: true }).click()
  await dialog(page).getByLabel('Minutter brugt').fill('25')
  await dialog(page).getByRole('button', { name: 'Indsend gennemgang', exact: true }).click()
  await page.getByText('Gennemgangen er afsluttet.').waitFor()
}

test('level 1 reports a child at risk from the form, answers with one key a question, and only its own two can read it', async () => {
  // The other of the two says that she can judge the case, before anything is submitted.
  await audit.as('koordinator', (page) => begin(page, 1))
  await audit.as('teamleder', async (page) => {
    await begin(page, 1)
    await answer(page, 1, 3, [1, 3])
    await page.getByRole('button', { name: 'Meld kritisk sag' }).click()
    await dialog(page).getByLabel('Hvad frygter du?').fill(fear)
    await dialog(page).getByRole('button', { name: 'Meld nu' }).click()
    await dialog(page).getByRole('button', { name: 'Fortsæt gennemgangen' }).click()
    const follow = page.getByRole('link', { name: 'Følg sagen' })
    critical = (await follow.getAttribute('href'))?.split('/').at(-1) ?? ''
    await expect.poll(() => page.locator(':focus').innerText()).toContain('Du har meldt sagen som kritisk')
    await page.getByRole('button', { name: /^1\.4/ }).click()
    await answer(page, 4, audit.questions.length, [1, 3])
    await remark(page, remarks[1] ?? '')
    await page.keyboard.press('m')
    await submit(page)
  })
  expect(await readers()).toEqual([first, [], [], [], ['teamleder', ...handlers]])
})

test('what nobody acknowledges in time goes to the director; the area manager takes all four steps without seeing an answer', async () => {
  await audit.as('chef', async (page) => {
    await page.goto('/')
    await page
      .getByRole('region', { name: '1 kritisk sag' })
      .getByText(/min\. tilbage/)
      .waitFor()
  })
  await audit.later(3)
  await audit.as('direktoer', async (page) => {
    await page.goto('/')
    await page
      .getByRole('region', { name: '1 kritisk sag' })
      .getByText(/Overskredet/)
      .waitFor()
  })
  await audit.as('chef', async (page) => {
    await page.goto(`/critical/${critical}`)
    await page.getByText(fear).waitFor()
    await page.getByRole('button', { name: 'Jeg har set den og handler' }).click()
    for (const [field, button] of [
      ['Hvad er der gjort, og hvem har gjort det?', 'Gem handlingen'],
      ['Hvordan ved du, at barnet er i sikkerhed?', 'Barnet er i sikkerhed'],
      ['Redegørelse', 'Gør rede og afslut'],
    ] as const) {
      await page.getByLabel(field).fill('Sagsbehandleren har talt med barnet.')
      await page.getByRole('button', { name: button }).click()
      await page.getByLabel(field).waitFor({ state: 'detached' })
    }
    await page.getByText('Afsluttet', { exact: true }).waitFor()
    await expectClosed(page, 2, [1])
  })
  expect(await readers()).toEqual([first, [], [], [], ['teamleder', ...handlers]])
})

test('area manager and unit lawyer fill in one form together, blind to the level below, and then see where they differ', async () => {
  await audit.as('chef', async (page) => {
    await begin(page, 2)
    await answer(page, 1, 4, [3])
    await remark(page, remarks[2] ?? '')
  })
  expect((await readers()).slice(0, 2)).toEqual([first, second])
  await audit.as('jurist', async (page) => {
    await expectClosed(page, 2, [1])
    await page.goto(`/reviews/${review(2)}`)
    await page.getByRole('button', { name: 'Ja, begynd gennemgangen' }).click()
    await answered(page, 4)
    await page.getByRole('group', { name: /^1\.5/ }).waitFor()
    await answer(page, 5, audit.questions.length)
    await page.keyboard.press('m')
    await submit(page)
    await page.getByRole('link', { name: 'Se, hvor niveauerne er uenige' }).first().click()
    await page.getByText(`De to niveauer svarede forskelligt på 1 af ${audit.questions.length}`).waitFor()
  })
  expect((await readers()).slice(0, 4)).toEqual([[...first, ...second], [...first, ...second], [], []])
})

test('level 3 sends level 2’s review back; it is corrected and submitted again, with its history', async () => {
  await audit.as('stab', async (page) => {
    await expectClosed(page, 3, [1, 2])
    await begin(page, 3)
    await answer(page, 1, audit.questions.length)
    await remark(page, remarks[3] ?? '')
    await page.keyboard.press('m')
    await submit(page)
    await page.getByRole('link', { name: 'Se, hvor niveauerne er uenige' }).first().click()
    await page.getByRole('button', { name: 'Send tilbage til rettelse' }).click()
    await dialog(page).getByLabel('Hvorfor?').fill('Partshøringen ligger i sagen')
    await dialog(page).getByRole('button', { name: 'Send tilbage til rettelse' }).click()
    await page.getByText('Gennemgangen er sendt tilbage og bliver rettet.').waitFor()
  })
  await audit.as('jurist', async (page) => {
    await page.goto(`/reviews/${review(2)}`)
    await page.getByText('Partshøringen ligger i sagen').waitFor()
    await page.getByText('statistikken bruger dine første svar').waitFor()
    await page.getByRole('button', { name: /^1\.3/ }).click()
    await page.getByRole('group', { name: /^1\.3/ }).waitFor()
    await page.keyboard.press('j')
    await page.getByText(/^Gemt/).waitFor()
    await page.keyboard.press('m')
    await submit(page)
    await page.getByText('Historik').click()
    await page.getByText('1.3: nej til ja').waitFor()
  })
  const above = [...second, ...third]
  expect((await readers()).slice(0, 4)).toEqual([[...first, ...above], [...first, ...above], above, []])
})

test('level 4 disagrees, says why and proposes the common answer; level 3 agrees, and neither answer is changed', async () => {
  await audit.as('central', async (page) => {
    await expectClosed(page, 4, [1, 2, 3])
    await begin(page, 4)
    await answer(page, 1, audit.questions.length, [1, 2])
    await remark(page, remarks[4] ?? '')
    await page.keyboard.press('m')
    await submit(page)
    await page.getByRole('link', { name: 'Se, hvor niveauerne er uenige' }).first().click()
    await page.getByRole('button', { name: 'Spørgsmål 1.1: foreslå fælles svar' }).click()
    await dialog(page).getByRole('radio', { name: 'Dokumentation mangler eller er overset' }).check()
    await dialog(page).getByRole('group', { name: 'Hvad burde svaret være?' }).getByLabel('Nej').check()
    await dialog(page).getByRole('button', { name: 'Send forslaget' }).click()
    await page.getByText('forslag afventer svar').waitFor()
  })
  await audit.as('stab', async (page) => {
    await page.goto(`/reviews/${review(4)}/differences`)
    await page.getByRole('button', { name: 'Spørgsmål 1.1: svar på forslaget' }).click()
    await dialog(page).getByRole('radio', { name: 'Jeg er enig' }).check()
    await dialog(page).getByRole('button', { name: 'Send svaret' }).click()
    await page.getByText('Fælles svar: nej').waitFor()
  })
  const { rows } = await audit.held.superPool.query<{ answer: string }>(
    `select answer from review_answer join review on review.id = review_id
     where question_key = $1 order by level`,
    [audit.questions[0]],
  )
  expect(rows.map((row) => row.answer)).toEqual(['no', 'yes', 'yes', 'no'])
  const above = [...second, ...third, ...fourth]
  expect((await readers()).slice(0, 4)).toEqual([[...first, ...above], [...first, ...above], above, above])
})

test('the rest is written off with a reason, the round closes, and what was released is what the highest level wrote', async () => {
  // Nobody who did the work has anything to read before.
  expect(await releaseFeedback(audit.held.database, new Date())).toBe(0)
  await audit.as('admin', async (page) => {
    await page.goto(`/rounds/${roundKey}`)
    await page.getByText('Gennemgange, der mangler').click()
    await page.getByRole('button', { name: /^Afskriv N-2023-042, niveau 1/ }).click()
    const asked = page.getByRole('alertdialog')
    await asked.getByRole('radio', { name: 'Der er ikke tid' }).check()
    await asked.getByLabel('Forklaring').fill('Runden slutter i dag')
    await asked.getByRole('button', { name: 'Afskriv' }).click()
    await page.getByRole('heading', { name: 'Afskrevne gennemgange (1)' }).waitFor()
    await page.getByRole('button', { name: 'Luk runden', exact: true }).click()
    await asked.getByRole('button', { name: 'Luk runden', exact: true }).click()
    await page
      .getByText(/Runden blev lukket/)
      .first()
      .waitFor()
    await page.getByText(/1 sag er meldt i runden, heraf 0 stadig åbne/).waitFor()
  })
  expect(await differencesFromRecount(audit.held.superPool)).toEqual([])
  expect(await releaseFeedback(audit.held.database, new Date())).toBe(1)
  const above = [...second, ...third, ...fourth]
  expect((await readers()).slice(0, 4)).toEqual([
    [...first, ...above],
    [...first, ...above],
    above,
    [...above, 'sagsbehandler'],
  ])
})

test('the caseworker reads what was in order first, accepts one point, disputes one, and the own leader answers', async () => {
  await audit.as('sagsbehandler', async (page) => {
    await page.goto('/feedback')
    await page.getByRole('link', { name: caseId }).click()
    await page.getByRole('heading', { level: 1, name: `Tilbagemelding på sag ${caseId}` }).waitFor()
    const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts()
    expect(headings.slice(0, 2)).toEqual(['Det var i orden', 'Det var ikke i orden'])
    const shown = await page.getByRole('main').innerText()
    const reviewers = [...first, ...second, ...third, ...fourth].map((name) => `Prøve ${name}`)
    for (const closed of [...remarks.slice(1, 4), fear, ...reviewers]) expect(shown).not.toContain(closed)
    await page.getByRole('button', { name: 'Enig i punkt 1.2', exact: true }).click()
    await page.getByText('Du er enig').first().waitFor()
    await page.getByRole('button', { name: 'Uenig i punkt 1.1' }).click()
    await page.getByLabel('Hvorfor er du uenig?').fill('Det står i bilag 3')
    await page.getByRole('button', { name: 'Send til min leder' }).click()
    await page.getByText('Din leder har fået besked om, at du er uenig.').waitFor()
  })
  await audit.as('teamleder', async (page) => {
    await page.goto('/disputes')
    await page.getByText('Du har selv gennemgået sagen, så en anden svarer.').waitFor()
  })
  await audit.as('gruppeleder', async (page) => {
    await page.goto('/disputes')
    await page.getByRole('button', { name: `Svar på punkt 1.1 i sag ${caseId}` }).click()
    await page.getByLabel('Gennemgangen står ved magt').check()
    await page.getByLabel('Din begrundelse').fill('Bilag 3 er fra en anden sag')
    await page.getByRole('button', { name: 'Send svaret', exact: true }).click()
    await page.getByText('Ingen uenighed venter').waitFor()
  })
  await audit.as('sagsbehandler', async (page) => {
    await page.goto(`/feedback/${review(4)}`)
    await page.getByText('Bilag 3 er fra en anden sag').waitFor()
  })
})
