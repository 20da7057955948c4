import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MyTask, MyTasks } from '../../src/contract/notification/my-tasks.ts'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import { addDays } from '../../src/core/calendar/days.ts'
import { lastDayToPlan, lastDayToVerify } from '../../src/core/finding/finding-deadlines.ts'
import type { TaskKind } from '../../src/core/notification/my-tasks.ts'
import { remindRestorations } from '../../src/app/notification/remind-restorations.ts'
import type { Notifications } from '../../src/contract/notification/notifications.ts'
import { createFindingCast, type CastName, type FindingCast } from '../support/finding-cast.ts'

let cast: FindingCast
const today = danishDay(new Date())
const unit = () => ({ id: cast.nord, name: 'Nord' })

beforeAll(async () => {
  cast = await createFindingCast()
}, 60_000)
afterAll(async () => {
  await cast.server.app.close()
  await cast.held.close()
})

async function tasksOf(who: CastName): Promise<MyTasks> {
  const answer = await cast.send(who, 'GET', '/api/tasks/mine')
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<MyTasks>()
}

async function rowsOf(who: CastName, kind: TaskKind): Promise<readonly MyTask[]> {
  return (await tasksOf(who)).tasks.filter((task) => task.kind === kind)
}

async function countOf(who: CastName, kind: TaskKind): Promise<number> {
  return (await rowsOf(who, kind)).reduce((sum, { count }) => sum + count, 0)
}

/** The errors of a case, by question. */
async function findingsOf(caseStage: string): Promise<readonly string[]> {
  const { rows } = await cast.held.superPool.query<{ id: string }>(
    'select id from finding where case_stage_id = $1 order by question_key',
    [caseStage],
  )
  return rows.map(({ id }) => id)
}

async function done(who: CastName, id: string, act: Parameters<FindingCast['act']>[2]): Promise<void> {
  const answer = await cast.act(who, id, act)
  if (answer.statusCode !== 204) throw new Error(answer.body)
}

function plan(responsible: CastName, due = addDays(today, 7)) {
  return {
    act: 'plan',
    measures: ['registration-only'],
    responsible: cast.person(responsible),
    due,
  } as const
}

test('reviews are one row, and an error is counted for nobody whom the seal keeps from it', async () => {
  const { caseStage, review } = await cast.newCase()
  expect(await rowsOf('chef', 'reviews')).toMatchObject([{ count: 1, subject: null }])
  await cast.submit('leder', review(1), ['U-1.1', 'U-1.2'])
  expect(await rowsOf('leder', 'plan')).toEqual([
    {
      kind: 'plan',
      subject: null,
      name: null,
      unit: unit(),
      count: 2,
      due: lastDayToPlan(today),
      overdue: 0,
    },
  ])
  // Level 2 has yet to submit the case; the other's unit has none; the rest review nowhere and see no open round.
  for (const who of ['chef', 'jurist', 'sydchef', 'stab', 'direktoer', 'sagsbehandler', 'admin'] as const)
    expect([who, await rowsOf(who, 'plan')]).toEqual([who, []])
  await cast.submit('chef', review(2), ['U-1.1'])
  expect(await countOf('chef', 'plan')).toBe(2)
  expect(await countOf('chef', 'reviews')).toBe(0)
  expect((await tasksOf('chef')).doneToday).toMatchObject({ reviews: 1, restored: 0 })
  expect(await findingsOf(caseStage)).toHaveLength(2)
})

test('a restoration waits for who is responsible, then for somebody else to verify, and is told as done today', async () => {
  await cast.closeRound()
  const id = (await rowsOf('leder', 'plan')).length
  expect(id).toBe(1)
  const { rows } = await cast.held.superPool.query<{ id: string }>(
    `select id from finding where state = 'open' order by question_key limit 1`,
  )
  const finding = rows[0]?.id ?? ''
  await done('leder', finding, plan('koordinator'))
  expect(await rowsOf('koordinator', 'begin-restoring')).toEqual([
    {
      kind: 'begin-restoring',
      subject: null,
      name: null,
      unit: null,
      count: 1,
      due: addDays(today, 7),
      overdue: 0,
    },
  ])
  expect(await rowsOf('leder', 'begin-restoring')).toEqual([])
  await cast.held.superPool.query('update finding set due_on = $2 where id = $1', [
    finding,
    addDays(today, -1),
  ])
  expect((await tasksOf('koordinator')).tasks[0]).toMatchObject({ kind: 'begin-restoring', overdue: 1 })
  await done('koordinator', finding, { act: 'carry-out', on: today, journalisedOn: null })
  expect((await tasksOf('koordinator')).doneToday).toMatchObject({ restored: 1, verified: 0 })
  expect(await rowsOf('koordinator', 'begin-restoring')).toEqual([])
  // The plan's day is past and counts no more: now it is the verification that has one.
  expect(await rowsOf('chef', 'verify')).toMatchObject([
    { count: 1, unit: unit(), due: lastDayToVerify(today), overdue: 0 },
  ])
  expect(await cast.view('chef', finding)).toMatchObject({
    verifyBy: lastDayToVerify(today),
    verifyLate: false,
  })
  const longAgo = addDays(today, -40)
  await cast.held.superPool.query('update finding set carried_out_on = $2 where id = $1', [finding, longAgo])
  expect((await tasksOf('chef')).tasks[0]).toMatchObject({
    kind: 'verify',
    due: lastDayToVerify(longAgo),
    overdue: 1,
  })
  expect(await cast.view('chef', finding)).toMatchObject({
    verifyBy: lastDayToVerify(longAgo),
    verifyLate: true,
    overdue: false,
  })
  expect(await rowsOf('stab', 'verify')).toMatchObject([{ count: 1, unit: null }])
  for (const who of ['koordinator', 'leder', 'sydchef', 'direktoer'] as const)
    expect([who, await rowsOf(who, 'verify')]).toEqual([who, []])
  await done('chef', finding, { act: 'verify' })
  expect(await rowsOf('stab', 'verify')).toEqual([])
  expect((await tasksOf('chef')).doneToday).toMatchObject({ verified: 1 })
})

test('who carried out or is responsible has nothing to verify, and who proposes nothing to approve', async () => {
  const { rows } = await cast.held.superPool.query<{ id: string }>(
    `select id from finding where state = 'open' order by question_key limit 1`,
  )
  const finding = rows[0]?.id ?? ''
  await done('leder', finding, plan('chef'))
  await done('chef', finding, { act: 'carry-out', on: today, journalisedOn: null })
  expect(await rowsOf('chef', 'verify')).toEqual([])
  expect(await countOf('jurist', 'verify')).toBe(1)
  await done('jurist', finding, { act: 'send-back', text: 'Se igen.' })
  expect(await countOf('chef', 'begin-restoring')).toBe(1)
  await done('jurist', finding, { act: 'propose', ground: 'too-late', text: 'Sagen er afsluttet.' })
  expect(await rowsOf('jurist', 'approve')).toEqual([])
  // Responsible, so not a judge of it either.
  expect(await rowsOf('chef', 'approve')).toEqual([])
  expect(await rowsOf('direktoer', 'approve')).toMatchObject([{ count: 1, unit: null }])
  await done('direktoer', finding, { act: 'approve' })
  expect((await tasksOf('direktoer')).doneToday).toMatchObject({ approved: 1 })
  expect(await rowsOf('direktoer', 'approve')).toEqual([])
})

test('whoever took part in a case judges nothing of it', async () => {
  await cast.openRound()
  const { caseStage, review } = await cast.newCase()
  await cast.submit('leder', review(1), ['U-1.1'])
  await cast.closeRound()
  const [finding = ''] = await findingsOf(caseStage)
  await done('leder', finding, plan('koordinator'))
  await done('koordinator', finding, { act: 'carry-out', on: today, journalisedOn: null })
  expect(await countOf('jurist', 'verify')).toBe(1)
  await cast.held.superPool.query(
    `insert into review_exclusion (municipality_id, person_id, case_id, ground, review_id)
     select r.municipality_id, $2, c.case_id, 'knows', r.id from review as r
       join case_stage as c on c.id = r.case_stage_id where r.id = $1`,
    [review(1), cast.person('jurist')],
  )
  expect(await rowsOf('jurist', 'verify')).toEqual([])
  expect(await countOf('chef', 'verify')).toBe(1)
})

test('an error is to be planned within ten working days of when it could be seen', async () => {
  await cast.openRound()
  const { caseStage, review } = await cast.newCase()
  await cast.submit('leder', review(1), ['U-1.1'])
  const [finding = ''] = await findingsOf(caseStage)
  await cast.held.superPool.query(
    `update finding set recorded_at = now() - interval '40 days' where id = $1`,
    [finding],
  )
  // It could be seen from the submission on.
  expect(await rowsOf('leder', 'plan')).toMatchObject([{ due: lastDayToPlan(today), overdue: 0 }])
  await cast.held.superPool.query(
    `update review set submitted_at = now() - interval '30 days', started_at = now() - interval '31 days' where id = $1`,
    [review(1)],
  )
  const due = lastDayToPlan(danishDay(new Date(Date.now() - 30 * 86_400_000)))
  expect((await tasksOf('leder')).tasks[0]).toMatchObject({ kind: 'plan', count: 1, due, overdue: 1 })
})

test('a visit comes up for its participants, and its minutes and attention points for who leads it', async () => {
  const { rows } = await cast.held.superPool.query<{ id: string }>(
    `insert into learning_visit (municipality_id, unit_id, held_on, participants, agenda, planned_by, planned_at)
     values ($1, $2, $3, $4, '[]', $5, now()) returning id`,
    [
      cast.held.first.municipalityId,
      cast.nord,
      addDays(today, 5),
      JSON.stringify([{ person: cast.person('sagsbehandler'), name: 'x' }]),
      cast.person('stab'),
    ],
  )
  const visit = rows[0]?.id ?? ''
  const coming = { kind: 'visit', subject: visit, unit: unit(), due: addDays(today, 5), overdue: 0, count: 1 }
  for (const who of ['stab', 'chef', 'jurist', 'sagsbehandler'] as const)
    expect([who, await rowsOf(who, 'visit')]).toMatchObject([who, [coming]])
  for (const who of ['leder', 'kollega', 'sydchef', 'direktoer', 'central'] as const)
    expect([who, await rowsOf(who, 'visit')]).toEqual([who, []])

  await cast.held.superPool.query('update learning_visit set held_on = $2 where id = $1', [
    visit,
    addDays(today, -3),
  ])
  expect(await rowsOf('chef', 'visit-minutes')).toMatchObject([{ subject: visit, overdue: 0 }])
  expect(await rowsOf('sagsbehandler', 'visit-minutes')).toEqual([])
  // Held today without minutes: they wait for who may write them, and for nobody else who was there.
  await cast.held.superPool.query(
    `update learning_visit set held_on = $2, closed_as = 'held', closed_at = now() where id = $1`,
    [visit, today],
  )
  expect(await rowsOf('chef', 'visit-minutes')).toMatchObject([{ subject: visit }])
  for (const kind of ['visit', 'visit-minutes'] as const)
    expect(await rowsOf('sagsbehandler', kind)).toEqual([])
  await cast.held.superPool.query(
    `update learning_visit set closed_as = 'held', closed_at = now(), minutes = 'Vi talte.' where id = $1`,
    [visit],
  )
  expect(await rowsOf('chef', 'visit-minutes')).toEqual([])

  await cast.held.superPool.query(
    `insert into visit_point (municipality_id, visit_id, text, due_on, written_at, outcome, outcome_at)
     values ($1, $2, 'a', $3, now(), null, null), ($1, $2, 'b', null, now(), null, null),
       ($1, $2, 'c', $3, now(), 'done', now())`,
    [cast.held.first.municipalityId, visit, addDays(today, -1)],
  )
  expect(await rowsOf('jurist', 'visit-points')).toMatchObject([
    { unit: unit(), count: 2, due: addDays(today, -1), overdue: 1 },
  ])
  expect(await rowsOf('leder', 'visit-points')).toEqual([])
})

test('an initiative waits for its owner and for the manager of the unit that owns it, once it is published', async () => {
  const { municipalityId } = cast.held.first
  const pool = cast.held.superPool
  const plans = await pool.query<{ id: string }>(
    `insert into action_plan (municipality_id, title, created_at) values ($1, 'Plan', now()) returning id`,
    [municipalityId],
  )
  const of = plans.rows[0]?.id
  await pool.query(
    `insert into action_plan_version (municipality_id, action_plan_id, version, label, created_at)
     values ($1, $2, 1, '1.0', now())`,
    [municipalityId, of],
  )
  const add = async (ord: number, title: string, owner: { person?: string; unit?: string }) => {
    const made = await pool.query<{ id: string }>(
      `insert into initiative (municipality_id, action_plan_id, created_at) values ($1, $2, now()) returning id`,
      [municipalityId, of],
    )
    const id = made.rows[0]?.id ?? ''
    await pool.query(
      `insert into initiative_version (municipality_id, action_plan_id, version, initiative_id, ord, title, what,
         owner_person_id, owner_unit_id, starts_on, source) values ($1, $2, 1, $3, $4, $5, 'x', $6, $7, $8, 'audit')`,
      [municipalityId, of, id, ord, title, owner.person ?? null, owner.unit ?? null, addDays(today, -2)],
    )
    return id
  }
  await add(1, 'Egen', { person: cast.person('kollega') })
  const ofUnit = await add(2, 'Enhedens', { unit: cast.nord })
  expect(await rowsOf('kollega', 'initiative')).toEqual([])
  await pool.query('update action_plan_version set published_at = now() where action_plan_id = $1', [of])
  expect(await rowsOf('kollega', 'initiative')).toMatchObject([{ name: 'Egen', overdue: 1 }])
  expect(await rowsOf('chef', 'initiative')).toMatchObject([
    { name: 'Enhedens', subject: ofUnit, overdue: 1 },
  ])
  for (const who of ['leder', 'sydchef', 'stab', 'direktoer'] as const)
    expect([who, await rowsOf(who, 'initiative')]).toEqual([who, []])
  await pool.query(
    `insert into initiative_act (municipality_id, initiative_id, kind, day, at) values ($1, $2, 'started', $3, now())`,
    [municipalityId, ofUnit, addDays(today, -120)],
  )
  expect(await rowsOf('chef', 'initiative')).toEqual([])
  // It began long ago and was told of today; three months from the telling it is silent.
  expect(await rowsOf('chef', 'initiative-news')).toEqual([])
  await pool.query(`update initiative_act set at = at - interval '92 days' where initiative_id = $1`, [
    ofUnit,
  ])
  expect(await rowsOf('chef', 'initiative-news')).toMatchObject([{ name: 'Enhedens', subject: ofUnit }])
})

test('who is responsible is reminded once within two working days of the day, unless the seal keeps it from them', async () => {
  const reminded = async (who: CastName) => {
    const answer = await cast.send(who, 'GET', '/api/notifications')
    return answer.json<Notifications>().notifications.filter(({ kind }) => kind === 'finding-due')
  }
  await cast.openRound()
  const { caseStage, review } = await cast.newCase()
  await cast.submit('leder', review(1), ['U-1.1', 'U-1.2'])
  await cast.closeRound()
  const [near = '', far = ''] = await findingsOf(caseStage)
  const now = new Date('2026-11-23T09:00:00Z')
  const due = (id: string, day: string) =>
    cast.held.superPool.query('update finding set due_on = $2 where id = $1', [id, day])
  await done('leder', near, plan('kollega'))
  await done('leder', far, plan('kollega'))
  await due(near, '2026-11-25')
  await due(far, '2026-11-26')

  // The case's feedback is not out, so a caseworker sees nothing of it while the round is open.
  await cast.openRound()
  await remindRestorations(cast.held.database, now)
  expect(await reminded('kollega')).toEqual([])
  await cast.closeRound()
  await remindRestorations(cast.held.database, now)
  await remindRestorations(cast.held.database, now)
  expect(await reminded('kollega')).toMatchObject([{ subject: near }])
  // A new plan's day is told of anew.
  await due(near, '2026-11-24')
  await remindRestorations(cast.held.database, now)
  expect(await reminded('kollega')).toHaveLength(2)
  await remindRestorations(cast.held.database, new Date('2026-11-24T09:00:00Z'))
  const subjects = (await reminded('kollega')).map(({ subject }) => subject)
  expect(subjects).toHaveLength(3)
  expect(subjects.filter((subject) => subject === far)).toHaveLength(1)
})

test('the calendar file has the days errors are due and the visits, and neither a case nor a name', async () => {
  const visit = await cast.held.superPool.query<{ id: string }>(
    `insert into learning_visit (municipality_id, unit_id, held_on, participants, agenda, planned_at)
     values ($1, $2, $3, $4, '[]', now()) returning id`,
    [
      cast.held.first.municipalityId,
      cast.nord,
      addDays(today, 90),
      JSON.stringify([{ person: cast.person('kollega'), name: 'Kollega' }]),
    ],
  )
  const file = await cast.send('kollega', 'GET', '/api/reviews/mine/calendar.ics')
  const summaries = file.body.split('\r\n').filter((line) => line.startsWith('SUMMARY'))
  expect(summaries.filter((line) => line.includes('fejl')).length).toBeGreaterThan(0)
  expect(summaries.at(-1)).toBe('SUMMARY:Tilsyn: læringsbesøg')
  expect(file.body).toContain(`UID:visit-${visit.rows[0]?.id ?? ''}-`)
  expect(file.body).not.toMatch(/G-\d|Nord|U-1/)
  const other = await cast.send('sagsbehandler', 'GET', '/api/reviews/mine/calendar.ics')
  expect(other.body).not.toContain('SUMMARY')
})

test('whoever has no part in anything has an empty list', async () => {
  for (const who of ['admin', 'raadgiver'] as const) expect((await tasksOf(who)).tasks).toEqual([])
})
