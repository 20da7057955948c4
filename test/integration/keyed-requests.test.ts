import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetAnswered } from '../../src/app/frame/forget-answered.ts'
import { getStage } from '../../src/core/programme/lookup.ts'
import type { PersonId, ReviewId } from '../../src/storage/ids.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addReviewedCase, createReviewRound, type ReviewRound } from '../support/review-round.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let round: ReviewRound
let leder: PersonId
let cookie: string

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId, actor, personId } = held.first
  const unit = await addUnit(held.database, municipalityId, 'Nord')
  leder = await addPerson(held.database, municipalityId, {
    userName: 'leder',
    role: 'department-manager',
    unit,
  })
  await addPerson(held.database, municipalityId, { userName: 'anden', role: 'department-manager', unit })
  round = await createReviewRound(held.database, actor, personId, unit)
  cookie = await server.signIn(municipalityId, 'leder')
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

async function newReview(caseId: string, answered = true): Promise<ReviewId> {
  const { review } = await addReviewedCase(held.database, held.first.actor, round, {
    caseId,
    reviewers: { 1: [leder] },
  })
  if (answered)
    for (const { key } of getStage(round.programme, 'underretning').questions)
      await server.send('PUT', `/api/reviews/${review(1)}/answers/${key}`, {
        cookie,
        body: {
          answer: 'yes',
          comment: null,
          evidenceReference: null,
          evidenceDate: null,
          value: null,
          overrideReason: null,
          version: 0,
        },
      })
  return review(1)
}

const submit = (review: ReviewId, key: string, minutes = 30, who = cookie) =>
  server.send('POST', `/api/reviews/${review}/submission`, {
    cookie: who,
    body: { minutes },
    headers: { 'idempotency-key': key },
  })

async function countActs(review: ReviewId, act: string): Promise<number> {
  const { rows } = await held.superPool.query<{ count: string }>(
    'select count(*) from change_entry where subject_id = $1 and act = $2',
    [review, act],
  )
  return Number(rows[0]?.count)
}

describe('a request sent again under its key', () => {
  test('is answered as before and done once', async () => {
    const review = await newReview('K-1')
    const key = randomUUID()
    const first = await submit(review, key)
    expect(first.statusCode).toBe(200)
    // A clock that goes on or back changes no answer that was given.
    server.advance(-60_000)
    const second = await submit(review, key)
    server.advance(60_000)
    expect(second.statusCode).toBe(200)
    expect(second.json()).toEqual(first.json())
    expect(await countActs(review, 'submit')).toBe(1)
    expect((await submit(review, randomUUID())).json()).toMatchObject({ code: 'already-submitted' })
  })

  test('many times at once is done once, and all get the same answer', async () => {
    const review = await newReview('K-2')
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 6 }, () => submit(review, key)))
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1)
    expect(answers[0]?.statusCode).toBe(200)
    expect(await countActs(review, 'submit')).toBe(1)
  })

  test('but saying something else is refused and changes nothing', async () => {
    const [one, two] = [await newReview('K-3'), await newReview('K-4')]
    const key = randomUUID()
    await submit(one, key)
    for (const other of [await submit(one, key, 31), await submit(two, key)]) {
      expect(other.statusCode).toBe(409)
      expect(other.json()).toMatchObject({ code: 'key-of-another-request' })
    }
    expect(await countActs(two, 'submit')).toBe(0)
  })

  test('by somebody else is their own request: nobody gets another’s answer', async () => {
    const review = await newReview('K-5')
    const key = randomUUID()
    await submit(review, key)
    const other = await server.signIn(held.first.municipalityId, 'anden')
    expect((await submit(review, key, 30, other)).statusCode).toBeGreaterThanOrEqual(400)
  })
})

test('a refused request leaves its key free, and its log entries stay', async () => {
  const review = await newReview('K-6', false)
  const key = randomUUID()
  const looked = async () =>
    (
      await held.superPool.query('select from access_entry where subject_id = $1 and act = $2', [
        review,
        'check-completeness',
      ])
    ).rowCount
  for (const time of [1, 2]) {
    expect((await submit(review, key)).json()).toMatchObject({ code: 'incomplete' })
    expect(await looked()).toBe(time)
  }
  const { rowCount } = await held.superPool.query('select from answered_request where key = $1', [key])
  expect(rowCount).toBe(0)
})

test('without a key a route works as ever, and a key that is none is refused', async () => {
  const review = await newReview('K-7', false)
  const declare = (headers: Record<string, string>) =>
    server.send('POST', `/api/reviews/${review}/declaration`, {
      cookie,
      body: { verdict: 'independent', note: null },
      headers,
    })
  expect((await declare({})).statusCode).toBe(200)
  expect((await declare({ 'idempotency-key': `"${randomUUID()}"` })).statusCode).toBe(200)
  const wrong = await declare({ 'idempotency-key': "x'; drop table review; --" })
  expect(wrong.statusCode).toBe(400)
  expect(wrong.json()).toMatchObject({ code: 'key-unusable' })
})

test('an act that throws takes its key with it', async () => {
  const request = { key: randomUUID(), digest: Buffer.alloc(32, 1) }
  const actor = { ...held.first.actor, personId: leder }
  const act = (fail: boolean) =>
    held.database.once(actor, request, async (within) => {
      await within.transaction(actor, (tx) =>
        tx.recordChange({ room: 'review', act: `try-${fail}`, subjectKind: 'review' }),
      )
      if (fail) throw new Error('killed')
      return { kept: true, reply: { fail }, result: 'result' }
    })
  await expect(act(true)).rejects.toThrow('killed')
  expect(await act(false)).toEqual({ kind: 'done', result: 'result' })
  expect(await act(true)).toEqual({ kind: 'again', reply: { fail: false } })
  const { rows } = await held.superPool.query("select act from change_entry where act like 'try-%'")
  expect(rows).toEqual([{ act: 'try-false' }])
})

test('a part that is undone and done again leaves one act: what was overtaken starts over', async () => {
  const request = { key: randomUUID(), digest: Buffer.alloc(32, 2) }
  const actor = { ...held.first.actor, personId: leder }
  await held.database.once(actor, request, async (within) => {
    const part = (act: string, fails: boolean) =>
      within.transaction(actor, async (tx) => {
        await tx.recordChange({ room: 'review', act, subjectKind: 'review' })
        if (fails) throw new Error('overtaken')
      })
    await expect(part('part-1', true)).rejects.toThrow('overtaken')
    await part('part-2', false)
    return { kept: true, reply: null, result: null }
  })
  const { rows } = await held.superPool.query("select act from change_entry where act like 'part-%'")
  expect(rows).toEqual([{ act: 'part-2' }])
})

test('replies are forgotten after a day, and not before', async () => {
  const count = async () => (await held.superPool.query('select from answered_request')).rowCount ?? 0
  const before = await count()
  expect(before).toBeGreaterThan(0)
  await forgetAnswered(held.database, new Date(Date.now() + 23 * 3_600_000))
  expect(await count()).toBe(before)
  await forgetAnswered(held.database, new Date(Date.now() + 25 * 3_600_000))
  expect(await count()).toBe(0)
})
