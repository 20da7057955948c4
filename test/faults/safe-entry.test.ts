import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getStage } from '../../src/core/programme/lookup.ts'
import type { PersonId, ReviewId } from '../../src/storage/ids.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addReviewedCase, createReviewRound, type ReviewRound } from '../support/review-round.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let round: ReviewRound
const people = new Map<string, PersonId>()
const cookies = new Map<string, string>()

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId, actor, personId } = held.first
  const unit = await addUnit(held.database, municipalityId, 'Nord')
  for (const userName of ['leder', 'makker', 'fratræder']) {
    const role = 'department-manager'
    people.set(userName, await addPerson(held.database, municipalityId, { userName, role, unit }))
    cookies.set(userName, await server.signIn(municipalityId, userName))
  }
  round = await createReviewRound(held.database, actor, personId, unit)
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

function known<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name)
  if (found === undefined) throw new Error(`nobody is called ${name}`)
  return found
}

async function newReview(caseId: string, names: readonly [string, string?] = ['leder'], declared = true) {
  const [first, second] = names
  const { review } = await addReviewedCase(held.database, held.first.actor, round, {
    caseId,
    reviewers: {
      1: second === undefined ? [known(people, first)] : [known(people, first), known(people, second)],
    },
    declared,
  })
  return review(1)
}

const questions = () => getStage(round.programme, 'underretning').questions
const firstQuestion = () => questions()[0]?.key ?? ''

function content(answer: 'yes' | 'no', version: number, comment: string | null = null) {
  return {
    answer,
    comment,
    evidenceReference: null,
    evidenceDate: null,
    value: null,
    overrideReason: null,
    version,
  }
}

function save(review: ReviewId, body: ReturnType<typeof content>, who = 'leder', question = firstQuestion()) {
  const cookie = known(cookies, who)
  return server.send('PUT', `/api/reviews/${review}/answers/${question}`, { cookie, body, language: 'da' })
}

async function fill(review: ReviewId): Promise<void> {
  for (const { key } of questions()) await save(review, content('yes', 0), 'leder', key)
}

async function stored(review: ReviewId): Promise<Record<string, unknown> | undefined> {
  const { rows } = await held.superPool.query<Record<string, unknown>>(
    'select answer, comment, version from review_answer where review_id = $1 and question_key = $2',
    [review, firstQuestion()],
  )
  return rows[0]
}

async function count(table: string, review: ReviewId, where: string): Promise<number> {
  const column = table === 'change_entry' ? 'subject_id' : 'review_id'
  const { rowCount } = await held.superPool.query(
    `select from ${table} where ${column}::text = $1 and ${where}`,
    [review],
  )
  return rowCount ?? 0
}

interface Sent {
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly key?: string
}

/** Has a server of its own carry the request out and be killed before it replies. */
async function loseReply({ method, path, body, key }: Sent): Promise<void> {
  const program = fileURLToPath(new URL('../support/serve-and-die.ts', import.meta.url))
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })
  try {
    const ended = once(child, 'exit')
    const { connectionString } = held.appPool.options
    const claimKey = Buffer.from(held.claimKey.bytes).toString('hex')
    child.stdin.end(JSON.stringify({ url: connectionString, claimKey }))
    const lines = createInterface({ input: child.stdout })
    const [address] = (await once(lines, 'line', { signal: AbortSignal.timeout(30_000) })) as [string]
    const lost = fetch(`${address}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        cookie: known(cookies, 'leder'),
        origin: address,
        'x-die': '1',
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    })
    await expect(lost).rejects.toThrow('fetch failed')
    await ended
    expect(child.signalCode).toBe('SIGKILL')
  } finally {
    child.kill('SIGKILL')
  }
}

/** The client's second attempt, at the server as it was started again. */
function again({ method, path, body, key }: Sent) {
  return server.send(method as 'POST', path, {
    cookie: known(cookies, 'leder'),
    body,
    ...(key !== undefined && { headers: { 'idempotency-key': key } }),
  })
}

describe('the server killed between act and reply', () => {
  test('has saved the answer, and saving it again doubles nothing', async () => {
    const review = await newReview('F-1')
    const path = `/api/reviews/${review}/answers/${firstQuestion()}`
    const request = { method: 'PUT', path, body: content('no', 0, 'set') }
    await loseReply(request)
    const { version } = (await stored(review)) ?? {}
    const answer = await again(request)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ version })
    expect(await count('change_entry', review, `act = 'answer'`)).toBe(1)
  })

  test('has saved the comment on the whole, once', async () => {
    const review = await newReview('F-2')
    const body = { comment: 'samlet', before: null }
    const request = { method: 'PUT', path: `/api/reviews/${review}/comment`, body }
    await loseReply(request)
    expect((await again(request)).statusCode).toBe(204)
    expect(await count('change_entry', review, `act = 'comment'`)).toBe(1)
  })

  test('has taken the declaration, once', async () => {
    const review = await newReview('F-3', ['leder'], false)
    const body = { verdict: 'independent', note: null }
    const request = { method: 'POST', path: `/api/reviews/${review}/declaration`, body, key: randomUUID() }
    await loseReply(request)
    const answer = await again(request)
    expect([answer.statusCode, answer.json()]).toEqual([200, { passedOn: false }])
    expect(await count('review_event', review, `kind = 'declared'`)).toBe(1)
  })

  test('has submitted the review, and asked again says when, instead of that it was submitted already', async () => {
    const review = await newReview('F-4')
    await fill(review)
    const body = { minutes: 40 }
    const request = { method: 'POST', path: `/api/reviews/${review}/submission`, body, key: randomUUID() }
    await loseReply(request)
    const answer = await again(request)
    expect(answer.statusCode).toBe(200)
    const { rows } = await held.superPool.query<{ at: Date }>(
      'select submitted_at as at from review where id = $1',
      [review],
    )
    expect(answer.json()).toEqual({ submittedAt: rows[0]?.at.toISOString() })
    expect(await count('review_event', review, `kind = 'submitted'`)).toBe(1)
    expect(await count('change_entry', review, `act = 'submit'`)).toBe(1)
  })
})

describe('a save that cannot be', () => {
  test('from an outdated version shows what stands and changes nothing, also between two reviewers', async () => {
    const review = await newReview('F-5', ['leder', 'makker'])
    await addDeclaration(review, 'makker')
    expect((await save(review, content('yes', 0))).statusCode).toBe(200)
    const before = await stored(review)
    const late = await save(review, content('no', 0, 'min'), 'makker')
    expect(late.statusCode).toBe(409)
    expect(late.json()).toMatchObject({
      code: 'outdated-version',
      current: { answer: 'yes', answeredBy: 'Prøve leder' },
    })
    expect(await stored(review)).toEqual(before)
  })

  test('submitting an incomplete form names every missing question and leaves the answers open', async () => {
    const review = await newReview('F-6')
    await save(review, content('yes', 0))
    const answer = await server.send('POST', `/api/reviews/${review}/submission`, {
      cookie: known(cookies, 'leder'),
      body: { minutes: 10 },
      language: 'da',
    })
    expect(answer.statusCode).toBe(409)
    const { code, problems } = answer.json<{ code: string; problems: unknown[] }>()
    expect([code, problems.length]).toEqual(['incomplete', questions().length - 1])
    expect((await save(review, content('no', Number((await stored(review))?.version)))).statusCode).toBe(200)
  })

  test('in a closed round is refused in words, and the answers stand', async () => {
    const review = await newReview('F-7')
    await save(review, content('yes', 0))
    const before = await stored(review)
    await held.superPool.query("update round set state = 'closed', closed_at = now() where id = $1", [
      round.id,
    ])
    try {
      const answer = await save(review, content('no', Number(before?.version)))
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([409, 'round-closed'])
      expect(await stored(review)).toEqual(before)
    } finally {
      await held.superPool.query("update round set state = 'open', closed_at = null where id = $1", [
        round.id,
      ])
    }
  })

  test('by a reviewer whose role ended this morning is refused in words, and the answers stand', async () => {
    const review = await newReview('F-8', ['fratræder'])
    expect((await save(review, content('yes', 0), 'fratræder')).statusCode).toBe(200)
    const before = await stored(review)
    await held.superPool.query(
      'update role_assignment set valid_to = current_date - 1 where person_id = $1',
      [known(people, 'fratræder')],
    )
    const answer = await save(review, content('no', Number(before?.version)), 'fratræder')
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ title: 'Din rolle giver ikke adgang til dette.' })
    expect(await stored(review)).toEqual(before)
  })
})

test('a clock set back changes no order: versions decide, and the form can be finished', async () => {
  const review = await newReview('F-9')
  await fill(review)
  const { version } = (await stored(review)) ?? {}
  // Further back than a session may stand unused, one signs in anew: test/faults/clock.test.ts.
  server.advance(-20 * 60_000)
  try {
    const later = await save(review, content('no', Number(version), 'skrevet senere'))
    expect(later.statusCode).toBe(200)
    expect((await save(review, content('yes', Number(version), 'gammel'))).json()).toMatchObject({
      code: 'outdated-version',
    })
    expect(await stored(review)).toMatchObject({ answer: 'no', comment: 'skrevet senere' })
    const submitted = await server.send('POST', `/api/reviews/${review}/submission`, {
      cookie: known(cookies, 'leder'),
      body: { minutes: 10 },
    })
    expect(submitted.statusCode).toBe(200)
  } finally {
    server.advance(20 * 60_000)
  }
})

async function addDeclaration(review: ReviewId, name: string): Promise<void> {
  await server.send('POST', `/api/reviews/${review}/declaration`, {
    cookie: known(cookies, name),
    body: { verdict: 'independent', note: null },
  })
}
