import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import { releaseFeedback } from '../../src/app/review/release-feedback.ts'
import type { MyTasks } from '../../src/contract/notification/my-tasks.ts'
import { addDays } from '../../src/core/calendar/days.ts'
import { createFindingCast, type CastName, type FindingCast } from '../support/finding-cast.ts'

let cast: FindingCast
beforeAll(async () => {
  cast = await createFindingCast()
}, 240_000)
afterAll(async () => {
  await cast.server.app.close()
  await cast.held.close()
})

const everybody = [
  'leder',
  'koordinator',
  'chef',
  'jurist',
  'sydchef',
  'sagsbehandler',
  'kollega',
  'stab',
  'central',
  'direktoer',
] as const satisfies readonly CastName[]

/** Who of the house finds a case's findings in the list. */
async function seenBy(caseId: string): Promise<readonly string[]> {
  const seeing: string[] = []
  for (const who of everybody) {
    const { findings } = await cast.list(who)
    if (findings.some((each) => each.caseId === caseId)) seeing.push(who)
  }
  return seeing
}

test('in an open round a level sees a case’s findings once it has submitted it itself, and nobody else does', async () => {
  const { review } = await cast.newCase({ caseId: 'S-1', participant: cast.person('kollega') })
  await cast.submit('leder', review(1), ['U-1.1'])
  expect(await seenBy('S-1')).toEqual(['leder', 'koordinator'])
  await cast.submit('chef', review(2), ['U-1.1'])
  expect(await seenBy('S-1')).toEqual(['leder', 'koordinator', 'chef', 'jurist'])
  await cast.sendBack(review(2))
  expect(await seenBy('S-1')).toEqual(['leder', 'koordinator'])
  await cast.submit('chef', review(2), ['U-1.1'])
})

test('a case that the level above has not drawn stays closed to it until the round closes', async () => {
  const { review } = await cast.newCase({ caseId: 'S-2', reviewers: { 1: [cast.person('leder')] } })
  await cast.submit('leder', review(1), ['U-1.1'])
  expect(await seenBy('S-2')).toEqual(['leder', 'koordinator'])
  await cast.closeRound()
  expect(await seenBy('S-2')).toEqual([
    'leder',
    'koordinator',
    'chef',
    'jurist',
    'stab',
    'central',
    'direktoer',
  ])
  await cast.openRound()
})

test('neither administrator nor ombudsman reads findings', async () => {
  for (const who of ['admin', 'raadgiver'] as const)
    expect((await cast.send(who, 'GET', '/api/findings')).statusCode).toBe(403)
})

test('those who did the work see their cases’ findings when the feedback is released, without other levels’ words', async () => {
  const { review } = await cast.newCase({ caseId: 'S-3', participant: cast.person('kollega') })
  await cast.submit('leder', review(1), ['U-1.1'])
  await cast.submit('chef', review(2), ['U-1.1'])
  expect(await seenBy('S-3')).not.toContain('kollega')
  await cast.closeRound()
  expect(await seenBy('S-3')).not.toContain('kollega')
  await releaseFeedback(cast.held.database, new Date())
  expect(await seenBy('S-3')).toContain('kollega')
  expect(await seenBy('S-3')).not.toContain('sagsbehandler')
  const { findings } = await cast.list('kollega')
  const own = findings.find(({ caseId }) => caseId === 'S-3')
  const { sources, acts } = await cast.view('kollega', own?.id ?? '')
  expect(sources.map(({ level, answer }) => [level, answer])).toEqual([
    [1, null],
    [2, 'no'],
  ])
  expect(acts).toEqual([])
  await cast.openRound()
})

test('counts, choices and the file hold no more than the list does', async () => {
  const { review } = await cast.newCase({ caseId: 'S-4', reviewers: { 1: [cast.person('leder')] } })
  await cast.submit('leder', review(1), ['U-2.1'])
  const chef = await cast.list('chef', '?stage=underretning')
  expect(chef.choices.questions.map(({ key }) => key)).not.toContain('U-2.1')
  expect(chef.counts.reduce((sum, { count }) => sum + count, 0)).toBe(chef.findings.length)
  expect(chef.total).toBe(chef.findings.length)
  const file = await cast.send('chef', 'GET', '/api/findings/export?format=csv&lang=da')
  expect(file.statusCode).toBe(200)
  expect(file.body).toContain('S-1')
  expect(file.body).not.toContain('S-4')
  const pattern = await cast.send(
    'leder',
    'GET',
    `/api/findings/${(await cast.list('leder')).findings[0]?.id}/pattern`,
  )
  expect(pattern.json()).toEqual({ state: 'sealed' })
})

test('tasks count no restoration that the seal keeps from whose it would be', async () => {
  const countOf = async (who: CastName, kind: string) => {
    const { tasks } = (await cast.send(who, 'GET', '/api/tasks/mine')).json<MyTasks>()
    return tasks.filter((task) => task.kind === kind).reduce((sum, { count }) => sum + count, 0)
  }
  const verifiable = await countOf('chef', 'verify')
  const { caseStage, review } = await cast.newCase({ caseId: 'S-5', participant: cast.person('kollega') })
  await cast.submit('leder', review(1), ['U-2.2', 'U-2.3', 'U-2.4'])
  const { rows } = await cast.held.superPool.query<{ id: string }>(
    'select id from finding where case_stage_id = $1 order by question_key',
    [caseStage],
  )
  const [done = '', proposed = '', planned = ''] = rows.map(({ id }) => id)
  const today = danishDay(new Date())
  const plan = {
    act: 'plan',
    measures: ['registration-only'],
    due: addDays(today, 5),
    responsible: cast.person('leder'),
  }
  await cast.act('leder', done, plan)
  await cast.act('leder', done, { act: 'carry-out', on: today, journalisedOn: null })
  await cast.act('leder', proposed, { act: 'propose', ground: 'impossible', text: 'Familien er flyttet.' })
  await cast.closeRound()
  await cast.act('leder', planned, { ...plan, responsible: cast.person('kollega') })
  await cast.openRound()
  expect(await countOf('chef', 'verify')).toBe(verifiable)
  expect(await countOf('chef', 'approve')).toBe(0)
  expect(await countOf('kollega', 'begin-restoring')).toBe(0)
  const calendar = async () => (await cast.send('kollega', 'GET', '/api/reviews/mine/calendar.ics')).body
  expect(await calendar()).not.toContain('SUMMARY')
  await cast.submit('chef', review(2), [])
  expect(await countOf('chef', 'verify')).toBe(verifiable + 1)
  expect(await countOf('chef', 'approve')).toBe(1)
  await cast.closeRound()
  expect(await countOf('kollega', 'begin-restoring')).toBe(1)
  expect(await calendar()).toContain('SUMMARY')
  await cast.openRound()
})

test('an anchor has no findings, and its reviewer cannot tell it from a case the level below has not reached', async () => {
  const file = await readFile(new URL('../../programmes/bbu-2017.yaml', import.meta.url), 'utf8')
  const other = await createFindingCast({ source: file })
  try {
    const { superPool } = other.held
    const ordinary = await other.newCase({ caseId: 'A-1' })
    const old = await other.newCase({ caseId: 'A-2', reviewers: { 2: [other.person('chef')] } })
    const statements = [
      `insert into anchor_case (municipality_id, case_stage_id, unit_id, content, participants, frozen_at)
        select municipality_id, case_stage_id, unit_id, '{}', '[]', now() from review where id = $1`,
      `update review as r set anchor_id = a.id from anchor_case as a
        where r.id = $1 and a.case_stage_id = r.case_stage_id`,
      `insert into anchor_in_round (municipality_id, round_id, level, anchor_id, outcome, review_id)
        select municipality_id, round_id, 2, anchor_id, 'given', id from review where id = $1`,
    ]
    for (const statement of statements) await superPool.query(statement, [old.review(2)])
    await other.submit('chef', old.review(2), ['U-1.1'])
    await other.submit('chef', ordinary.review(2), ['U-1.1'])
    const added = await other.send('chef', 'POST', `/api/reviews/${old.review(2)}/findings`, {
      text: 'Brevet mangler.',
    })
    expect(added.statusCode).toBe(204)
    const sources = await superPool.query('select review_id from finding_source')
    expect(sources.rows).toEqual([{ review_id: ordinary.review(2) }])
    // Neither is there for its reviewer yet; the ordinary one once the level below has submitted it.
    expect((await other.list('chef')).findings).toEqual([])
    await other.submit('leder', ordinary.review(1), [])
    expect((await other.list('chef')).findings.map(({ caseId }) => caseId)).toEqual(['A-1'])
  } finally {
    await other.server.app.close()
    await other.held.close()
  }
}, 240_000)
