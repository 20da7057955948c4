import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import { setMissingDueDates } from '../../src/app/review/due-dates.ts'
import { passOnEnded } from '../../src/app/review/pass-on-ended.ts'
import { remind } from '../../src/app/review/remind.ts'
import { sendMail } from '../../src/app/notification/send-mail.ts'
import { createSmtpTransport } from '../../src/boot/smtp-transport.ts'
import type {
  Assignment,
  Candidate,
  moveReviews,
  proposeBalance,
} from '../../src/contract/review/assignment.ts'
import type { MyReviews } from '../../src/contract/review/my-reviews.ts'
import { addDays } from '../../src/core/calendar/days.ts'
import { getStage } from '../../src/core/programme/lookup.ts'
import type { PersonId, ReviewId, UnitId } from '../../src/storage/ids.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { openMailbox } from '../support/mailbox.ts'
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
let south: UnitId
const persons = new Map<string, PersonId>()
const cookies = new Map<string, string>()
const people = [
  ['leder', 'department-manager', 'north'],
  ['leder2', 'department-manager', 'north'],
  ['koord', 'professional-coordinator', 'north'],
  ['chef', 'area-manager', 'north'],
  ['jurist', 'unit-lawyer', 'north'],
  ['sydleder', 'department-manager', 'south'],
  ['stab', 'staff-lawyer', null],
  ['sofie', 'caseworker', 'north'],
] as const
const today = danishDay(new Date())

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId, actor, personId } = held.first
  const north = await addUnit(held.database, municipalityId, 'Nord')
  south = await addUnit(held.database, municipalityId, 'Syd')
  for (const [userName, role, where] of people) {
    const unit = where === null ? null : where === 'north' ? north : south
    persons.set(userName, await addPerson(held.database, municipalityId, { userName, role, unit }))
    cookies.set(userName, await server.signIn(municipalityId, userName))
  }
  round = await createReviewRound(held.database, actor, personId, north)
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

const person = (name: string): PersonId => get(persons, name)
function get<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name)
  if (value === undefined) throw new Error(`nobody is called ${name}`)
  return value
}
const send = (who: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown) =>
  server.send(method, url, { cookie: get(cookies, who), ...(body !== undefined && { body }) })

let cases = 0
async function newCase(reviewers: NewCase['reviewers'], more: Partial<NewCase> = {}): Promise<ReviewId> {
  cases += 1
  const level = Number(Object.keys(reviewers)[0])
  return (
    await addReviewedCase(held.database, held.first.actor, round, {
      caseId: `F-${cases}`,
      reviewers,
      ...more,
    })
  ).review(level)
}

async function rowOf(review: ReviewId) {
  const { rows } = await held.superPool.query<{
    assigned_to: string | null
    state: string
    due_on: string | null
  }>('select assigned_to, state, due_on::text from review where id = $1', [review])
  return rows[0]
}
const setDue = (review: ReviewId, day: string | null) =>
  held.superPool.query('update review set due_on = $2 where id = $1', [review, day])
/** Ends what other tests left open. */
const clear = () =>
  held.superPool.query("update review set state = 'written-off' where state in ('assigned', 'in-progress')")
async function assignment(who: string, query = ''): Promise<Assignment> {
  return (await send(who, 'GET', `/api/rounds/2023q4/assignment${query}`)).json<Assignment>()
}
type Moved = z.output<typeof moveReviews.response>
const move = (who: string, moves: readonly object[], reason: string | null = 'Sygdom i afdelingen') =>
  send(who, 'POST', '/api/rounds/2023q4/moves', { moves, reason })
async function noticesOf(who: string): Promise<string[]> {
  const list = await send(who, 'GET', '/api/notifications')
  return list
    .json<{ notifications: { kind: string; subject: string }[] }>()
    .notifications.map(({ kind, subject }) => `${kind} ${subject}`)
}

describe('the list', () => {
  test('shows those who give out what their right reaches, and nobody else anything', async () => {
    await newCase({ 1: [person('leder')] })
    await newCase({ 1: null })
    const mine = await assignment('chef')
    expect(mine.reviews).toHaveLength(2)
    expect(mine.unassigned).toBe(1)
    expect(mine.reviewers.find(({ id }) => id === person('leder'))).toMatchObject({ open: 1, submitted: 0 })
    expect((await assignment('chef', '?state=unassigned')).reviews).toHaveLength(1)
    expect((await assignment('chef', `?reviewer=${person('leder')}`)).reviews).toHaveLength(1)
    // Another unit's manager may give out, but nothing here.
    expect((await assignment('sydleder')).reviews).toEqual([])
    for (const who of ['koord', 'sofie'])
      expect((await send(who, 'GET', '/api/rounds/2023q4/assignment')).statusCode).toBe(403)
    expect((await send('chef', 'GET', '/api/rounds/findes-ikke/assignment')).statusCode).toBe(404)
  })

  test('is not there for another municipality', async () => {
    await addPerson(held.database, held.second.municipalityId, { userName: 'fremmed', role: 'staff-lawyer' })
    const cookie = await server.signIn(held.second.municipalityId, 'fremmed')
    const answer = await server.send('GET', '/api/rounds/2023q4/assignment', { cookie })
    expect(answer.statusCode).toBe(404)
  })
})

describe('a round with anchors', () => {
  test('shows the case numbers to nobody but those who lead the audit until it is closed', async () => {
    const file = new URL('../../programmes/bbu-2017.yaml', import.meta.url)
    const source = (await readFile(file, 'utf8')).replace(/^version: \d+/m, 'version: 99')
    const { actor, personId } = held.first
    const anchors = 'anchors:\n  - { caseId: X-1, stage: underretning, levels: [2] }\n'
    const other = await createReviewRound(
      held.database,
      actor,
      personId,
      round.unit,
      'anket',
      `${source.trimEnd()}\n${anchors}`,
    )
    const reviewers = { 1: [person('leder')], 2: [person('chef')] } as const
    await addReviewedCase(held.database, actor, other, { caseId: 'F-ANKET', reviewers })
    const url = '/api/rounds/anket/assignment'
    const seen = await send('chef', 'GET', url)
    expect(seen.json<Assignment>()).toMatchObject({ caseIdsHidden: true, total: 2 })
    expect(seen.body).not.toContain('F-ANKET')
    expect((await send('stab', 'GET', url)).body).toContain('F-ANKET')
    const balance = `/api/rounds/anket/balance?leaving=${person('leder')}`
    expect((await send('chef', 'GET', balance)).body).not.toContain('F-ANKET')
    await held.superPool.query("update round set state = 'closed', closed_at = now() where key = 'anket'")
    expect((await send('chef', 'GET', url)).body).toContain('F-ANKET')
  })
})

describe('moving', () => {
  test('gives an unassigned review out, with its history, its notice and its count', async () => {
    const review = await newCase({ 1: null })
    const given = await move('chef', [{ review, from: null, to: person('leder2') }], null)
    expect(given.json<Moved>()).toEqual({ moved: 1, stayed: [] })
    expect(await rowOf(review)).toMatchObject({ assigned_to: person('leder2') })
    expect(await noticesOf('leder2')).toContain(`review-assigned ${review}`)
    const { rows } = await held.superPool.query(
      'select kind, reason, person_id, detail from review_event where review_id = $1',
      [review],
    )
    expect(rows).toEqual([
      { kind: 'assigned', reason: null, person_id: person('chef'), detail: { to: person('leder2') } },
    ])
    const progress = await held.superPool.query<{ assigned: number; given: number }>(
      `select p.assigned, (select count(*)::int from review as r
         where r.round_id = p.round_id and r.level = 1 and r.assigned_to is not null) as given
       from round_progress as p where p.level = 1 and p.round_id = $1`,
      [round.id],
    )
    expect(progress.rows[0]?.assigned).toBe(progress.rows[0]?.given)
  })

  test('fills the second place of a pair with somebody of the other role, who is told; nobody loses anything', async () => {
    const review = await newCase({ 1: [person('leder')] })
    const whole = await newCase({ 1: [person('leder'), person('koord')] })
    const alone = await newCase({ 1: null })
    const lacking = await assignment('chef', '?state=lacks-second')
    const ids = lacking.reviews.map(({ id }) => id)
    expect([ids.includes(review), ids.includes(whole), ids.includes(alone)]).toEqual([true, false, false])
    expect((await assignment('chef', `?review=${whole}`)).reviews).toMatchObject([
      { id: whole, lacksSecond: false },
    ])
    const candidates = await send(
      'chef',
      'GET',
      `/api/rounds/2023q4/candidates?reviews=${review}&place=second`,
    )
    const found = candidates.json<{ candidates: Candidate[] }>().candidates
    expect(found.find(({ id }) => id === person('koord'))).toMatchObject({ can: 1 })
    expect(found.find(({ id }) => id === person('leder2'))).toMatchObject({
      can: 0,
      cannot: [{ why: 'same-role', count: 1 }],
    })
    const second = (of: ReviewId, to: string) => ({ review: of, from: null, place: 'second', to: person(to) })
    expect((await move('chef', [second(review, 'koord')], null)).json<Moved>()).toEqual({
      moved: 1,
      stayed: [],
    })
    const { rows } = await held.superPool.query(
      'select assigned_to as first, assigned_with as second from review where id = $1',
      [review],
    )
    expect(rows).toEqual([{ first: person('leder'), second: person('koord') }])
    expect(await noticesOf('koord')).toContain(`review-assigned ${review}`)
    expect(await noticesOf('leder')).not.toContain(`review-taken ${review}`)
    // The place is taken by now, and the other review has nobody in its first.
    const again = await move('chef', [second(review, 'koord'), second(alone, 'koord')], null)
    expect(again.json<Moved>().stayed.map(({ why }) => why)).toEqual(['changed', 'changed'])
  })

  test('needs a reason where somebody loses a review, and tells both', async () => {
    const review = await newCase({ 1: [person('leder')] })
    const moves = [{ review, from: person('leder'), to: person('leder2') }]
    const refused = await move('chef', moves, null)
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([400, 'reason-needed'])
    expect((await move('chef', moves)).json<Moved>().moved).toBe(1)
    expect(await noticesOf('leder')).toContain(`review-taken ${review}`)
    expect(await noticesOf('leder2')).toContain(`review-assigned ${review}`)
    expect((await send('leder', 'GET', `/api/reviews/${review}`)).statusCode).toBe(404)
  })

  test('of several moves those that can be, and says of the others why they stay', async () => {
    const free = await newCase({ 1: [person('leder')] })
    const barred = await newCase({ 1: [person('leder')] }, { participant: person('leder2') })
    const gone = await newCase({ 1: [person('koord')] })
    const submitted = await newCase({ 1: [person('leder')] })
    await held.superPool.query(
      "update review set state = 'submitted', started_at = now(), submitted_at = now(), minutes = 50 where id = $1",
      [submitted],
    )
    const moves = [free, barred, gone, submitted].map((review) => ({
      review,
      from: person('leder'),
      to: person('leder2'),
    }))
    const { moved, stayed } = (await move('chef', moves)).json<Moved>()
    expect(moved).toBe(1)
    expect(new Map(stayed.map(({ review, why }) => [review, why]))).toEqual(
      new Map([
        [barred, 'barred'],
        [gone, 'changed'],
        [submitted, 'submitted'],
      ]),
    )
    expect(await rowOf(submitted)).toMatchObject({ assigned_to: person('leder') })
  })

  test('reaches no further than the right to give out, neither in cases nor in people', async () => {
    const review = await newCase({ 1: [person('leder')] })
    const moves = [{ review, from: person('leder'), to: person('leder2') }]
    expect((await move('sydleder', moves)).statusCode).toBe(404)
    expect((await move('sofie', moves)).statusCode).toBe(403)
    const away = await move('chef', [{ review, from: person('leder'), to: person('sydleder') }])
    expect(away.json<Moved>().stayed).toEqual([{ review, why: 'not-reviewer' }])
    expect(
      (await move('stab', [{ review, from: person('leder'), to: person('sydleder') }])).json<Moved>().stayed,
    ).toEqual([{ review, why: 'other-unit' }])
  })

  test('and submitting at the same moment leave one of the two done, never both', async () => {
    const review = await newCase({ 1: [person('leder')] })
    for (const { key } of getStage(round.programme, 'underretning').questions) {
      const url = `/api/reviews/${review}/answers/${key}`
      const body = { answer: 'yes', comment: null, evidenceReference: null, evidenceDate: null, version: 0 }
      await send('leder', 'PUT', url, body)
    }
    const [submitted, moved] = await Promise.all([
      send('leder', 'POST', `/api/reviews/${review}/submission`, { minutes: 40 }),
      move('chef', [{ review, from: person('leder'), to: person('leder2') }]),
    ])
    const row = await rowOf(review)
    const won = moved.json<Moved>().moved === 1
    expect([submitted.statusCode, row?.state, row?.assigned_to]).toEqual(
      won ? [404, 'in-progress', person('leder2')] : [200, 'submitted', person('leder')],
    )
  })
})

describe('choosing a colleague', () => {
  test('shows who can with what they have, and only that others cannot', async () => {
    const review = await newCase({ 1: [person('leder')] }, { participant: person('koord') })
    const answer = await send('chef', 'GET', `/api/rounds/2023q4/candidates?reviews=${review}`)
    const { candidates } = answer.json<{ candidates: Candidate[] }>()
    const of = (name: string) => candidates.find(({ id }) => id === person(name))
    expect(of('leder2')).toMatchObject({ can: 1, cannot: [] })
    expect(of('koord')).toMatchObject({ can: 0, cannot: [{ why: 'barred', count: 1 }] })
    expect(of('leder')).toMatchObject({ can: 0, cannot: [{ why: 'already-reviewer', count: 1 }] })
    expect(of('sydleder')).toBeUndefined()
    expect(answer.body).not.toMatch(/took-part|participant|declared/)
    expect(
      (await send('sydleder', 'GET', `/api/rounds/2023q4/candidates?reviews=${review}`)).statusCode,
    ).toBe(404)
  })
})

describe('balance', () => {
  test('proposes even loads with the fewest moves, changes nothing, and can be done as proposed', async () => {
    await clear()
    const reviews: ReviewId[] = []
    for (let i = 0; i < 6; i += 1) reviews.push(await newCase({ 1: [person('leder')] }))
    const begun = await newCase({ 1: [person('leder')] })
    await held.superPool.query("update review set state = 'in-progress', started_at = now() where id = $1", [
      begun,
    ])
    await newCase({ 1: null })
    const answer = await send('chef', 'GET', '/api/rounds/2023q4/balance?level=1')
    const proposal = answer.json<z.output<typeof proposeBalance.response>>()
    // 8 reviews and 3 people: 3, 3 and 2; the leader keeps 3, so that 4 of their 7 move.
    const loads = proposal.loads.filter(({ before, after }) => before + after > 0)
    expect(loads.map(({ after }) => after).toSorted((a, b) => a - b)).toEqual([2, 3, 3])
    expect(proposal.moves).toHaveLength(5)
    expect(proposal.moves.filter(({ why }) => why === 'unassigned')).toHaveLength(1)
    expect(proposal.moves.map(({ review }) => review)).not.toContain(begun)
    expect((await rowOf(reviews[0] ?? begun))?.assigned_to).toBe(person('leder'))
    const moves = proposal.moves.map(({ review, from, to }) => ({
      review,
      from: from?.id ?? null,
      to: to.id,
    }))
    expect((await move('chef', moves, 'Udligning')).json<Moved>()).toEqual({ moved: 5, stayed: [] })
    const again = await send('chef', 'GET', '/api/rounds/2023q4/balance?level=1')
    expect(again.json<z.output<typeof proposeBalance.response>>().moves).toEqual([])
  })

  test('relieves whoever leaves of everything, what they have begun too', async () => {
    await clear()
    const begun = await newCase({ 1: [person('leder')] })
    await held.superPool.query("update review set state = 'in-progress', started_at = now() where id = $1", [
      begun,
    ])
    const answer = await send('chef', 'GET', `/api/rounds/2023q4/balance?leaving=${person('leder')}`)
    const { moves } = answer.json<z.output<typeof proposeBalance.response>>()
    expect(moves).toMatchObject([{ review: begun, why: 'leaving' }])
    expect(moves[0]?.to.id).not.toBe(person('leder'))
  })
})

describe('absence', () => {
  test('is entered by the person or by who gives out their reviews, and keeps reviews away from them', async () => {
    await clear()
    const until = addDays(today, 20)
    const due = addDays(today, 10)
    const own = { person: person('leder2'), from: addDays(today, 5), until }
    const added = await send('leder2', 'POST', '/api/absences', own)
    expect(added.statusCode).toBe(200)
    expect((await send('sofie', 'POST', '/api/absences', own)).statusCode).toBe(404)
    expect((await send('sydleder', 'POST', '/api/absences', own)).statusCode).toBe(404)
    expect(
      (await send('leder2', 'POST', '/api/absences', { ...own, until: addDays(today, 1) })).statusCode,
    ).toBe(400)
    const past = { ...own, from: '2024-01-01', until: '2024-01-02' }
    expect((await send('leder2', 'POST', '/api/absences', past)).statusCode).toBe(409)

    const review = await newCase({ 1: [person('leder')] })
    await setDue(review, due)
    const moves = [{ review, from: person('leder'), to: person('leder2') }]
    expect((await move('chef', moves)).json<Moved>().stayed).toEqual([{ review, why: 'away' }])
    // Due after they are back, they can have it.
    await setDue(review, addDays(until, 1))
    expect((await move('chef', moves)).json<Moved>().moved).toBe(1)
    await setDue(review, due)
    const list = await send('chef', 'GET', '/api/absences')
    const { absences } = list.json<{ absences: { id: string; dueMeanwhile: number }[] }>()
    expect(absences).toMatchObject([{ dueMeanwhile: 1 }])
    const proposal = await send('chef', 'GET', '/api/rounds/2023q4/balance')
    expect(proposal.json<z.output<typeof proposeBalance.response>>().moves).toMatchObject([
      { review, why: 'away' },
    ])
    const { id } = added.json<{ id: string }>()
    expect((await send('sydleder', 'DELETE', `/api/absences/${id}`)).statusCode).toBe(404)
    expect((await send('chef', 'DELETE', `/api/absences/${id}`)).statusCode).toBe(204)
    expect((await send('leder2', 'GET', '/api/absences')).json()).toMatchObject({ absences: [] })
  })
})

describe('an absence that others enter', () => {
  const away = (who: string) => ({ person: person(who), from: today, until: today })
  const entered = async (who: string) =>
    (await noticesOf(who)).filter((each) => each.startsWith('absence-entered')).length

  test('is told to the person, as is that others took it back', async () => {
    const before = await entered('leder2')
    const added = await send('chef', 'POST', '/api/absences', away('leder2'))
    const { id } = added.json<{ id: string }>()
    expect(await entered('leder2')).toBe(before + 1)
    expect((await send('stab', 'DELETE', `/api/absences/${id}`)).statusCode).toBe(204)
    expect(await entered('leder2')).toBe(before + 2)
    const own = (await send('leder2', 'POST', '/api/absences', away('leder2'))).json<{ id: string }>()
    await send('leder2', 'DELETE', `/api/absences/${own.id}`)
    expect(await entered('leder2')).toBe(before + 2)
  })

  test('follows the line: nobody enters or takes back that of who stands beside or above them', async () => {
    for (const who of ['chef', 'jurist', 'leder2'])
      expect((await send('leder', 'POST', '/api/absences', away(who))).statusCode).toBe(404)
    expect((await send('chef', 'POST', '/api/absences', away('jurist'))).statusCode).toBe(404)
    const one = await send('leder', 'POST', '/api/absences', away('koord'))
    expect(one.statusCode).toBe(200)
    const own = (await send('chef', 'POST', '/api/absences', away('chef'))).json<{ id: string }>()
    const seen = await send('leder', 'GET', '/api/absences')
    const { absences, people: below } = seen.json<{
      absences: { id: string; mayTakeBack: boolean }[]
      people: { id: string }[]
    }>()
    expect(below.map(({ id }) => id).toSorted()).toEqual(['leder', 'koord', 'sofie'].map(person).toSorted())
    expect(absences.find(({ id }) => id === own.id)?.mayTakeBack).toBe(false)
    expect((await send('leder', 'DELETE', `/api/absences/${own.id}`)).statusCode).toBe(404)
    expect((await send('stab', 'DELETE', `/api/absences/${own.id}`)).statusCode).toBe(204)
    expect((await send('stab', 'POST', '/api/absences', away('chef'))).statusCode).toBe(200)
    await held.superPool.query('update absence set taken_back_at = now()')
  })

  test('does not reach a coordinator here who leads elsewhere', async () => {
    const { municipalityId } = held.first
    const both = await addPerson(held.database, municipalityId, {
      userName: 'begge',
      role: 'professional-coordinator',
      unit: round.unit,
    })
    expect(
      (await send('leder', 'POST', '/api/absences', { ...away('leder'), person: both })).statusCode,
    ).toBe(200)
    await held.superPool.query(
      `insert into role_assignment (municipality_id, person_id, role, unit_id, valid_from)
        values ($1, $2, 'area-manager', $3, '2020-01-01')`,
      [municipalityId, both, south],
    )
    expect(
      (await send('leder', 'POST', '/api/absences', { ...away('leder'), person: both })).statusCode,
    ).toBe(404)
    await held.superPool.query('update absence set taken_back_at = now()')
    await held.superPool.query(
      'update role_assignment set valid_to = current_date - 1 where person_id = $1',
      [both],
    )
  })
})

describe('a role that ended', () => {
  test('passes open reviews on once, keeps the answers, and leaves what was submitted', async () => {
    await clear()
    const unit = round.unit
    const at = { userName: 'gaaet', role: 'department-manager', unit, until: addDays(today, -1) } as const
    const gone = await addPerson(held.database, held.first.municipalityId, at)
    const review = await newCase({ 1: [gone] })
    await held.superPool.query("update review set state = 'in-progress', started_at = now() where id = $1", [
      review,
    ])
    expect((await assignment('chef')).reviewers.find(({ id }) => id === gone)).toMatchObject({ ended: true })
    expect(await passOnEnded(held.database, new Date())).toBe(1)
    const row = await rowOf(review)
    expect(row?.state).toBe('in-progress')
    expect(row?.assigned_to).not.toBe(gone)
    expect(await passOnEnded(held.database, new Date())).toBe(0)
  })
})

describe('due dates', () => {
  test('are set for what has none, evenly, and anew when those who lead the audit choose', async () => {
    await clear()
    const reviews: ReviewId[] = []
    for (let i = 0; i < 6; i += 1) reviews.push(await newCase({ 1: [person('leder')] }))
    expect(await setMissingDueDates(held.database, new Date())).toBe(6)
    expect(await setMissingDueDates(held.database, new Date())).toBe(0)
    const days = async () => Promise.all(reviews.map(async (review) => (await rowOf(review))?.due_on ?? ''))
    const counts = Object.values(Object.groupBy(await days(), (day) => day)).map((list) => list?.length ?? 0)
    expect(counts.length).toBeGreaterThan(1)
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    const url = '/api/rounds/2023q4/levels/1/due'
    expect((await send('chef', 'PUT', url, { days: 60, spread: false })).statusCode).toBe(403)
    expect((await send('stab', 'PUT', url, { days: 60, spread: false })).json()).toEqual({ changed: 6 })
    expect(new Set(await days()).size).toBe(1)
    expect((await send('stab', 'PUT', url, { days: 1, spread: false })).statusCode).toBe(409)
    expect(
      (await send('stab', 'PUT', '/api/rounds/2023q4/levels/9/due', { days: 9, spread: true })).statusCode,
    ).toBe(404)
  })

  test('show in my tasks with what they rest on, and in a calendar file without cases', async () => {
    const mine = (await send('leder', 'GET', '/api/reviews/mine')).json<MyReviews>()
    expect(mine.open.length).toBeGreaterThan(0)
    expect(mine.open[0]?.dueOn).toMatch(/^\d{4}-/)
    expect(mine.open[0]?.forecast?.basis).toBe('programme')
    const file = await send('leder', 'GET', '/api/reviews/mine/calendar.ics')
    expect(file.headers['content-type']).toContain('text/calendar')
    expect(file.body).toContain('BEGIN:VEVENT')
    expect(file.body).toContain('6 gennemgange')
    expect(file.body).not.toMatch(/F-\d|Prøve|Nord/)
  })
})

describe('reminders', () => {
  test('come two working days before and the day after, once each, and go out by mail', async () => {
    await clear()
    await held.superPool.query('delete from notification')
    await held.superPool.query("update person set email = 'leder@kommune.example' where id = $1", [
      person('leder'),
    ])
    const due = await newCase({ 1: [person('leder')] })
    const late = await newCase({ 1: [person('leder')] })
    const far = await newCase({ 1: [person('leder')] })
    // Wednesday 14 October 2026, 9 o'clock in Denmark.
    const now = new Date('2026-10-14T07:00:00Z')
    await setDue(due, '2026-10-16')
    await setDue(late, '2026-10-13')
    await setDue(far, '2026-10-19')
    expect(await remind(held.database, now)).toBe(2)
    expect(await remind(held.database, now)).toBe(0)
    expect((await noticesOf('leder')).toSorted()).toEqual([`review-due ${due}`, `review-overdue ${late}`])
    // Six days later it is still the first week; seven days later it is told again.
    const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
    await setDue(due, '2027-01-04')
    await setDue(far, '2027-01-04')
    expect(await remind(held.database, later(6))).toBe(0)
    expect(await remind(held.database, later(7))).toBe(1)

    const mailbox = await openMailbox()
    const transport = createSmtpTransport({ url: mailbox.url, from: 'tilsyn@kommune.example' })
    try {
      await sendMail({ database: held.database, transport, address: undefined }, later(7))
    } finally {
      transport.close()
      await mailbox.close()
    }
    expect(mailbox.mails.map(({ to }) => to)).toEqual([['leder@kommune.example']])
    expect(mailbox.mails[0]?.source).not.toContain(due)
  })

  test('leave in peace who is away', async () => {
    await clear()
    const review = await newCase({ 1: [person('leder2')] })
    await setDue(review, today)
    const absence = { person: person('leder2'), from: today, until: today }
    expect((await send('chef', 'POST', '/api/absences', absence)).statusCode).toBe(200)
    expect(await remind(held.database, new Date())).toBe(0)
    await held.superPool.query('update absence set taken_back_at = now()')
    expect(await remind(held.database, new Date())).toBe(1)
  })
})
