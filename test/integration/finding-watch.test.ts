import { afterAll, beforeAll, expect, test } from 'vitest'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import type { MyTasks } from '../../src/contract/notification/my-tasks.ts'
import { sumFindings } from '../../src/storage/finding/finding-sums.ts'
import { watchFindings } from '../../src/app/finding/watch-findings.ts'
import { addDays } from '../../src/core/calendar/days.ts'
import { workingDaysAfter } from '../../src/core/review/working-days.ts'
import type { Notifications } from '../../src/contract/notification/notifications.ts'
import { createFindingCast, type CastName, type FindingCast } from '../support/finding-cast.ts'

let cast: FindingCast
beforeAll(async () => {
  cast = await createFindingCast()
}, 240_000)
afterAll(async () => {
  await cast.server.app.close()
  await cast.held.close()
})

const today = danishDay(new Date())
const noon = (day: string) => new Date(`${day}T11:00:00Z`)
const watch = (day: string) => watchFindings(cast.held.database, noon(day))

async function told(who: CastName, kind: string): Promise<readonly (string | null)[]> {
  const { notifications } = (await cast.send(who, 'GET', '/api/notifications')).json<Notifications>()
  return notifications.filter((each) => each.kind === kind).map(({ subject }) => subject)
}

async function findingsOf(levels: readonly (1 | 2)[], wrong: readonly string[]): Promise<readonly string[]> {
  const { caseStage, review } = await cast.newCase()
  for (const level of levels) await cast.submit(level === 1 ? 'leder' : 'chef', review(level), wrong)
  const { rows } = await cast.held.superPool.query<{ id: string }>(
    'select id from finding where case_stage_id = $1 order by question_key',
    [caseStage],
  )
  return rows.map(({ id }) => id)
}

test('an overdue restoration is told to the area manager at once, to the director five working days later, each once', async () => {
  const [id = ''] = await findingsOf([1, 2], ['U-1.1'])
  const due = addDays(today, 3)
  const plan = { act: 'plan', measures: ['consent'], due, responsible: cast.person('leder') }
  expect((await cast.act('leder', id, plan)).statusCode).toBe(204)
  expect(await watch(due)).toBe(0)
  expect(await watch(addDays(due, 1))).toBe(1)
  expect(await watch(addDays(due, 1))).toBe(0)
  expect(await told('chef', 'finding-overdue')).toEqual([id])
  expect(await told('sydchef', 'finding-overdue')).toEqual([])
  const late = workingDaysAfter(due, 5)
  expect(await watch(late)).toBe(0)
  // The round is open and the director sees nothing of it yet.
  expect(await watch(addDays(late, 1))).toBe(0)
  expect(await told('direktoer', 'finding-overdue')).toEqual([])
  await cast.closeRound()
  expect(await watch(addDays(late, 1))).toBe(1)
  expect(await watch(addDays(late, 2))).toBe(0)
  expect(await told('direktoer', 'finding-overdue')).toEqual([id])
  await cast.openRound()
})

test('nobody is told of an overdue restoration that the seal keeps from them', async () => {
  const [id = ''] = await findingsOf([1], ['U-1.1'])
  const due = addDays(today, 2)
  const plan = { act: 'plan', measures: ['consent'], due, responsible: cast.person('leder') }
  expect((await cast.act('leder', id, plan)).statusCode).toBe(204)
  expect(await watch(addDays(due, 1))).toBe(0)
  expect(await told('chef', 'finding-overdue')).not.toContain(id)
})

test('findings that nobody plans in ten working days are told once, in one message for the unit', async () => {
  await findingsOf([1], ['U-1.1', 'U-1.2'])
  const last = workingDaysAfter(today, 10)
  expect(await watch(last)).toBeLessThan(2)
  expect(await told('leder', 'finding-waiting')).toEqual([])
  const day = addDays(last, 1)
  expect(await watch(day)).toBeGreaterThanOrEqual(2)
  expect(await told('leder', 'finding-waiting')).toEqual([cast.nord])
  expect(await watch(addDays(day, 1))).toBe(0)
  expect(await told('leder', 'finding-waiting')).toHaveLength(1)
})

test('what nobody has verified ten working days after it was carried out is told to the area manager, once', async () => {
  const [id = ''] = await findingsOf([1, 2], ['U-1.1'])
  const plan = {
    act: 'plan',
    measures: ['registration-only'],
    due: addDays(today, 3),
    responsible: cast.person('leder'),
  }
  expect((await cast.act('leder', id, plan)).statusCode).toBe(204)
  const carriedOut = { act: 'carry-out', on: today, journalisedOn: null }
  expect((await cast.act('leder', id, carriedOut)).statusCode).toBe(204)
  const last = workingDaysAfter(today, 10)
  await watch(last)
  expect(await told('chef', 'finding-unverified')).toEqual([])
  await watch(addDays(last, 1))
  expect(await told('chef', 'finding-unverified')).toEqual([id])
  expect(await told('sydchef', 'finding-unverified')).toEqual([])
  expect(await watch(addDays(last, 1))).toBe(0)
  expect(await watch(addDays(last, 2))).toBe(0)
  expect(await told('chef', 'finding-unverified')).toEqual([id])
})

test('findings that nobody planned in time are overdue in the list, its filter, the tasks, the unit and the report', async () => {
  const [id = ''] = await findingsOf([1], ['U-1.3'])
  const ago = addDays(today, -40)
  await cast.held.superPool.query(
    `update review set started_at = least(started_at, $2), submitted_at = $2 where id in (select review_id from finding_source where finding_id = $1)`,
    [id, noon(ago)],
  )
  await cast.held.superPool.query('update finding set recorded_at = $2 where id = $1', [id, noon(ago)])
  const { findings, total } = await cast.list('leder', '?overdue=true')
  expect(findings.find((each) => each.id === id)).toMatchObject({
    overdue: true,
    due: null,
    planBy: workingDaysAfter(ago, 10),
  })
  expect(findings.every(({ overdue }) => overdue)).toBe(true)
  expect((await cast.list('leder')).findings[0]?.id).toBe(id)
  const { tasks } = (await cast.send('leder', 'GET', '/api/tasks/mine')).json<MyTasks>()
  expect(tasks.find(({ kind }) => kind === 'plan')?.overdue).toBe(
    findings.filter(({ state }) => state === 'open').length,
  )
  const cycle = await cast.send('leder', 'GET', `/api/units/${cast.nord}/cycle`)
  const { implementation } = cycle.json<{ implementation: { findings: { overdue: number } } }>()
  expect(implementation.findings.overdue).toBe(total)
  const { database, first } = cast.held
  const count = async () => {
    const { sums } = await database.transaction(first.actor, ({ reader }) =>
      sumFindings(reader, cast.round.id, today),
    )
    return sums.reduce((sum, { overdue }) => sum + overdue, 0)
  }
  await cast.closeRound()
  const closedNow = await count()
  await cast.held.superPool.query('update round set closed_at = $2 where id = $1', [cast.round.id, noon(ago)])
  expect(await count()).toBe(closedNow + 1)
  expect((await cast.list('stab', '?overdue=true')).total).toBe(await count())
  await cast.openRound()
})
