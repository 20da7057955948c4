import { afterAll, beforeAll, expect, test } from 'vitest'
import { eraseNotes } from '../../src/app/review/erase-notes.ts'
import type { Review } from '../../src/contract/review/review.ts'
import type { PersonId, ReviewId } from '../../src/storage/ids.ts'
import { allAnswerTypes } from '../support/all-answer-types.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addReviewedCase, createReviewRound, type ReviewRound } from '../support/review-round.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let round: ReviewRound
const persons = new Map<string, PersonId>()
const cookies = new Map<string, string>()

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId, actor, personId } = held.first
  const unit = await addUnit(held.database, municipalityId, 'Nord')
  for (const [userName, role] of [
    ['leder', 'department-manager'],
    ['kollega', 'professional-coordinator'],
    ['chef', 'area-manager'],
  ] as const) {
    persons.set(userName, await addPerson(held.database, municipalityId, { userName, role, unit }))
    cookies.set(userName, await server.signIn(municipalityId, userName))
  }
  round = await createReviewRound(held.database, actor, personId, unit, 'alle', allAnswerTypes)
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

function person(name: string): PersonId {
  const id = persons.get(name)
  if (id === undefined) throw new Error(`nobody is called ${name}`)
  return id
}

let cases = 0
async function newReview(): Promise<ReviewId> {
  cases += 1
  const { review } = await addReviewedCase(held.database, held.first.actor, round, {
    caseId: `S-${cases}`,
    reviewers: { 1: [person('leder'), person('kollega')], 2: [person('chef')] },
  })
  return review(1)
}

const blank = {
  answer: null,
  value: null,
  overrideReason: null,
  comment: null,
  evidenceReference: null,
  evidenceDate: null,
}

function as(name: string) {
  const cookie = cookies.get(name) ?? ''
  const send: TestServer['send'] = (method, url, call = {}) => server.send(method, url, { ...call, cookie })
  return {
    send,
    open: async (id: ReviewId) => (await send('GET', `/api/reviews/${id}`)).json<Review>(),
    save: (id: ReviewId, question: string, body: Readonly<Record<string, unknown>>) =>
      send('PUT', `/api/reviews/${id}/answers/${question}`, { body: { version: 0, ...blank, ...body } }),
    submit: (id: ReviewId) => send('POST', `/api/reviews/${id}/submission`, { body: { minutes: 20 } }),
    note: (id: ReviewId, question: string, text: string | null, before: string | null = null) =>
      send('PUT', `/api/reviews/${id}/notes/${question}`, { body: { text, before } }),
    notes: async (id: ReviewId) =>
      (await send('GET', `/api/reviews/${id}/notes`)).json<{ notes: readonly unknown[] }>().notes,
  }
}

const right = {
  'A-1': { answer: 'yes' },
  'A-2': { value: '2' },
  'A-3': { value: '2.5' },
  'A-4': { value: '2023-11-03' },
  'A-5': { value: 'Tal med barnet tidligt.' },
} as const

async function fill(id: ReviewId, changed: Readonly<Record<string, unknown>> = {}): Promise<void> {
  for (const [question, body] of Object.entries({ ...right, ...changed }))
    expect((await as('leder').save(id, question, body as Readonly<Record<string, unknown>>)).statusCode).toBe(
      200,
    )
}

async function stored(id: ReviewId) {
  const { rows } = await held.superPool.query<Record<string, unknown>>(
    `select question_key as key, answer, value, value_type as type, value_wording as wording,
       derived_value as derived, override_reason as reason
     from review_answer where review_id = $1 order by question_key`,
    [id],
  )
  return rows
}

test('answers of every type are kept with their type and, for a grade, what it was called', async () => {
  const id = await newReview()
  await fill(id)
  const none = { answer: null, wording: null, derived: null, reason: null }
  expect(await stored(id)).toEqual([
    { ...none, key: 'A-1', answer: 'yes', value: null, type: null },
    { ...none, key: 'A-2', value: '2', type: 'graded', wording: 'Tilstrækkelig' },
    { ...none, key: 'A-3', value: '2.5', type: 'number' },
    { ...none, key: 'A-4', value: '2023-11-03', type: 'date' },
    { ...none, key: 'A-5', value: 'Tal med barnet tidligt.', type: 'text' },
  ])
  const shown = await as('kollega').open(id)
  expect(shown.answers.map(({ question, answer, value }) => [question, answer ?? value])).toEqual(
    Object.entries(right).map(([key, body]) => [key, 'answer' in body ? body.answer : body.value]),
  )
})

test.each([
  ['A-1', { value: '1' }],
  ['A-1', { answer: 'yes', overrideReason: 'fordi' }],
  ['A-2', { answer: 'yes' }],
  ['A-2', { value: '4' }],
  ['A-2', { value: 'Grundig' }],
  ['A-2', { value: '1', overrideReason: 'ikke en afledt' }],
  ['A-3', { value: 'to' }],
  ['A-3', { value: '2,5' }],
  ['A-4', { value: '2023-02-29' }],
  ['A-4', { value: '03.11.2023' }],
  ['A-6', { value: '1' }],
  ['A-6', { overrideReason: 'uden vurdering' }],
  ['A-6', { value: '3', overrideReason: 'findes ikke' }],
] as const)('%s refuses %o, says so in Danish, and keeps nothing', async (question, body) => {
  const id = await newReview()
  const answer = await as('leder').save(id, question, body)
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'unfit-answer'])
  expect(answer.body).toMatch(/Spørgsmålet besvares med|vurdering/u)
  expect(await stored(id)).toEqual([])
})

test('a form is incomplete while a number, a day or a text is missing, and says which', async () => {
  const id = await newReview()
  await fill(id, { 'A-4': { comment: 'ved det ikke endnu' } })
  const refused = await as('leder').submit(id)
  expect(refused.json()).toMatchObject({
    code: 'incomplete',
    problems: [{ code: 'unanswered', text: 'Spørgsmål 1.4 (Modtagelse) mangler svar.' }],
  })
})

test('on submission the derived grade is kept, and only yes and no are counted', async () => {
  const id = await newReview()
  await fill(id, { 'A-2': { value: '1' } })
  expect((await as('leder').submit(id)).statusCode).toBe(200)
  expect((await stored(id)).at(-1)).toMatchObject({
    key: 'A-6',
    value: null,
    derived: '1',
    wording: 'Ikke god nok',
  })
  const { rows } = await held.superPool.query<{ key: string }>(
    'select distinct question_key as key from question_tally where round_id = $1',
    [round.id],
  )
  expect(rows).toEqual([{ key: 'A-1' }])
  const shown = await as('leder').open(id)
  expect(shown.answers.at(-1)).toMatchObject({ question: 'A-6', value: null, derivedValue: '1' })
})

test('an override is kept beside the grade of the rule, with its reason, and what is taken back follows the rule again', async () => {
  const id = await newReview()
  await fill(id)
  const given = await as('leder').save(id, 'A-6', { value: '1', overrideReason: 'Akten siger mere.' })
  expect(given.statusCode).toBe(200)
  const { version } = given.json<{ version: number }>()
  const back = await as('leder').save(id, 'A-6', { version })
  const again = {
    value: '1',
    overrideReason: 'Akten siger det.',
    version: back.json<{ version: number }>().version,
  }
  expect((await as('leder').save(id, 'A-6', again)).statusCode).toBe(200)
  expect((await as('leder').submit(id)).statusCode).toBe(200)
  const shown = (await as('leder').open(id)).answers.at(-1)
  expect(shown).toMatchObject({ value: '1', derivedValue: '2', overrideReason: 'Akten siger det.' })
  expect((await stored(id)).at(-1)).toMatchObject({ wording: 'Ikke god nok' })
})

test('a private note is its writer’s alone, is erased when the round closes, and never overwritten unseen', async () => {
  const id = await newReview()
  expect((await as('leder').note(id, 'A-1', 'ring til skolen')).statusCode).toBe(204)
  expect((await as('kollega').note(id, 'A-1', 'kollegas egen')).statusCode).toBe(204)
  expect(await as('leder').notes(id)).toEqual([{ question: 'A-1', text: 'ring til skolen' }])
  expect(await as('kollega').notes(id)).toEqual([{ question: 'A-1', text: 'kollegas egen' }])
  const second = await as('leder').note(id, 'A-1', 'fra andet vindue')
  expect(second.json()).toMatchObject({ code: 'outdated-version', current: { text: 'ring til skolen' } })
  expect((await as('leder').note(id, 'Z-9', 'x')).json()).toMatchObject({ code: 'question-not-in-form' })
  expect((await as('chef').note(id, 'A-1', 'x')).statusCode).not.toBe(204)

  await fill(id)
  expect((await as('leder').submit(id)).statusCode).toBe(200)
  const reading = ['leder', 'kollega', 'chef'].flatMap((name) =>
    server.routes
      .filter(({ method, path }) => method === 'GET' && !path.endsWith('/notes'))
      .map(async ({ path }) => {
        const url = path
          .replace(':review', id)
          .replace(':question', 'A-1')
          .replace(':round', 'alle')
          .replace(':level', '1')
        return (await as(name).send('GET', url)).body
      }),
  )
  for (const body of await Promise.all(reading)) expect(body).not.toMatch(/ring til skolen|kollegas egen/u)

  const count = async () =>
    (await held.superPool.query<{ n: number }>('select count(*)::int as n from review_note')).rows[0]?.n
  await eraseNotes(held.database)
  expect(await count()).toBe(2)
  await held.superPool.query(`update round set state = 'closed', closed_at = now() where id = $1`, [round.id])
  await eraseNotes(held.database)
  expect(await count()).toBe(0)
})
