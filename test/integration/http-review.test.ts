import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Differences } from '../../src/contract/review/differences.ts'
import type { MyReviews } from '../../src/contract/review/my-reviews.ts'
import type { Review } from '../../src/contract/review/review.ts'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import { addDays } from '../../src/core/calendar/days.ts'
import { getStage } from '../../src/core/programme/lookup.ts'
import type { PersonId, ReviewId } from '../../src/storage/ids.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addReviewedCase, createReviewRound, type ReviewRound } from '../support/review-round.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let round: ReviewRound
const persons = new Map<string, PersonId>()
const cookies = new Map<string, string>()

const people = [
  ['leder', 'department-manager', true],
  ['kollega', 'professional-coordinator', true],
  ['chef', 'area-manager', true],
  ['jurist', 'unit-lawyer', true],
  ['stab', 'staff-lawyer', false],
  ['sagsbehandler', 'caseworker', true],
] as const

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId, actor, personId } = held.first
  const unit = await addUnit(held.database, municipalityId, 'Nord')
  for (const [userName, role, inUnit] of people) {
    persons.set(
      userName,
      await addPerson(held.database, municipalityId, { userName, role, unit: inUnit ? unit : null }),
    )
    cookies.set(userName, await server.signIn(municipalityId, userName))
  }
  round = await createReviewRound(held.database, actor, personId, unit)
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
/** A case with a review at level 1 (leder and kollega) and one at level 2 (chef and jurist). */
function newCase(more: { participant?: PersonId } = {}) {
  cases += 1
  const reviewers = {
    1: [person('leder'), person('kollega')],
    2: [person('chef'), person('jurist')],
  } as const
  return addReviewedCase(held.database, held.first.actor, round, { caseId: `S-${cases}`, reviewers, ...more })
}

const questions = () => getStage(round.programme, 'underretning').questions

function as(name: string) {
  const cookie = cookies.get(name) ?? ''
  const send: TestServer['send'] = (method, url, call = {}) => server.send(method, url, { ...call, cookie })
  return {
    send,
    async open(id: ReviewId): Promise<Review> {
      const answer = await send('GET', `/api/reviews/${id}`)
      expect(answer.statusCode).toBe(200)
      return answer.json<Review>()
    },
    save: (id: ReviewId, question: string, body: Partial<Save>) =>
      send('PUT', `/api/reviews/${id}/answers/${question}`, { body: { ...blank, ...body } }),
    submit: (id: ReviewId, minutes: unknown = 30) =>
      send('POST', `/api/reviews/${id}/submission`, { body: { minutes } }),
    async fill(id: ReviewId, answer: 'yes' | 'no' | 'na' = 'yes'): Promise<void> {
      for (const { key } of questions())
        expect((await this.save(id, key, { answer, comment: `hemmelig ${answer}` })).statusCode).toBe(200)
    },
    async fillAndSubmit(id: ReviewId, answer: 'yes' | 'no' | 'na' = 'yes'): Promise<void> {
      await this.fill(id, answer)
      expect((await this.submit(id)).statusCode).toBe(200)
    },
  }
}

interface Save {
  readonly answer: string | null
  readonly comment: string | null
  readonly evidenceReference: string | null
  readonly evidenceDate: string | null
  readonly version: number
}
const blank: Save = { answer: null, comment: null, evidenceReference: null, evidenceDate: null, version: 0 }

async function rows<T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
  return (await held.superPool.query<T>(sql, [...values])).rows
}

function codeOf(answer: { json: () => unknown }): unknown {
  return (answer.json() as { code: unknown }).code
}

describe('my list', () => {
  test('holds what is assigned to me, alone or with somebody, with its progress; others get none of it', async () => {
    const { review } = await newCase()
    await as('leder').save(review(1), 'U-1.1', { answer: 'yes' })
    const mine = (await as('kollega').send('GET', '/api/reviews/mine')).json<MyReviews>()
    expect(mine.open.find(({ id }) => id === review(1))).toMatchObject({
      state: 'in-progress',
      answered: 1,
      asked: questions().length,
      age: 3,
      minutesPlanned: 30,
      unit: 'Nord',
    })
    expect(mine.open.map(({ id }) => id)).not.toContain(review(2))
    const nobodys = (await as('sagsbehandler').send('GET', '/api/reviews/mine')).json<MyReviews>()
    expect(nobodys).toMatchObject({ reviews: false, open: [], submitted: [], unassigned: null })
  })

  test('counts reviews without a reviewer for those who give them out', async () => {
    const before = (await as('leder').send('GET', '/api/reviews/mine')).json<MyReviews>().unassigned ?? 0
    await addReviewedCase(held.database, held.first.actor, round, { caseId: 'U-1', reviewers: { 1: null } })
    const after = (await as('leder').send('GET', '/api/reviews/mine')).json<MyReviews>().unassigned
    expect(after).toBe(before + 1)
    expect((await as('kollega').send('GET', '/api/reviews/mine')).json<MyReviews>().unassigned).toBeNull()
  })
})

describe('the form', () => {
  test('shows case, questions and the law in force on the day the stage was completed, and records the look', async () => {
    const { review, caseStage } = await newCase()
    const form = await as('leder').open(review(1))
    expect(form.caseFacts).toMatchObject({
      started: '2023-10-02',
      completed: '2023-12-29',
      days: 88,
      caseworker: 'SB1',
    })
    expect(form.questions).toHaveLength(questions().length)
    expect(form.questions.every(({ law }) => law === null || law.title.da === 'Serviceloven')).toBe(true)
    expect(form.questions.some(({ law }) => law !== null)).toBe(true)
    expect(form.acts).toEqual(['open', 'declare', 'answer', 'comment', 'submit'])
    expect(form.reviewers.map(({ me }) => me)).toEqual([true, false])
    const [entry] = await rows<{ act: string; detail: unknown; person_id: string }>(
      'select act, detail, person_id from access_entry where subject_id = $1 order by id desc limit 1',
      [review(1)],
    )
    expect(entry).toEqual({
      act: 'open-review',
      detail: { caseStage, sealed: false },
      person_id: person('leder'),
    })
  })

  test('does not exist for strangers, other municipalities and random ids', async () => {
    const { review } = await newCase()
    const asked = [review(2), randomUUID()]
    for (const id of asked) {
      const answer = await as('leder').send('GET', `/api/reviews/${id}`)
      expect([answer.statusCode, codeOf(answer)]).toEqual([404, 'not-found'])
    }
    await addPerson(held.database, held.second.municipalityId, {
      userName: 'fremmed',
      role: 'central-lawyer',
    })
    const cookie = await server.signIn(held.second.municipalityId, 'fremmed')
    expect((await server.send('GET', `/api/reviews/${review(1)}`, { cookie })).statusCode).toBe(404)
    expect((await as('sagsbehandler').send('GET', `/api/reviews/${review(1)}`)).statusCode).toBe(403)
  })
})

describe('saving an answer', () => {
  test('stores it with the wording of that day and a change entry, and starts the review once', async () => {
    const { review } = await newCase()
    const progress = () =>
      rows<{ started: number }>('select started from round_progress where round_id = $1 and level = 1', [
        round.id,
      ])
    const [before] = await progress()
    const first = await as('leder').save(review(1), 'U-1.1', { answer: 'no', comment: '  mangler  ' })
    const { version } = first.json<{ version: number }>()
    await as('kollega').save(review(1), 'U-1.2', {
      answer: 'na',
      evidenceReference: 'Dok. 1',
      evidenceDate: '2023-11-01',
    })
    const [after] = await progress()
    expect((after?.started ?? 0) - (before?.started ?? 0)).toBe(1)
    const stored = await rows(
      `select question_key, answer, comment, wording, answered_by, programme_version_id, version,
        evidence_reference, evidence_date::text from review_answer where review_id = $1 order by question_key`,
      [review(1)],
    )
    const wording = (key: string) => questions().find((question) => question.key === key)?.text.da
    expect(stored).toEqual([
      {
        question_key: 'U-1.1',
        answer: 'no',
        comment: 'mangler',
        wording: wording('U-1.1'),
        answered_by: person('leder'),
        programme_version_id: round.programmeVersionId,
        version,
        evidence_reference: null,
        evidence_date: null,
      },
      expect.objectContaining({
        wording: wording('U-1.2'),
        evidence_reference: 'Dok. 1',
        evidence_date: '2023-11-01',
      }),
    ])
    const entries = await rows<{ act: string; detail: unknown }>(
      'select act, detail from change_entry where subject_id = $1 order by id',
      [review(1)],
    )
    expect(entries).toEqual([
      { act: 'answer', detail: { question: 'U-1.1' } },
      { act: 'answer', detail: { question: 'U-1.2' } },
    ])
  })

  test('again with the same content changes nothing, whatever version was seen', async () => {
    const { review } = await newCase()
    const first = await as('leder').save(review(1), 'U-1.1', { answer: 'yes' })
    const again = await as('leder').save(review(1), 'U-1.1', { answer: 'yes' })
    expect(again.json()).toMatchObject({ version: first.json<{ version: number }>().version })
    const entries = await rows('select from change_entry where subject_id = $1', [review(1)])
    expect(entries).toHaveLength(1)
  })

  test('from an outdated version is refused with what stands now, also after the answer was taken back', async () => {
    const { review } = await newCase()
    const first = (await as('leder').save(review(1), 'U-1.1', { answer: 'yes' })).json<{ version: number }>()
    const second = (
      await as('kollega').save(review(1), 'U-1.1', { answer: 'no', version: first.version })
    ).json<{ version: number }>()
    const outdated = await as('leder').save(review(1), 'U-1.1', { answer: 'na', version: first.version })
    expect(outdated.statusCode).toBe(409)
    expect(outdated.json()).toMatchObject({
      code: 'outdated-version',
      current: { answer: 'no', version: second.version, answeredBy: 'Prøve kollega' },
    })
    const emptied = await as('kollega').save(review(1), 'U-1.1', { version: second.version })
    expect(emptied.statusCode).toBe(200)
    const late = await as('leder').save(review(1), 'U-1.1', { answer: 'yes', version: first.version })
    expect(codeOf(late)).toBe('outdated-version')
  })

  test('by two at once lets exactly one through and tells the other', async () => {
    const { review } = await newCase()
    const answers = ['yes', 'no', 'na', 'yes', 'no', 'na']
    const saves = await Promise.all(
      answers.map((answer, i) => as('leder').save(review(1), 'U-1.1', { answer, comment: `fane ${i}` })),
    )
    expect(saves.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      200, 409, 409, 409, 409, 409,
    ])
    expect(await rows('select from change_entry where subject_id = $1', [review(1)])).toHaveLength(1)
  })

  test('is refused to readers, participants, for unknown questions and in a closed round', async () => {
    const { review } = await newCase()
    expect(codeOf(await as('chef').save(review(1), 'U-1.1', { answer: 'yes' }))).toBe('not-your-review')
    expect(codeOf(await as('jurist').submit(review(1)))).toBe('not-your-review')
    expect(codeOf(await as('leder').save(review(1), 'HA-1.1', { answer: 'yes' }))).toBe(
      'question-not-in-form',
    )
    const own = await newCase({ participant: person('leder') })
    expect(codeOf(await as('leder').save(own.review(1), 'U-1.1', { answer: 'yes' }))).toBe('own-case')
    expect(codeOf(await as('leder').send('GET', `/api/reviews/${own.review(1)}`))).toBe('own-case')
    expect((await as('kollega').save(own.review(1), 'U-1.1', { answer: 'yes' })).statusCode).toBe(200)
    await held.superPool.query("update round set state = 'closed', closed_at = now() where id = $1", [
      round.id,
    ])
    const closed = await as('leder').save(review(1), 'U-1.1', { answer: 'yes' })
    await held.superPool.query("update round set state = 'open', closed_at = null where id = $1", [round.id])
    expect(codeOf(closed)).toBe('round-closed')
    const stored = await rows('select from review_answer where review_id = $1', [review(1)])
    expect(stored).toEqual([])
  })

  test.each([
    [{ answer: 'måske' }, 'answer'],
    [{ version: -1 }, 'version'],
    [{ version: 1.5 }, 'version'],
    [{ evidenceDate: '2023-02-30' }, 'evidenceDate'],
    [{ comment: 'x'.repeat(4001) }, 'comment'],
    [{ comment: 'Barnet (010117-4000) er hørt.' }, 'comment'],
    [{ comment: 'Barnet 010117 – 4000 er hørt.' }, 'comment'],
    [{ evidenceReference: 'Notat om 0101174000' }, 'evidenceReference'],
  ])('names the field of %o', async (body, path) => {
    const { review } = await newCase()
    const answer = await as('leder').save(review(1), 'U-1.1', body)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ errors: [{ path }] })
  })
})

test('evidence is from today or earlier, by the day in Denmark', async () => {
  const { review } = await newCase()
  const today = danishDay(new Date())
  const at = (evidenceDate: string) => as('leder').save(review(1), 'U-1.1', { answer: 'yes', evidenceDate })
  const ahead = await at(addDays(today, 1))
  expect([ahead.statusCode, ahead.json<{ code: string }>().code]).toEqual([400, 'evidence-in-future'])
  expect((await at(today)).statusCode).toBe(200)
})

test('a number that only looks long is no CPR number, and a comment that held one can be mended', async () => {
  const { review } = await newCase()
  const comment = 'Journal 2023-118845 side 4, telefon 70 10 20 30, id 9912345678.'
  expect((await as('leder').save(review(1), 'U-1.1', { answer: 'yes', comment })).statusCode).toBe(200)
  const old = 'Barnet 010117-4000'
  await rows('update review set comment = $2 where id = $1', [review(1), old])
  const send = (comment: string, before: string) =>
    as('leder').send('PUT', `/api/reviews/${review(1)}/comment`, { body: { comment, before } })
  expect((await send('Stadig 010117-4000', old)).statusCode).toBe(400)
  expect((await send('Rettet', old)).statusCode).toBe(204)
})

test('the time spent so far is told to its reviewer in any window, and counts for who stated it', async () => {
  const { review } = await newCase()
  const id = review(1)
  await as('leder').fill(id)
  // As if every answer had taken a minute.
  await rows(
    `update review_answer as a set answered_at = now() - make_interval(mins => n.place::int)
      from (select question_key, row_number() over (order by question_key) as place from review_answer
        where review_id = $1) as n
      where a.review_id = $1 and a.question_key = n.question_key`,
    [id],
  )
  const spent = questions().length - 1
  expect((await as('leder').open(id)).minutesSoFar).toBe(spent)
  expect((await as('kollega').open(id)).minutesSoFar).toBe(0)
  const doneBy = async (name: string) =>
    (await as(name).send('GET', '/api/reviews/mine')).json<MyReviews>().doneToday
  const [leder, kollega] = [await doneBy('leder'), await doneBy('kollega')]
  expect((await as('leder').submit(id, 25)).statusCode).toBe(200)
  expect(await doneBy('leder')).toEqual({ reviews: leder.reviews + 1, minutes: leder.minutes + 25 })
  expect(await doneBy('kollega')).toEqual({ reviews: kollega.reviews + 1, minutes: kollega.minutes })
  expect((await as('leder').open(id)).minutesSoFar).toBe(0)
})

describe('submitting', () => {
  test('an incomplete review is refused with every missing question and its section', async () => {
    const { review } = await newCase()
    const asked = questions()
    for (const { key } of asked.slice(2)) await as('leder').save(review(1), key, { answer: 'yes' })
    await as('leder').save(review(1), asked[0]?.key ?? '', { comment: 'svar følger' })
    const answer = await as('leder').submit(review(1))
    expect(answer.statusCode).toBe(409)
    const { problems, code } = answer.json<{ problems: { text: string }[]; code: string }>()
    expect(code).toBe('incomplete')
    expect(problems.map(({ text }) => text)).toEqual([
      expect.stringMatching(new RegExp(`^Spørgsmål ${asked[0]?.number} \\(.+\\) mangler svar\\.$`)),
      expect.stringMatching(new RegExp(`^Spørgsmål ${asked[1]?.number} \\(.+\\) mangler svar\\.$`)),
    ])
  })

  test('a complete one counts it, once, where dashboards read, and closes it', async () => {
    const { review } = await newCase()
    await as('leder').fill(review(1), 'no')
    const counts = async () => {
      const [tally] = await rows<{ no: number }>(
        "select coalesce(sum(no), 0)::int as no from question_tally where round_id = $1 and question_key = 'U-1.1' and level = 1",
        [round.id],
      )
      const [progress] = await rows<{ submitted: number; minutes: number }>(
        'select submitted, minutes::int from round_progress where round_id = $1 and level = 1',
        [round.id],
      )
      return [tally?.no ?? 0, progress?.submitted ?? 0, progress?.minutes ?? 0]
    }
    const before = await counts()
    const [one, two] = await Promise.all([
      as('leder').submit(review(1), 42),
      as('kollega').submit(review(1), 42),
    ])
    expect([one.statusCode, two.statusCode].toSorted((a, b) => a - b)).toEqual([200, 409])
    const after = await counts()
    expect(after.map((value, i) => value - (before[i] ?? 0))).toEqual([1, 1, 42])
    expect(codeOf(await as('leder').save(review(1), 'U-1.1', { answer: 'yes' }))).toBe('already-submitted')
    const comment = { body: { comment: 'for sent', before: null } }
    expect(codeOf(await as('leder').send('PUT', `/api/reviews/${review(1)}/comment`, comment))).toBe(
      'already-submitted',
    )
    const form = await as('leder').open(review(1))
    expect(form).toMatchObject({ state: 'submitted', minutes: 42, acts: ['open', 'compare'] })
  })

  test.each([0, -5, 2401, 1.5, 'mange', null])('with %o minutes is refused', async (minutes) => {
    const { review } = await newCase()
    expect((await as('leder').submit(review(1), minutes)).statusCode).toBe(400)
  })
})

test('the comment on the whole review is kept, and never overwrites a newer one unseen', async () => {
  const { review } = await newCase()
  const put = (comment: string | null, before: string | null) =>
    as('leder').send('PUT', `/api/reviews/${review(1)}/comment`, { body: { comment, before } })
  expect((await put('God sag', null)).statusCode).toBe(204)
  expect((await put('God sag', null)).statusCode).toBe(204)
  const refused = await put('Andet', null)
  expect(refused.json()).toMatchObject({ code: 'outdated-version', current: { comment: 'God sag' } })
  expect((await as('kollega').open(review(1))).comment).toBe('God sag')
})

describe('the seal', () => {
  test('keeps the level below from the level above on every route until its own review of the case is submitted', async () => {
    const { review } = await newCase()
    await as('leder').send('PUT', `/api/reviews/${review(1)}/comment`, {
      body: { comment: 'hemmelig helhed', before: null },
    })
    await as('leder').fillAndSubmit(review(1), 'no')
    await as('chef').save(review(2), 'U-1.1', { answer: 'yes' })

    const readers = ['chef', 'jurist', 'stab']
    const walked: string[] = []
    for (const name of readers) {
      for (const id of [review(1), review(2)]) {
        for (const { method, path } of server.routes.filter(({ path }) => path.startsWith('/api/reviews'))) {
          const url = path.replace(':review', id).replace(':question', 'U-1.2')
          // Wrong bodies: nothing is to be changed here, and a refusal must not leak either.
          const body =
            method === 'GET' ? {} : { body: { minutes: 1, before: 'y', ...blank, comment: 'x', version: 99 } }
          const answer = await as(name).send(method, url, body)
          walked.push(`${method} ${path}`)
          expect([name, url, answer.body.includes('hemmelig')]).toEqual([name, url, false])
        }
      }
      const shown = await as(name).open(review(1))
      expect([shown.sealed, shown.answers, shown.comment]).toEqual([true, [], null])
    }
    expect(new Set(walked).size).toBeGreaterThan(15)
    for (const name of ['chef', 'jurist'])
      expect(codeOf(await as(name).send('GET', `/api/reviews/${review(2)}/differences`))).toBe('sealed')
    expect(codeOf(await as('stab').send('GET', `/api/reviews/${review(1)}/differences`))).toBe('sealed')
  })

  test('opens with the submission, question by question', async () => {
    const { review } = await newCase()
    await as('leder').fillAndSubmit(review(1), 'no')
    await as('chef').fill(review(2), 'yes')
    expect(codeOf(await as('chef').send('GET', `/api/reviews/${review(2)}/differences`))).toBe('sealed')
    expect((await as('chef').submit(review(2))).statusCode).toBe(200)
    const answer = await as('jurist').send('GET', `/api/reviews/${review(2)}/differences`)
    const shown = answer.json<Differences>()
    expect(shown.below).toMatchObject({ level: 1, submitted: true })
    expect(shown.rows).toHaveLength(questions().length)
    expect(shown.rows[0]).toMatchObject({
      question: 'U-1.1',
      own: { answer: 'yes' },
      below: { answer: 'no', comment: 'hemmelig no' },
    })
    expect((await as('chef').open(review(1))).answers).toHaveLength(questions().length)
    // Level 3 has not reviewed the case: both reviews stay closed to it.
    expect(codeOf(await as('stab').send('GET', `/api/reviews/${review(2)}/differences`))).toBe('sealed')
    expect((await as('stab').open(review(2))).sealed).toBe(true)
  })

  test('never shows a review that is still being written, not even to a reader of its own level', async () => {
    const { review } = await newCase()
    await as('leder').fill(review(1), 'no')
    await as('chef').fillAndSubmit(review(2), 'yes')
    const shown = (await as('chef').send('GET', `/api/reviews/${review(2)}/differences`)).json<Differences>()
    expect(shown).toMatchObject({ below: { level: 1, submitted: false }, rows: [] })
    expect((await as('chef').open(review(1))).answers).toEqual([])
  })

  test('says at the lowest level that there is nothing below', async () => {
    const { review } = await newCase()
    await as('leder').fillAndSubmit(review(1))
    const shown = (await as('leder').send('GET', `/api/reviews/${review(1)}/differences`)).json<Differences>()
    expect([shown.below, shown.rows]).toEqual([null, []])
  })
})
