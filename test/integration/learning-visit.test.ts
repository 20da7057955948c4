import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import type { VisitMaterial } from '../../src/contract/learning/visit-material.ts'
import type { VisitView } from '../../src/contract/learning/visits.ts'
import type { UnitCycle } from '../../src/contract/learning/cycle.ts'
import { addDays } from '../../src/core/calendar/days.ts'
import { read } from '../support/calibration-cast.ts'
import { findCode, ReviewCast } from '../support/review-cast.ts'

let cast: ReviewCast
let unit: string
let elsewhere: string
let round: string
beforeAll(async () => {
  cast = await ReviewCast.create({ levels: [1, 2] })
  unit = cast.round.unit
  round = cast.round.key
  const rows = await cast.rows<{ id: string }>("select id from unit where name = 'Syd'")
  elsewhere = rows[0]?.id ?? ''
}, 120_000)
afterAll(() => cast.close())

async function idOf(userName: string): Promise<string> {
  const rows = await cast.rows<{ id: string }>('select id from person where initials = $1', [userName])
  return rows[0]?.id ?? ''
}

const today = danishDay(new Date())
const plan = {
  day: today,
  place: null,
  round: null,
  participants: [] as object[],
  follows: null as string | null,
}

async function planVisit(
  more: Partial<Record<keyof typeof plan, unknown>> = {},
  by = 'chef',
): Promise<string> {
  const sent = await cast.as(by).send('POST', `/api/units/${unit}/visits`, { body: { ...plan, ...more } })
  return read<{ id: string }>(sent).id
}

const visitOf = (id: string, by = 'chef') => cast.as(by).get<VisitView>(`/api/visits/${id}`)
const materialOf = (id: string, by = 'chef') => cast.as(by).get<VisitMaterial>(`/api/visits/${id}/material`)
const put = (id: string, what: string, body: object, by = 'chef') =>
  cast.as(by).send('PUT', `/api/visits/${id}/${what}`, { body })

describe('planning a visit', () => {
  test('takes a visit that has been for sixty days, and no day before', async () => {
    const send = (day: string) =>
      cast.as('chef').send('POST', `/api/units/${unit}/visits`, { body: { ...plan, day } })
    expect((await send(addDays(today, -59))).statusCode).toBe(200)
    for (const day of ['1900-01-01', addDays(today, -62)]) {
      const refusal = await send(day)
      expect([refusal.statusCode, findCode(refusal)]).toEqual([409, 'visit-day-long-past'])
    }
    const id = await planVisit()
    const moved = await put(id, 'plan', { ...plan, follows: undefined, day: '1900-01-01', version: 1 })
    expect(findCode(moved)).toBe('visit-day-long-past')
  })

  test('tells participants of the house, and takes their names from the house', async () => {
    const participants = [
      { person: await idOf('leder'), name: 'Noget helt andet' },
      { person: null, name: 'Skolens leder' },
      { person: await idOf('leder'), name: 'to gange' },
    ]
    const id = await planVisit({ participants })
    const visit = await visitOf(id, 'sagsbehandler')
    expect(visit.participants.map(({ name }) => name)).toEqual([
      expect.not.stringContaining('Noget'),
      'Skolens leder',
    ])
    expect(await cast.notices('leder')).toContainEqual({ kind: 'visit-planned', subject: id })
    expect(await cast.notices('jurist')).not.toContainEqual({ kind: 'visit-planned', subject: id })
    expect(visit.mayLead).toBe(false)
  })

  test('takes only people who may open its page, names who may not, and lets them come as guests', async () => {
    const outsiders = ['fremmedleder', 'admin']
    const participants = await Promise.all(
      ['leder', ...outsiders].map(async (name) => ({ person: await idOf(name), name })),
    )
    const names = await cast.rows<{ name: string }>(
      'select name from person where initials = any($1) order by initials',
      [outsiders],
    )
    const body = { ...plan, participants }
    const refusal = await cast.as('chef').send('POST', `/api/units/${unit}/visits`, { body })
    expect([refusal.statusCode, findCode(refusal)]).toEqual([409, 'participant-not-here'])
    const { problems } = refusal.json<{ problems: { text: string }[] }>()
    expect(problems).toHaveLength(2)
    for (const { name } of names) expect(problems.filter(({ text }) => text.includes(name))).toHaveLength(1)
    expect((await cast.notices('fremmedleder')).filter(({ kind }) => kind === 'visit-planned')).toEqual([])

    const id = await planVisit({ participants: [{ person: null, name: 'En gæst udefra' }] })
    const { follows: _, ...rest } = plan
    const changed = await put(id, 'plan', { ...rest, participants, version: 1 })
    expect(findCode(changed)).toBe('participant-not-here')
    expect((await visitOf(id)).participants).toEqual([{ person: null, name: 'En gæst udefra' }])
    const choices = await cast
      .as('chef')
      .get<{ people: { id: string }[] }>(`/api/units/${unit}/visits/choices`)
    const offered = choices.people.map(({ id: person }) => ({ person, name: 'x' }))
    read(await put(id, 'plan', { ...rest, participants: offered, version: 1 }))
    for (const { person } of participants.slice(1)) expect(offered).not.toContainEqual({ person, name: 'x' })
  })

  test('whose participant moves on before the day tells them nothing more', async () => {
    const person = await idOf('kollega')
    const id = await planVisit({ participants: [{ person, name: 'k' }], day: '2090-03-04' })
    const tasks = async () =>
      (await cast.as('kollega').get<{ tasks: { kind: string; subject: string | null }[] }>('/api/tasks/mine'))
        .tasks
    await cast.rows('update learning_visit set held_on = current_date + 3 where id = $1', [id])
    expect(await tasks()).toContainEqual(expect.objectContaining({ kind: 'visit', subject: id }))
    const moved = `update role_assignment set unit_id = $2 where person_id = $1`
    await cast.rows(moved, [person, elsewhere])
    expect((await tasks()).filter(({ kind }) => kind === 'visit')).toEqual([])
    read(
      await cast
        .as('chef')
        .send('POST', `/api/visits/${id}/closing`, { body: { closed: 'cancelled', reason: 'Sygdom' } }),
    )
    const told = (await cast.notices('kollega')).filter(({ subject }) => subject === id)
    expect(told.map(({ kind }) => kind)).toEqual(['visit-planned'])
    await cast.rows(moved, [person, unit])
  })

  test('moved to another day tells those who knew of it, and cancelled tells them with the reason on the page', async () => {
    const participants = [{ person: await idOf('kollega'), name: 'k' }]
    const id = await planVisit({ participants })
    const { follows: _, ...rest } = plan
    read(await put(id, 'plan', { ...rest, participants, day: '2090-01-02', version: 1 }))
    const changed = async () =>
      (await cast.notices('kollega')).filter(
        ({ kind, subject }) => kind === 'visit-changed' && subject === id,
      )
    expect(await changed()).toHaveLength(1)
    const closing = `/api/visits/${id}/closing`
    expect(findCode(await cast.as('chef').send('POST', closing, { body: { closed: 'held' } }))).toBe(
      'visit-not-yet',
    )
    read(await cast.as('chef').send('POST', closing, { body: { closed: 'cancelled', reason: 'Sygdom' } }))
    expect(await changed()).toHaveLength(2)
    expect(await visitOf(id, 'leder')).toMatchObject({ state: 'cancelled', cancelledReason: 'Sygdom' })
    expect(findCode(await put(id, 'minutes', { text: 'Efter', version: 1 }))).toBe('visit-cancelled')
  })

  test('is for those who lead the unit’s visits; other units’ people and those below are refused', async () => {
    const ask = (by: string, at = unit) => cast.as(by).send('POST', `/api/units/${at}/visits`, { body: plan })
    for (const by of ['leder', 'sagsbehandler', 'direktør', 'admin'])
      expect([by, (await ask(by)).statusCode]).toEqual([by, 403])
    expect((await ask('chef', elsewhere)).statusCode).toBe(403)
    expect((await ask('stab', elsewhere)).statusCode).toBe(200)
    const id = await planVisit()
    expect((await cast.as('fremmedleder').send('GET', `/api/visits/${id}`)).statusCode).toBe(404)
    expect((await cast.as('fremmed').send('GET', `/api/visits/${id}`)).statusCode).toBe(403)
    expect((await put(id, 'minutes', { text: 'Hej', version: 1 }, 'leder')).statusCode).toBe(403)
  })
})

test('the unit’s page tells a visit that nobody has noted from the next one, and what is to be done', async () => {
  const id = await planVisit({ day: '2090-05-06' })
  await cast.rows('update learning_visit set held_on = current_date - 2 where id = $1', [id])
  const { place, learning } = await cast.as('sagsbehandler').get<UnitCycle>(`/api/units/${unit}/cycle`)
  expect(learning.unnoted).toMatchObject({ id })
  expect([learning.last?.id, learning.next?.id]).not.toContain(id)
  expect([place.step, place.next, place.states.audit]).toEqual([
    'audit',
    ['await-closing', 'note-visit'],
    'current',
  ])
})

describe('writing in a visit', () => {
  test('from an outdated version overwrites nothing, and leaves no change in the log', async () => {
    const id = await planVisit()
    read(await put(id, 'minutes', { text: 'Første', version: 1 }))
    const changes = () =>
      cast.rows("select id from change_entry where act = 'write-minutes' and subject_id = $1", [id])
    const before = await changes()
    expect(findCode(await put(id, 'minutes', { text: 'Anden', version: 1 }, 'jurist'))).toBe(
      'outdated-version',
    )
    expect((await visitOf(id)).minutes).toBe('Første')
    expect(await changes()).toHaveLength(before.length)
    const items = [{ kind: 'own', question: null, text: 'Velkomst', note: '' }]
    read(await put(id, 'agenda', { items, version: 1 }))
    expect(findCode(await put(id, 'agenda', { items: [], version: 1 }, 'jurist'))).toBe('outdated-version')
    expect((await visitOf(id)).agenda).toEqual(items)
  })

  test('keeps what the minutes said before, with who wrote it, for those who may read them and nobody else', async () => {
    const id = await planVisit()
    const history = `/api/visits/${id}/minutes`
    read(await put(id, 'minutes', { text: 'Chefens første', version: 1 }))
    read(await put(id, 'minutes', { text: 'Chefens første ord', version: 2 }))
    expect((await visitOf(id)).earlierWordings).toBe(0)
    read(await put(id, 'minutes', { text: 'Juristens ord', version: 3 }, 'jurist'))
    read(await put(id, 'minutes', { text: 'Chefen igen', version: 4 }))
    expect(await visitOf(id, 'sagsbehandler')).toMatchObject({ minutes: 'Chefen igen', earlierWordings: 2 })
    const { wordings } = await cast
      .as('sagsbehandler')
      .get<{ wordings: { text: string; by: string | null }[] }>(history)
    const names = await cast.rows<{ name: string }>(
      "select name from person where initials in ('jurist', 'chef') order by initials = 'chef'",
    )
    expect(wordings.map(({ text, by }) => [text, by])).toEqual([
      ['Juristens ord', names[0]?.name],
      ['Chefens første ord', names[1]?.name],
    ])
    const kept = await cast.rows('select version from visit_minutes where visit_id = $1', [id])
    expect(kept).toHaveLength(4)
    expect((await cast.as('fremmedleder').send('GET', history)).statusCode).toBe(404)
    expect((await cast.as('admin').send('GET', history)).statusCode).toBe(403)
    const looks = await cast.rows("select id from access_entry where act = 'read-minutes-wordings'")
    expect(looks).toHaveLength(1)
  })

  test('by two at the same moment keeps one and tells the other', async () => {
    const id = await planVisit()
    const answers = await Promise.all(
      ['chef', 'jurist'].map((by) => put(id, 'minutes', { text: `Af ${by}`, version: 1 }, by)),
    )
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409])
  })

  test('refuses a CPR number in every text and names the field', async () => {
    const id = await planVisit()
    const cpr = 'om 010117-4000'
    const tries = [
      put(id, 'minutes', { text: cpr, version: 1 }),
      put(id, 'agenda', { items: [{ kind: 'own', question: null, text: cpr, note: '' }], version: 1 }),
      put(id, 'agenda', { items: [{ kind: 'own', question: null, text: 'x', note: cpr }], version: 1 }),
      cast
        .as('chef')
        .send('POST', `/api/visits/${id}/points`, { body: { text: cpr, who: null, dueOn: null } }),
      cast.as('chef').send('POST', `/api/units/${unit}/strengths`, { body: { text: cpr, theme: null } }),
      cast.as('chef').send('POST', `/api/units/${unit}/four-box`, {
        body: {
          title: 'Ting',
          round: null,
          visit: null,
          lines: { want: [cpr], hard: [], how: [], already: [] },
        },
      }),
    ]
    for (const answer of await Promise.all(tries)) {
      expect([answer.statusCode, answer.body.includes('4000')]).toEqual([400, false])
    }
    expect(await visitOf(id)).toMatchObject({ minutes: '', agenda: [], points: [] })
  })

  test('that was held keeps its agenda, and takes minutes and points still', async () => {
    const id = await planVisit()
    const hold = () => cast.as('chef').send('POST', `/api/visits/${id}/closing`, { body: { closed: 'held' } })
    // Who took part cannot be written afterwards.
    expect(findCode(await hold())).toBe('visit-without-participants')
    const { follows: _, ...rest } = plan
    const participants = [{ person: null, name: 'Modtagelsen' }]
    read(await put(id, 'plan', { ...rest, participants, version: 1 }))
    read(await hold())
    expect(findCode(await put(id, 'agenda', { items: [], version: 1 }))).toBe('visit-held')
    read(await put(id, 'minutes', { text: 'Skrevet bagefter', version: 1 }))
    read(
      await cast.as('chef').send('POST', `/api/visits/${id}/points`, {
        body: { text: 'Ring først', who: 'Modtagelsen', dueOn: '2020-01-01' },
      }),
    )
    const { points, minutes } = await visitOf(id)
    expect(minutes).toBe('Skrevet bagefter')
    expect(points).toMatchObject([{ text: 'Ring først', who: 'Modtagelsen', overdue: true, outcome: null }])
  })
})

test('a follow-up visit gets the open points of the one before, ticks them off there, and the first shows it', async () => {
  const first = await planVisit({ participants: [{ person: null, name: 'Modtagelsen' }] })
  const add = (text: string) =>
    cast.as('chef').send('POST', `/api/visits/${first}/points`, { body: { text, who: null, dueOn: null } })
  const done = read<{ id: string }>(await add('Gøres')).id
  await add('Bliver')
  read(await cast.as('chef').send('POST', `/api/visits/${first}/closing`, { body: { closed: 'held' } }))
  const second = await planVisit({ follows: first })
  const open = async () => (await visitOf(second)).earlier.filter(({ outcome }) => outcome === null)
  expect((await open()).map(({ text }) => text)).toEqual(expect.arrayContaining(['Gøres', 'Bliver']))
  const { suggested, openPoints } = await materialOf(second)
  expect(openPoints).toBeGreaterThanOrEqual(2)
  expect(suggested[0]?.kind).toBe('attention')
  const outcome = { outcome: 'done', note: 'Ny vane', version: 1 }
  read(await put(second, `points/${done}/outcome`, outcome))
  expect((await open()).map(({ text }) => text)).not.toContain('Gøres')
  expect(findCode(await put(second, `points/${done}/outcome`, outcome))).toBe('outdated-version')
  expect((await visitOf(first)).points).toContainEqual(
    expect.objectContaining({ text: 'Gøres', outcome: 'done', outcomeNote: 'Ny vane' }),
  )
  expect((await visitOf(first)).followedBy).toMatchObject([{ id: second, state: 'planned' }])
  expect(
    findCode(await put(first, `points/${done}`, { text: 'Om', who: null, dueOn: null, version: 2 })),
  ).toBe('point-settled')
})

describe('four-box proposals', () => {
  const lines = { want: ['Barnet høres først'], hard: ['Tid'], how: [], already: [] }
  const write = async (by: string) =>
    read<{ id: string }>(
      await cast.as(by).send('POST', `/api/units/${unit}/four-box`, {
        body: { title: 'Høring', lines, round: null, visit: null },
      }),
    ).id
  const seenBy = async (by: string) =>
    (
      await cast
        .as(by)
        .get<{ proposals: { id: string; own: boolean; authorRole: string }[] }>(`/api/units/${unit}/four-box`)
    ).proposals

  test('are their author’s alone until shared, and then say the role and not the name', async () => {
    const id = await write('sagsbehandler')
    expect((await seenBy('chef')).map((each) => each.id)).not.toContain(id)
    expect((await seenBy('sagsbehandler')).map((each) => each.id)).toContain(id)
    const at = `/api/units/${unit}/four-box/${id}`
    expect((await cast.as('chef').send('POST', `${at}/withdrawal`)).statusCode).toBe(404)
    read(await cast.as('sagsbehandler').send('POST', `${at}/sharing`))
    expect(findCode(await cast.as('sagsbehandler').send('POST', `${at}/sharing`))).toBe('already-shared')
    const shown = (await seenBy('chef')).find((each) => each.id === id)
    expect(shown).toMatchObject({ authorRole: 'caseworker', own: false })
    const body = { title: 'Ændret', lines, version: 1 }
    expect(findCode(await cast.as('chef').send('PUT', at, { body }))).toBe('not-the-author')
    expect(findCode(await cast.as('kollega').send('POST', `${at}/withdrawal`))).toBe('not-the-author')
    read(await cast.as('sagsbehandler').send('PUT', at, { body }))
    expect(findCode(await cast.as('sagsbehandler').send('PUT', at, { body }))).toBe('outdated-version')
    read(await cast.as('chef').send('POST', `${at}/withdrawal`))
    expect((await seenBy('sagsbehandler')).map((each) => each.id)).not.toContain(id)
  })

  test('with nothing in any box are refused', async () => {
    const empty = { want: [], hard: [], how: [], already: [] }
    const sent = await cast.as('chef').send('POST', `/api/units/${unit}/four-box`, {
      body: { title: 'Tomt', lines: empty, round: null, visit: null },
    })
    expect(findCode(sent)).toBe('four-box-empty')
  })
})

describe('behind the seal of an open round', () => {
  interface Shown {
    readonly id: string
    readonly text: string
    readonly example: { readonly caseNumber: number } | null
  }
  const shownTo = async (by: string) =>
    (await cast.as(by).get<{ strengths: Shown[] }>(`/api/units/${unit}/strengths`)).strengths
  const mark = (by: string, review: string, question: string) =>
    cast.as(by).send('POST', `/api/reviews/${review}/strengths`, {
      body: { question, text: 'Barnet er hørt på en fin måde' },
    })

  test('strengths and figures tell nobody anything, and open with the round for the whole unit', async () => {
    const { review } = await cast.newCase()
    const [asked = '', failing = ''] = cast.questions
    const visit = await planVisit({ round })
    expect(findCode(await mark('leder', review(1), asked))).toBe('not-submitted')
    await cast.as('leder').fillAndSubmit(review(1), 'yes')
    expect((await mark('leder', review(1), asked)).statusCode).toBe(200)
    expect(findCode(await mark('leder', review(1), asked))).toBe('strength-marked')
    expect(findCode(await mark('chef', review(1), asked))).toBe('not-your-review')
    expect(findCode(await mark('leder', review(1), 'X-9'))).toBe('question-not-in-form')
    // Level 2 has yet to answer: neither its reviewers nor anybody else is told.
    for (const by of ['chef', 'jurist', 'stab', 'direktør', 'leder', 'sagsbehandler'])
      expect([by, (await shownTo(by)).filter(({ example }) => example !== null)]).toEqual([by, []])
    expect(findCode(await cast.as('chef').send('GET', `/api/reviews/${review(1)}/strengths`))).toBe('sealed')
    expect(await materialOf(visit)).toMatchObject({
      results: { state: 'sealed' },
      suggested: expect.any(Array),
    })
    expect(JSON.stringify(await materialOf(visit))).not.toContain(failing)
    const sealedOf = async () => [
      (await materialOf(visit)).findings?.sealed,
      (await cast.as('chef').get<UnitCycle>(`/api/units/${unit}/cycle`)).implementation.findings?.sealed,
    ]
    expect(await sealedOf()).toEqual([true, true])

    await cast.as('chef').fillAndSubmit(review(2), 'no')
    expect(findCode(await mark('chef', review(2), asked))).toBe('answer-not-compliant')
    for (const level of [2, 2])
      await cast.as('chef').fillAndSubmit((await cast.newCase()).review(level), 'no')
    await cast.rows("update round set state = 'closed', closed_at = now() where key = $1", [round])
    expect(await sealedOf()).toEqual([false, false])
    expect((await shownTo('sagsbehandler')).filter(({ example }) => example !== null)).toMatchObject([
      { text: 'Barnet er hørt på en fin måde', example: { caseNumber: 1 } },
    ])
    expect(JSON.stringify(await shownTo('chef'))).not.toContain('E-1')
    const material = await materialOf(visit, 'sagsbehandler')
    expect(material.results).toMatchObject({
      state: 'ready',
      failed: expect.arrayContaining([
        expect.objectContaining({ question: failing, numerator: 0, denominator: 3 }),
      ]),
    })
    expect(material.suggested.map(({ question }) => question)).toContain(failing)
    expect(material.strengths).toBeGreaterThanOrEqual(1)
  })

  test('a mark falls away when its answer is no longer submitted', async () => {
    const before = (await shownTo('chef')).filter(({ example }) => example !== null)
    await cast.rows(
      "update review set state = 'in-progress', submitted_at = null where state = 'submitted' and level = 1",
    )
    const after = (await shownTo('chef')).filter(({ example }) => example !== null)
    expect([before.length, after.length]).toEqual([1, 0])
  })
})
