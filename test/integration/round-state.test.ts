import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Round, RoundSummary } from '../../src/contract/draw/rounds.ts'
import type { RoundState, StuckReview } from '../../src/contract/review/round-state.ts'
import { ReviewCast } from '../support/review-cast.ts'

let cast: ReviewCast
let cases: Awaited<ReturnType<ReviewCast['newCase']>>[]
beforeAll(async () => {
  cast = await ReviewCast.create()
  cases = []
  for (let i = 0; i < 6; i += 1) cases.push(await cast.newCase())
  const at = (i: number) => {
    const found = cases[i]
    if (found === undefined) throw new Error('no case')
    return found
  }
  // Level 1: two submitted, one returned, one begun, one written off, one without a reviewer.
  for (const i of [0, 1, 2]) await cast.as('leder').fillAndSubmit(at(i).review(1), 'yes')
  await cast
    .as('admin')
    .send('POST', `/api/reviews/${at(2).review(1)}/return`, { body: { reason: 'Se igen' } })
  await cast.as('leder').save(at(3).review(1), cast.questions[0] ?? '', 'yes', 0)
  await cast.as('admin').send('POST', `/api/reviews/${at(4).review(1)}/write-off`, {
    body: { code: 'other', reason: 'Sagen mangler' },
  })
  await cast.rows('update review set assigned_to = null, assigned_with = null where id = $1', [
    at(5).review(1),
  ])
  await cast.rows('update round_progress set assigned = assigned - 1 where level = 1')
})
afterAll(() => cast.close())

const stateUrl = () => `/api/rounds/${cast.round.key}/state`
const stuckUrl = () => `/api/rounds/${cast.round.key}/stuck`
const stateOf = () => cast.as('sagsbehandler').get<RoundState>(stateUrl())
const stuckOf = async (name = 'admin') =>
  (await cast.as(name).get<{ reviews: StuckReview[] }>(stuckUrl())).reviews

test('every review of a level is in one state', async () => {
  const { counts } = await stateOf()
  expect(counts.find(({ level }) => level === 1)).toMatchObject({
    drawn: 5,
    unassigned: 1,
    given: 0,
    begun: 1,
    returned: 1,
    submitted: 2,
    writtenOff: 1,
    minutesUsed: 60,
  })
})

test('the counts are those that dashboards keep', async () => {
  const kept = await cast.rows<Record<string, number | string>>(
    `select level, unit_id, drawn, assigned, started, submitted, minutes::int from round_progress where drawn > 0 order by level, unit_id`,
  )
  const { counts } = await stateOf()
  expect(
    counts.map((each) => ({
      level: each.level,
      unit_id: each.unit.id,
      drawn: each.drawn,
      assigned: each.drawn - each.unassigned,
      started: each.begun + each.returned + each.submitted,
      submitted: each.submitted,
      minutes: each.minutesUsed,
    })),
  ).toEqual(kept)
  for (const { drawn, unassigned, given, begun, returned, submitted } of counts)
    expect(unassigned + given + begun + returned + submitted).toBe(drawn)
})

test('what was written off is told on the round’s own page and in the list, beside what is to be reviewed', async () => {
  const { rounds } = await cast.as('sagsbehandler').get<{ rounds: readonly RoundSummary[] }>('/api/rounds')
  const round = await cast.as('sagsbehandler').get<Round>(`/api/rounds/${cast.round.key}`)
  expect(round.writtenOff).toBe(1)
  expect(rounds.find(({ key }) => key === cast.round.key)?.writtenOff).toBe(1)
  expect(round.progress.find(({ level, drawn }) => level === 1 && drawn > 0)).toMatchObject({
    drawn: 5,
    submitted: 2,
    writtenOff: 1,
  })
})

test('what is left is reckoned by the programme’s minutes until the round has told its own', async () => {
  const { counts, levels } = await stateOf()
  const first = levels.find(({ level }) => level === 1)
  expect(first?.minutesEach.basis).toBe('programme')
  expect(counts.find(({ level }) => level === 1)?.minutesLeft).toBe(3 * (first?.minutesEach.minutes ?? 0))
})

test('submissions are counted on the day they came, and too few of them tell no end', async () => {
  const { levels, today } = await stateOf()
  expect(levels.find(({ level }) => level === 1)).toMatchObject({
    days: [{ day: today, submitted: 2 }],
    end: { kind: 'too-few', submitted: 0 },
  })
})

test('it names neither cases nor people, and is the same whatever was answered', async () => {
  const body = (await cast.as('sagsbehandler').send('GET', stateUrl())).body
  expect(body).not.toMatch(/E-\d|Prøve/)
  await cast.rows(`update review_answer set answer = 'no', comment = 'kanariefugl'`)
  expect((await cast.as('sagsbehandler').send('GET', stateUrl())).body).toBe(body)
})

test('what stands still is listed with the reason, until something happens', async () => {
  const returned = cases[2]?.review(1)
  const begun = cases[3]?.review(1)
  expect(await stuckOf()).toMatchObject([{ caseId: 'E-6', reason: 'unassigned', level: 1, reviewers: [] }])
  const [one] = await stuckOf()
  expect(one).toMatchObject({ unit: 'Nord' })
  // Two weeks pass.
  await cast.rows(`update review_event set at = at - interval '14 days'`)
  // What was drawn stays drawn on its day, also for the database's owner; here time itself is moved.
  await cast.rows(`set session_replication_role = replica;
    update draw set drawn_at = drawn_at - interval '14 days', committed_at = committed_at - interval '14 days';
    set session_replication_role = origin`)
  await cast.rows(
    `update review_answer set answered_at = answered_at - interval '15 days' where review_id <> $1`,
    [begun],
  )
  expect((await stuckOf()).map(({ id, reason }) => [id, reason])).toEqual(
    expect.arrayContaining([[returned, 'returned']]),
  )
  expect((await stuckOf()).map(({ id }) => id)).not.toContain(begun)
  await cast.rows(
    `update review_answer set answered_at = answered_at - interval '14 days' where review_id = $1`,
    [begun],
  )
  expect((await stuckOf()).map(({ id, reason }) => [id, reason])).toContainEqual([begun, 'quiet'])
  await cast.rows(`update review set due_on = current_date - 3 where id = $1`, [begun])
  expect((await stuckOf()).map(({ id, reason }) => [id, reason])).toContainEqual([begun, 'overdue'])
})

test('only those who give reviews out see what stands still, and only in their units', async () => {
  expect((await stuckOf('leder')).length).toBeGreaterThan(0)
  expect(await stuckOf('fremmedleder')).toEqual([])
  for (const name of ['sagsbehandler', 'jurist', 'direktør', 'kollega'])
    expect([name, (await cast.as(name).send('GET', stuckUrl())).statusCode]).toEqual([name, 403])
  for (const url of [stateUrl(), stuckUrl()])
    expect((await cast.as('fremmed').send('GET', url)).statusCode).toBe(404)
  expect((await cast.as('admin').send('GET', '/api/rounds/nowhere/stuck')).statusCode).toBe(404)
})
