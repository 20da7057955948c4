import { afterAll, beforeAll, expect, test } from 'vitest'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import { watchCritical } from '../../src/app/review/watch-critical.ts'
import type { CriticalView } from '../../src/contract/review/critical-case.ts'
import type { Notifications } from '../../src/contract/notification/notifications.ts'
import type { PersonId, ReviewId, UnitId } from '../../src/storage/ids.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import {
  addReviewedCase,
  createReviewRound,
  type NewCase,
  type ReviewRound,
} from '../support/review-round.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let round: ReviewRound
let nord: UnitId
const persons = new Map<string, PersonId>()
const cookies = new Map<string, string>()

const people = [
  ['leder', 'department-manager', 'Nord'],
  ['leder2', 'department-manager', 'Nord'],
  ['chef', 'area-manager', 'Nord'],
  ['jurist', 'unit-lawyer', 'Nord'],
  ['sydchef', 'area-manager', 'Syd'],
  ['sagsbehandler', 'caseworker', 'Nord'],
  ['stab', 'staff-lawyer', null],
  ['direktoer', 'director', null],
] as const

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId, actor, personId } = held.first
  nord = await addUnit(held.database, municipalityId, 'Nord')
  const units = { Nord: nord, Syd: await addUnit(held.database, municipalityId, 'Syd') }
  for (const [userName, role, at] of people) {
    const unit = at === null ? null : units[at]
    persons.set(userName, await addPerson(held.database, municipalityId, { userName, role, unit }))
    cookies.set(userName, await server.signIn(municipalityId, userName))
  }
  round = await createReviewRound(held.database, actor, personId, nord)
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

function get<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name)
  if (value === undefined) throw new Error(`nobody is called ${name}`)
  return value
}
const person = (name: string): PersonId => get(persons, name)
const as = (name: string, body?: unknown) => ({
  cookie: get(cookies, name),
  ...(body === undefined ? {} : { body }),
})

let cases = 0
async function newReview(more: Partial<NewCase> = {}): Promise<ReviewId> {
  cases += 1
  const { review } = await addReviewedCase(held.database, held.first.actor, round, {
    caseId: `K-${cases}`,
    reviewers: { 1: [person('leder')] },
    ...more,
  })
  return review(1)
}

const report = (who: string, review: ReviewId, fear = 'Barnet er bange for at gå hjem.') =>
  server.send('POST', `/api/reviews/${review}/critical-case`, as(who, { fear }))
async function newCritical(more: Partial<NewCase> = {}): Promise<string> {
  const answer = await report('leder', await newReview(more))
  return answer.json<{ id: string }>().id
}
const step = (who: string, id: string, name: string, text?: string) =>
  server.send('POST', `/api/critical-cases/${id}/steps`, as(who, { step: name, text }))
const view = (who: string, id: string) => server.send('GET', `/api/critical-cases/${id}`, as(who))
const viewed = async (who: string, id: string) => (await view(who, id)).json<CriticalView>()
const code = (answer: { json: () => { code: string } }) => answer.json().code

/** Kinds that a person has been told about a case, by name. */
async function toldOf(who: string, id: string): Promise<readonly string[]> {
  const { notifications } = (await server.send('GET', '/api/notifications', as(who))).json<Notifications>()
  return notifications
    .filter(({ subject }) => subject === id)
    .map(({ kind }) => kind)
    .toSorted()
}

test('a report tells the manager of the unit at once and nobody else, and starts the clock', async () => {
  const review = await newReview()
  const answer = await report('leder', review)
  expect(answer.statusCode).toBe(200)
  const { id, joined } = answer.json<{ id: string; joined: boolean }>()
  expect(joined).toBe(false)
  expect(await toldOf('chef', id)).toEqual(['critical-reported'])
  for (const who of ['jurist', 'direktoer', 'sydchef', 'leder', 'stab'])
    expect(await toldOf(who, id)).toEqual([])
  const seen = await viewed('chef', id)
  expect(seen).toMatchObject({
    state: 'reported',
    overdue: false,
    handles: true,
    withheld: 'no',
    rounds: ['2023q4'],
  })
  expect(seen.steps.map(({ minutesLeft }) => minutesLeft)[0]).toBeGreaterThan(117)
  expect(seen.entries.map(({ kind, text }) => [kind, text])).toEqual([
    ['reported', 'Barnet er bange for at gå hjem.'],
    ['told', null],
  ])
})

test('the four steps are done in order by the manager, and the reporter sees that but not what was written', async () => {
  const id = await newCritical()
  expect(code(await step('chef', id, 'acted', 'Ringede.'))).toBe('critical-not-now')
  expect((await step('chef', id, 'acknowledged')).statusCode).toBe(204)
  expect(code(await step('chef', id, 'acted', '  '))).toBe('invalid-input')
  for (const [name, text] of [
    ['acted', 'Hjemmebesøg kl. 14.'],
    ['confirmed', 'Barnet er hos sin mormor.'],
    ['accounted', 'Sagen er fulgt op.'],
  ] as const)
    expect((await step('chef', id, name, text)).statusCode).toBe(204)
  const seen = await viewed('chef', id)
  expect(seen.state).toBe('accounted')
  expect(seen.steps.every(({ late, doneAt }) => !late && doneAt !== null)).toBe(true)
  const reporter = await viewed('leder', id)
  expect(reporter).toMatchObject({
    state: 'accounted',
    withheld: 'reporter',
    handles: false,
    acts: ['reopened'],
  })
  expect(reporter.entries.map(({ kind }) => kind)).toEqual([
    'reported',
    'acknowledged',
    'acted',
    'confirmed',
    'accounted',
  ])
  expect(
    reporter.entries.filter(({ text, by }) => text !== null || by !== null).map(({ kind }) => kind),
  ).toEqual(['reported'])
  expect(await toldOf('leder', id)).toEqual(['critical-handled'])
})

test('for others than those concerned a critical case does not exist', async () => {
  const id = await newCritical()
  for (const who of ['sydchef', 'leder2']) {
    expect((await view(who, id)).statusCode).toBe(404)
    const listed = await server.send('GET', '/api/critical-cases', as(who))
    expect(listed.body).not.toContain(id)
  }
  expect((await step('sydchef', id, 'acknowledged')).statusCode).toBe(404)
  expect((await view('sagsbehandler', id)).statusCode).toBe(403)
  expect((await step('leder', id, 'acknowledged')).statusCode).toBe(403)
  expect((await step('stab', id, 'acknowledged')).statusCode).toBe(403)
  expect((await view('stab', id)).statusCode).toBe(200)
  const review = await newReview({ reviewers: { 1: [person('leder2')] } })
  expect((await report('leder', review)).statusCode).toBe(404)
  expect((await report('sydchef', review)).statusCode).toBe(404)
})

test('another municipality neither sees nor changes it', async () => {
  const id = await newCritical()
  const { municipalityId } = held.second
  await addPerson(held.database, municipalityId, { userName: 'fremmed', role: 'director', unit: null })
  const cookie = await server.signIn(municipalityId, 'fremmed')
  expect((await server.send('GET', `/api/critical-cases/${id}`, { cookie })).statusCode).toBe(404)
  const acted = await server.send('POST', `/api/critical-cases/${id}/steps`, {
    cookie,
    body: { step: 'acknowledged' },
  })
  expect(acted.statusCode).toBe(404)
  expect((await server.send('GET', '/api/critical-cases', { cookie })).json()).toEqual({ cases: [] })
})

test('reports on one case join, one said twice counts once, and two at once make one case', async () => {
  const { review } = await addReviewedCase(held.database, held.first.actor, round, {
    caseId: 'K-samme',
    reviewers: { 1: [person('leder')], 2: [person('jurist')] },
  })
  const both = await Promise.all([
    report('leder', review(1)),
    report('jurist', review(2), 'Mærker på armen.'),
  ])
  const [first, second] = both.map((answer) => answer.json<{ id: string; joined: boolean }>())
  expect(first?.id).toBe(second?.id)
  expect(first?.joined).toBe(second?.joined === false)
  await report('leder', review(1))
  const id = first?.id ?? ''
  const { entries } = await viewed('chef', id)
  expect(entries.filter(({ kind }) => kind === 'reported' || kind === 'joined')).toHaveLength(2)
  expect(await toldOf('chef', id)).toEqual(['critical-reported', 'critical-reported'])
  // Who reported it learns nothing of what another level wrote, and cannot take it back alone.
  const reporter = await view('leder', id)
  expect(reporter.body).not.toContain('Mærker på armen.')
  const withdrawn = await server.send(
    'POST',
    `/api/critical-cases/${id}/withdrawal`,
    as('leder', { reason: 'Fejl' }),
  )
  expect(withdrawn.statusCode).toBe(403)
})

test('two managers who acknowledge at once do it once', async () => {
  const id = await newCritical()
  const both = await Promise.all([step('chef', id, 'acknowledged'), step('direktoer', id, 'acknowledged')])
  expect(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([204, 409])
  const { entries } = await viewed('chef', id)
  expect(entries.filter(({ kind }) => kind === 'acknowledged')).toHaveLength(1)
})

test('a manager who took part may act but not close; the lawyer is told with them and closes', async () => {
  const id = await newCritical({ participant: person('chef') })
  expect(await toldOf('chef', id)).toEqual(['critical-reported'])
  expect(await toldOf('jurist', id)).toEqual(['critical-reported'])
  expect((await step('chef', id, 'acknowledged')).statusCode).toBe(204)
  expect((await step('chef', id, 'acted', 'Ringede.')).statusCode).toBe(204)
  expect((await step('chef', id, 'confirmed', 'Set.')).statusCode).toBe(204)
  expect(code(await step('chef', id, 'accounted', 'Alt er godt.'))).toBe('own-critical-case')
  expect((await step('jurist', id, 'accounted', 'Gennemgået.')).statusCode).toBe(204)
})

test('a case that was acknowledged is withdrawn by nobody, and before not by who took part', async () => {
  const withdraw = (who: string, id: string) =>
    server.send('POST', `/api/critical-cases/${id}/withdrawal`, as(who, { reason: 'Det var ingenting.' }))
  const known = await newCritical()
  await step('chef', known, 'acknowledged')
  for (const who of ['leder', 'chef']) expect(code(await withdraw(who, known))).toBe('critical-not-now')
  expect(await viewed('chef', known)).toMatchObject({ state: 'acknowledged', acts: ['acted'] })
  const own = await newCritical({ participant: person('chef') })
  expect(code(await withdraw('chef', own))).toBe('own-critical-case')
})

test('a mistake is withdrawn with its reason and kept, and reopening starts the clock anew', async () => {
  const id = await newCritical()
  const say = (what: string, who: string) =>
    server.send('POST', `/api/critical-cases/${id}/${what}`, as(who, { reason: 'Forkert sag.' }))
  expect((await say('withdrawal', 'leder')).statusCode).toBe(204)
  expect(await toldOf('chef', id)).toEqual(['critical-reported', 'critical-withdrawn'])
  expect(code(await step('chef', id, 'acknowledged'))).toBe('critical-not-now')
  expect((await viewed('chef', id)).entries.at(-1)).toMatchObject({ kind: 'withdrawn', text: 'Forkert sag.' })
  expect((await say('reopening', 'stab')).statusCode).toBe(204)
  const seen = await viewed('chef', id)
  expect(seen.state).toBe('reported')
  expect(seen.steps[0]?.minutesLeft).toBeGreaterThan(117)
  expect(await toldOf('chef', id)).toEqual(['critical-reported', 'critical-reported', 'critical-withdrawn'])
})

test('a case that was reported again is not reopened beside it', async () => {
  const review = await newReview()
  const { id } = (await report('leder', review)).json<{ id: string }>()
  const reason = { reason: 'Fejl.' }
  await server.send('POST', `/api/critical-cases/${id}/withdrawal`, as('leder', reason))
  const again = (await report('leder', review)).json<{ id: string; joined: boolean }>()
  expect(again.joined).toBe(false)
  const reopened = await server.send('POST', `/api/critical-cases/${id}/reopening`, as('leder', reason))
  expect(code(reopened)).toBe('critical-open-already')
})

test('what is overdue goes to the director once, however often and by however many it is watched', async () => {
  const id = await newCritical()
  const later = (hours: number) => new Date(Date.now() + hours * 3_600_000)
  await watchCritical(held.database, later(1.9))
  expect(await toldOf('direktoer', id)).toEqual([])
  await Promise.all([watchCritical(held.database, later(2.1)), watchCritical(held.database, later(2.1))])
  await watchCritical(held.database, later(3))
  // A clock that was set back changes nothing.
  await watchCritical(held.database, later(-48))
  expect(await toldOf('direktoer', id)).toEqual(['critical-overdue'])
  expect(await toldOf('chef', id)).toEqual(['critical-overdue', 'critical-reported'])
  await step('chef', id, 'acknowledged')
  await watchCritical(held.database, later(40))
  const { entries } = await viewed('direktoer', id)
  expect(entries.filter(({ kind }) => kind === 'escalated').map(({ step: late }) => late)).toEqual([
    'acknowledged',
    'acted',
    'confirmed',
  ])
})

test('the manager is told, away or not, and the stand-in too, also when the absence comes later', async () => {
  const id = await newCritical()
  const today = danishDay(new Date())
  const { actor, personId } = held.first
  await held.database.transaction(actor, async (tx) => {
    const writer = await tx.recordChange({ room: 'access', act: 'add-absence', subjectKind: 'person' })
    await writer.db
      .insertInto('absence')
      .values({ person_id: person('chef'), valid_from: today, valid_to: '2099-01-01', entered_by: personId })
      .execute()
  })
  await watchCritical(held.database, new Date())
  await watchCritical(held.database, new Date())
  expect(await toldOf('jurist', id)).toEqual(['critical-reported'])
  const next = await newCritical()
  expect(await toldOf('jurist', next)).toEqual(['critical-reported'])
  expect(await toldOf('chef', next)).toEqual(['critical-reported'])
  await held.database.transaction(actor, async (tx) => {
    const writer = await tx.recordChange({ room: 'access', act: 'take-back-absence', subjectKind: 'person' })
    await writer.db.updateTable('absence').set({ taken_back_at: new Date() }).execute()
  })
})

test('a case can be reported after submission and after the round has closed, and lives on', async () => {
  const review = await newReview()
  const { actor } = held.first
  const setRound = (state: 'open' | 'closed') =>
    held.database.transaction(actor, async (tx) => {
      const writer = await tx.recordChange({ room: 'draw', act: 'close-round', subjectKind: 'round' })
      await writer.db
        .updateTable('round')
        .set({ state, closed_at: state === 'closed' ? new Date() : null })
        .where('id', '=', round.id)
        .execute()
    })
  const [answer] = await Promise.all([report('leder', review), setRound('closed')])
  const { id } = answer.json<{ id: string }>()
  expect((await step('chef', id, 'acknowledged')).statusCode).toBe(204)
  const late = await report('leder', await newReview())
  expect(late.statusCode).toBe(200)
  const listed = await server.send('GET', '/api/critical-cases?round=2023q4&open=true', as('chef'))
  expect(listed.body).toContain(id)
  const other = await server.send('GET', '/api/critical-cases?round=2019q1', as('chef'))
  expect(other.json()).toEqual({ cases: [] })
  await setRound('open')
})

test('every look is on record', async () => {
  const id = await newCritical()
  await view('chef', id)
  const { actor } = held.first
  const looks = await held.database.transaction(actor, ({ reader }) =>
    reader.db
      .selectFrom('access_entry')
      .select(['act', 'person_id'])
      .where('subject_id', '=', id)
      .where('act', '=', 'open-critical-case')
      .execute(),
  )
  expect(looks).toEqual([{ act: 'open-critical-case', person_id: person('chef') }])
})

test('who follows the case and has yet to review it does not read what others wrote', async () => {
  const { review } = await addReviewedCase(held.database, held.first.actor, round, {
    caseId: 'K-forseglet',
    reviewers: { 1: [person('leder')], 2: [person('stab')] },
  })
  const { id } = (await report('leder', review(1), 'Barnet er alene.')).json<{ id: string }>()
  const seen = await view('stab', id)
  expect(seen.json<CriticalView>().withheld).toBe('own-review')
  expect(seen.body).not.toContain('Barnet er alene.')
})

test('who leads the audit and reviews at a level still to be drawn reads the report once the round has closed', async () => {
  const answer = await report('leder', await newReview(), 'Barnet fryser.')
  const { id } = answer.json<{ id: string }>()
  const open = await view('stab', id)
  expect(open.json<CriticalView>().withheld).toBe('own-review')
  expect(open.body).not.toContain('Barnet fryser.')
  // Who handles the case must know, whatever they review.
  expect((await view('jurist', id)).body).toContain('Barnet fryser.')
  const close = (state: string) =>
    held.superPool.query('update round set state = $2, closed_at = $3 where id = $1', [
      round.id,
      state,
      state === 'closed' ? new Date() : null,
    ])
  await close('closed')
  expect((await view('stab', id)).body).toContain('Barnet fryser.')
  await close('open')
})

test('bad input is refused where it is wrong', async () => {
  const review = await newReview()
  for (const fear of ['', '   ', 'x'.repeat(501), 7, null]) {
    const answer = await server.send('POST', `/api/reviews/${review}/critical-case`, as('leder', { fear }))
    expect(code(answer)).toBe('invalid-input')
  }
  expect((await view('chef', 'abc')).statusCode).toBe(400)
})
