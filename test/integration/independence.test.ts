import { afterAll, beforeAll, expect, test } from 'vitest'
import { passOnBarred } from '../../src/app/review/pass-on-barred.ts'
import type { MyReviews } from '../../src/contract/review/my-reviews.ts'
import type { Review } from '../../src/contract/review/review.ts'
import type { PersonId, ReviewId } from '../../src/storage/ids.ts'
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
const persons = new Map<string, PersonId>()
const cookies = new Map<string, string>()

const people = [
  ['leder', 'department-manager', true],
  ['leder2', 'department-manager', true],
  ['koord', 'professional-coordinator', true],
  ['koord2', 'professional-coordinator', true],
  ['chef', 'area-manager', true],
  ['stab', 'staff-lawyer', false],
] as const

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId, actor, personId } = held.first
  const unit = await addUnit(held.database, municipalityId, 'Nord')
  for (const [userName, role, inUnit] of people) {
    const at = { userName, role, unit: inUnit ? unit : null }
    persons.set(userName, await addPerson(held.database, municipalityId, at))
    cookies.set(userName, await server.signIn(municipalityId, userName))
  }
  round = await createReviewRound(held.database, actor, personId, unit)
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

const person = (name: string): PersonId => get(persons, name)
const cookie = (name: string): string => get(cookies, name)
function get<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name)
  if (value === undefined) throw new Error(`nobody is called ${name}`)
  return value
}

let cases = 0
function newCase(more: Partial<NewCase> = {}) {
  cases += 1
  const reviewers = { 1: [person('leder'), person('koord')] } as const
  return addReviewedCase(held.database, held.first.actor, round, {
    caseId: `U-${cases}`,
    reviewers,
    declared: false,
    ...more,
  })
}

const declare = (who: string, review: ReviewId, verdict: string, note: string | null = null) =>
  server.send('POST', `/api/reviews/${review}/declaration`, { cookie: cookie(who), body: { verdict, note } })
const answer = (who: string, review: ReviewId) =>
  server.send('PUT', `/api/reviews/${review}/answers/U-1.1`, {
    cookie: cookie(who),
    body: { answer: 'yes', comment: null, evidenceReference: null, evidenceDate: null, version: 0 },
  })
const open = (who: string, review: ReviewId) =>
  server.send('GET', `/api/reviews/${review}`, { cookie: cookie(who) })
async function reviewersOf(review: ReviewId) {
  return held.database.transaction(held.first.actor, ({ reader }) =>
    reader.db
      .selectFrom('review')
      .select(['assigned_to', 'assigned_with', 'state'])
      .where('id', '=', review)
      .executeTakeFirstOrThrow(),
  )
}
async function noticesOf(who: string): Promise<string[]> {
  const list = await server.send('GET', '/api/notifications', { cookie: cookie(who) })
  return list.json<{ notifications: { kind: string }[] }>().notifications.map(({ kind }) => kind)
}

test('nothing can be answered before the reviewer has said that they are independent, and then it can', async () => {
  const review = (await newCase()).review(1)
  expect((await open('leder', review)).json<Review>()).toMatchObject({
    declarationNeeded: true,
    acts: ['open', 'declare'],
  })
  const early = await answer('leder', review)
  expect([early.statusCode, early.json<{ code: string }>().code]).toEqual([409, 'declaration-needed'])
  expect((await declare('leder', review, 'independent')).json()).toEqual({ passedOn: false })
  expect((await open('leder', review)).json<Review>().declarationNeeded).toBe(false)
  expect((await answer('leder', review)).statusCode).toBe(200)
  // The second reviewer speaks for themselves.
  expect((await answer('koord', review)).statusCode).toBe(409)
})

test('a conflict passes the case to the colleague with the least to do, keeps it from the person, and is on record', async () => {
  const { review: of, caseStage } = await newCase()
  const review = of(1)
  const given = await declare('leder', review, 'knows', 'Vi er naboer.')
  expect(given.json()).toEqual({ passedOn: true })
  expect(await reviewersOf(review)).toMatchObject({
    assigned_to: person('leder2'),
    assigned_with: person('koord'),
  })
  expect((await open('leder', review)).statusCode).toBe(404)
  expect((await answer('leder', review)).statusCode).toBe(404)
  expect(await noticesOf('leder2')).toContain('review-assigned')
  const history = await held.database.transaction(held.first.actor, ({ reader }) =>
    reader.db
      .selectFrom('review_event')
      .select(['kind', 'reason', 'person_id', 'detail'])
      .where('review_id', '=', review)
      .execute(),
  )
  expect(history).toEqual([
    {
      kind: 'conflict',
      reason: 'Vi er naboer.',
      person_id: person('leder'),
      detail: { ground: 'knows', from: person('leder'), to: person('leder2') },
    },
  ])
  // Another stage of the same case, another day: still not theirs.
  const changes = await held.database.transaction(held.first.actor, ({ reader }) =>
    reader.db.selectFrom('review_exclusion').select(['person_id', 'ground']).execute(),
  )
  expect(changes).toContainEqual({ person_id: person('leder'), ground: 'knows' })
  expect(caseStage).toBeTruthy()
})

const submit = (who: string, review: ReviewId) =>
  server.send('POST', `/api/reviews/${review}/submission`, { cookie: cookie(who), body: { minutes: 5 } })
async function fill(who: string, review: ReviewId): Promise<void> {
  const { questions, answers } = (await open(who, review)).json<Review>()
  for (const { key } of questions) {
    const version = answers.find(({ question }) => question === key)?.version ?? 0
    const body = { answer: 'no', comment: null, evidenceReference: null, evidenceDate: null, version }
    await server.send('PUT', `/api/reviews/${review}/answers/${key}`, { cookie: cookie(who), body })
  }
}

test('of two who answer together nobody submits before both have declared, and who is missing is named', async () => {
  const review = (await newCase()).review(1)
  await declare('leder', review, 'independent')
  await fill('leder', review)
  const early = await submit('leder', review)
  expect(early.json()).toMatchObject({
    code: 'colleague-undeclared',
    problems: [{ code: 'undeclared', text: 'Prøve koord har ikke åbnet sagen og erklæret sig uafhængig.' }],
  })
  await declare('koord', review, 'independent')
  expect((await submit('leder', review)).statusCode).toBe(200)
})

test('a place of two is taken out by who gives out, with a reason, and the other submits alone', async () => {
  const review = (await newCase()).review(1)
  await declare('leder', review, 'independent')
  await fill('leder', review)
  const out = (reason: string | null, from = 'koord') =>
    server.send('POST', '/api/rounds/2023q4/moves', {
      cookie: cookie('stab'),
      body: { moves: [{ review, from: person(from), to: null }], reason },
    })
  expect((await out(null)).json()).toMatchObject({ code: 'reason-needed' })
  expect((await out('Langtidssyg')).json()).toEqual({ moved: 1, stayed: [] })
  expect(await noticesOf('koord')).toContain('review-taken')
  // Nobody is taken out of a review that they make alone.
  expect((await out('Langtidssyg', 'leder')).json()).toEqual({
    moved: 0,
    stayed: [{ review, why: 'changed' }],
  })
  expect((await submit('leder', review)).statusCode).toBe(200)
})

test('what somebody answered before they declared a conflict is set aside, kept, and counts nowhere', async () => {
  const review = (await newCase()).review(1)
  await declare('leder', review, 'independent')
  await declare('koord', review, 'independent')
  await fill('leder', review)
  const { questions } = (await open('koord', review)).json<Review>()
  const [first, second] = questions.map(({ key }) => key)
  const body = { answer: 'yes', comment: null, evidenceReference: null, evidenceDate: null }
  const { answers } = (await open('koord', review)).json<Review>()
  const version = answers.find(({ question }) => question === first)?.version
  await server.send('PUT', `/api/reviews/${review}/answers/${first ?? ''}`, {
    cookie: cookie('koord'),
    body: { ...body, version },
  })
  await declare('leder', review, 'discussed')
  await declare('leder2', review, 'independent')
  const left = (await open('koord', review)).json<Review>().answers
  expect(left.map(({ question, answeredBy }) => [question, answeredBy])).toEqual([[first, 'Prøve koord']])
  expect((await submit('koord', review)).json<{ code: string }>().code).toBe('incomplete')
  const { rows } = await held.superPool.query<{ question_key: string; answer: string; answered_by: string }>(
    'select question_key, answer, answered_by from set_aside_answer where review_id = $1 order by id',
    [review],
  )
  expect(rows).toHaveLength(questions.length - 1)
  expect(rows.every((row) => row.answered_by === person('leder') && row.answer === 'no')).toBe(true)
  expect(rows.some((row) => row.question_key === second)).toBe(true)
  await fill('leder2', review)
  expect((await submit('leder2', review)).statusCode).toBe(200)
})

test('whoever reviewed alone and declares a conflict leaves no comment on the case behind', async () => {
  const review = (await newCase({ reviewers: { 1: [person('leder')] } })).review(1)
  await declare('leder', review, 'independent')
  const said = { comment: 'Jeg kender familien', before: null }
  await server.send('PUT', `/api/reviews/${review}/comment`, { cookie: cookie('leder'), body: said })
  await declare('leder', review, 'knows')
  const successorId = (await reviewersOf(review)).assigned_to
  const successor = [...persons].find(([, id]) => id === successorId)?.[0] ?? ''
  expect((await open(successor, review)).json<Review>().comment).toBeNull()
  const { rows } = await held.superPool.query<{ comment: string }>(
    'select comment from set_aside_answer where review_id = $1',
    [review],
  )
  expect(rows).toEqual([{ comment: 'Jeg kender familien' }])
})

test('answers of somebody who turns out barred after the case left them are set aside at submission', async () => {
  const { review: of, caseStage } = await newCase()
  const review = of(1)
  await declare('leder', review, 'independent')
  await fill('leder', review)
  await held.superPool.query('update review set assigned_to = $2 where id = $1', [review, person('leder2')])
  await held.superPool.query(
    `insert into case_stage_participant (municipality_id, case_stage_id, caseworker, part, person_id)
      values ($1, $2, 'SB9', 'decided', $3)`,
    [held.first.municipalityId, caseStage, person('leder')],
  )
  await declare('leder2', review, 'independent')
  await declare('koord', review, 'independent')
  expect((await submit('leder2', review)).json<{ code: string }>().code).toBe('incomplete')
  await fill('leder2', review)
  expect((await submit('leder2', review)).statusCode).toBe(200)
})

test('where nobody is left the review waits unassigned, and those who give out are told', async () => {
  const review = (await newCase({ reviewers: { 2: [person('chef')] } })).review(2)
  await declare('chef', review, 'decided')
  expect(await reviewersOf(review)).toEqual({ assigned_to: null, assigned_with: null, state: 'assigned' })
  expect(await noticesOf('stab')).toContain('review-unassigned')
  const mine = await server.send('GET', '/api/reviews/mine', { cookie: cookie('stab') })
  expect(mine.json<MyReviews>().unassigned).toBeGreaterThan(0)
})

test('who took part cannot declare independence, only pass the case on', async () => {
  const review = (await newCase({ participant: person('leder') })).review(1)
  expect((await declare('leder', review, 'independent')).statusCode).toBe(403)
  expect((await declare('leder', review, 'took-part')).json()).toEqual({ passedOn: true })
  expect((await reviewersOf(review)).assigned_to).toBe(person('leder2'))
})

test('a team entered later takes the case from its leader, once, by itself', async () => {
  const review = (await newCase()).review(1)
  const before = await reviewersOf(review)
  expect(before.assigned_to).toBe(person('leder'))
  await held.database.transaction(held.first.actor, async (tx) => {
    const writer = await tx.recordChange({ room: 'access', act: 'add-team', subjectKind: 'person' })
    await writer.db
      .insertInto('supervision')
      // The case ran from 2 October to 29 December 2023 under the caseworker SB1.
      .values({
        leader_id: person('leder'),
        caseworker: 'SB1',
        valid_from: '2023-12-29',
        valid_to: '2024-06-30',
      })
      .execute()
  })
  expect((await open('leder', review)).statusCode).toBe(403)
  await passOnBarred(held.database, new Date())
  expect((await reviewersOf(review)).assigned_to).toBe(person('leder2'))
  expect(await noticesOf('leder')).toContain('review-taken')
  expect(await passOnBarred(held.database, new Date())).toBe(0)
})

test('a team that ended before the case began bars nobody', async () => {
  await held.database.transaction(held.first.actor, async (tx) => {
    const writer = await tx.recordChange({ room: 'access', act: 'add-team', subjectKind: 'person' })
    await writer.db
      .insertInto('supervision')
      .values({
        leader_id: person('leder2'),
        caseworker: 'SB1',
        valid_from: '2022-01-01',
        valid_to: '2023-10-01',
      })
      .execute()
  })
  const review = (await newCase({ reviewers: { 1: [person('leder2')] } })).review(1)
  expect((await declare('leder2', review, 'independent')).json()).toEqual({ passedOn: false })
})

test('only a reviewer of the case declares, and not after submission', async () => {
  const review = (await newCase()).review(1)
  expect((await declare('koord2', review, 'independent')).statusCode).toBe(404)
  expect((await declare('chef', review, 'knows')).statusCode).toBe(403)
  await held.database.transaction(held.first.actor, async (tx) => {
    const writer = await tx.recordChange({ room: 'review', act: 'test', subjectKind: 'review' })
    const at = new Date()
    await writer.db
      .updateTable('review')
      .set({ state: 'submitted', started_at: at, submitted_at: at })
      .where('id', '=', review)
      .execute()
  })
  expect((await declare('koord', review, 'knows')).json<{ code: string }>().code).toBe('already-submitted')
})
