import { afterAll, beforeAll, expect, test } from 'vitest'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import { addDays } from '../../src/core/calendar/days.ts'
import { findMissedErrors } from '../../src/app/finding/find-errors.ts'
import { createFindingCast, type FindingCast } from '../support/finding-cast.ts'

let cast: FindingCast
beforeAll(async () => {
  cast = await createFindingCast()
}, 240_000)
afterAll(async () => {
  await cast.server.app.close()
  await cast.held.close()
})

interface Stored {
  readonly id: string
  readonly question_key: string | null
  readonly sources: number
  readonly state: string
}

async function stored(caseStage: string): Promise<readonly Stored[]> {
  const { rows } = await cast.held.superPool.query<Stored>(
    'select id, question_key, sources, state from finding where case_stage_id = $1 order by question_key, id',
    [caseStage],
  )
  return rows
}

async function kinds(finding: string): Promise<readonly string[]> {
  const { rows } = await cast.held.superPool.query<{ kind: string }>(
    'select kind from finding_act where finding_id = $1 order by id',
    [finding],
  )
  return rows.map(({ kind }) => kind)
}

test('a submission makes a finding of each answer that is not the expected one, and of no other', async () => {
  const { caseStage, review } = await cast.newCase()
  expect(await stored(caseStage)).toEqual([])
  await cast.submit('leder', review(1), ['U-1.1', 'U-1.2'])
  expect(await stored(caseStage)).toMatchObject([
    { question_key: 'U-1.1', sources: 1, state: 'open' },
    { question_key: 'U-1.2', sources: 1, state: 'open' },
  ])
})

test('the same error at two levels is one finding with two sources', async () => {
  const { caseStage, review } = await cast.newCase()
  await cast.submit('leder', review(1), ['U-1.1'])
  await cast.submit('chef', review(2), ['U-1.1', 'U-1.2'])
  expect(await stored(caseStage)).toMatchObject([
    { question_key: 'U-1.1', sources: 2 },
    { question_key: 'U-1.2', sources: 1 },
  ])
})

test('a review that is sent back loses its findings by itself, and has them again when it is submitted alike', async () => {
  const { caseStage, review } = await cast.newCase()
  await cast.submit('leder', review(1), ['U-1.1', 'U-1.2'])
  const [first] = await stored(caseStage)
  await cast.sendBack(review(1))
  expect(await stored(caseStage)).toMatchObject([
    { question_key: 'U-1.1', sources: 0, state: 'fallen-away' },
    { question_key: 'U-1.2', sources: 0, state: 'fallen-away' },
  ])
  await cast.submit('leder', review(1), ['U-1.1'])
  expect(await stored(caseStage)).toMatchObject([
    { id: first?.id, question_key: 'U-1.1', sources: 1, state: 'open' },
    { question_key: 'U-1.2', sources: 0, state: 'fallen-away' },
  ])
  expect(await kinds(first?.id ?? '')).toEqual(['found', 'source-withdrawn', 'fell-away', 'found'])
})

test('a finding that another level stands behind stays when one is sent back', async () => {
  const { caseStage, review } = await cast.newCase()
  await cast.submit('leder', review(1), ['U-1.1'])
  await cast.submit('chef', review(2), ['U-1.1'])
  await cast.sendBack(review(1))
  const [finding] = await stored(caseStage)
  expect(finding).toMatchObject({ sources: 1, state: 'open' })
  expect(await kinds(finding?.id ?? '')).toEqual(['found', 'found', 'source-withdrawn'])
})

test('a plan stands while its review is being corrected, and is there again afterwards', async () => {
  const { caseStage, review } = await cast.newCase()
  await cast.submit('leder', review(1), ['U-1.1'])
  const [finding] = await stored(caseStage)
  const id = finding?.id ?? ''
  const responsible = cast.person('leder')
  const planned = await cast.act('leder', id, {
    act: 'plan',
    measures: ['consent'],
    due: addDays(danishDay(new Date()), 30),
    responsible,
  })
  expect(planned.statusCode).toBe(204)
  await cast.sendBack(review(1))
  expect(await stored(caseStage)).toMatchObject([{ state: 'fallen-away' }])
  await cast.submit('leder', review(1), ['U-1.1'])
  expect(await stored(caseStage)).toMatchObject([{ id, state: 'planned' }])
})

test('what is carried out stays when no answer stands behind it any more, and says so', async () => {
  const { caseStage, review } = await cast.newCase()
  await cast.submit('leder', review(1), ['U-1.1'])
  const [finding] = await stored(caseStage)
  const id = finding?.id ?? ''
  const responsible = cast.person('leder')
  await cast.act('leder', id, {
    act: 'plan',
    measures: ['registration-only'],
    due: addDays(danishDay(new Date()), 30),
    responsible,
  })
  await cast.act('leder', id, { act: 'carry-out', on: danishDay(new Date()), journalisedOn: null })
  await cast.sendBack(review(1))
  await cast.submit('leder', review(1), [])
  expect(await stored(caseStage)).toMatchObject([{ sources: 0, state: 'carried-out' }])
  await cast.closeRound()
  expect(await cast.view('chef', id)).toMatchObject({
    unsupported: true,
    levels: [],
    acts: ['verify', 'send-back', 'assess'],
  })
  await cast.openRound()
})

test('both levels submitting one case at the same moment make each error once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { caseStage, review } = await cast.newCase()
    await cast.submit('leder', review(1), ['U-1.1', 'U-1.2', 'U-2.1'])
    await cast.submit('chef', review(2), ['U-1.1', 'U-1.2', 'U-2.1'])
    await cast.sendBack(review(1))
    await cast.sendBack(review(2))
    const submit = (who: 'leder' | 'chef', level: number) =>
      cast.send(who, 'POST', `/api/reviews/${review(level)}/submission`, { minutes: 5 })
    const answers = await Promise.all([submit('leder', 1), submit('chef', 2)])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect((await stored(caseStage)).map(({ sources, state }) => `${sources} ${state}`)).toEqual([
      '2 open',
      '2 open',
      '2 open',
    ])
  }
})

test('reviews from before there were findings are looked through once, and what is found is what a submission finds', async () => {
  const { caseStage, review } = await cast.newCase()
  await cast.submit('leder', review(1), ['U-1.1', 'U-1.2'])
  await cast.submit('chef', review(2), ['U-1.1'])
  const before = await stored(caseStage)
  const { superPool, database } = cast.held
  await superPool.query(
    `with gone as (delete from finding_act where finding_id = any(select id from finding where case_stage_id = $1))
     delete from finding_source where finding_id = any(select id from finding where case_stage_id = $1)`,
    [caseStage],
  )
  await superPool.query('delete from finding where case_stage_id = $1', [caseStage])
  await superPool.query('update review set findings_at = null where case_stage_id = $1', [caseStage])
  expect(await findMissedErrors(database, new Date())).toBe(2)
  const after = await stored(caseStage)
  const without = (findings: readonly Stored[]) => findings.map((each) => ({ ...each, id: '' }))
  expect(without(after)).toEqual(without(before))
  expect(await findMissedErrors(database, new Date())).toBe(0)
  expect(await stored(caseStage)).toEqual(after)
})

test('an error added in words is nobody’s to see before the submission, and stands as long as it does', async () => {
  const { caseStage, review } = await cast.newCase()
  const text = 'Brevet til forældrene mangler i sagen.'
  const add = (who: 'leder' | 'chef' | 'koordinator', body = text) =>
    cast.send(who, 'POST', `/api/reviews/${review(1)}/findings`, { text: body })
  expect((await add('chef')).json()).toMatchObject({ code: 'not-your-review' })
  expect((await add('leder')).statusCode).toBe(204)
  expect((await add('leder', 'Barnets nummer er 010117-4567.')).json()).toMatchObject({
    code: 'invalid-input',
  })
  expect(await stored(caseStage)).toMatchObject([{ question_key: null, sources: 0, state: 'fallen-away' }])
  await cast.submit('leder', review(1), [])
  expect(await stored(caseStage)).toMatchObject([{ question_key: null, sources: 1, state: 'open' }])
  expect((await add('leder', 'Aktindsigt er ikke noteret.')).statusCode).toBe(204)
  expect(await stored(caseStage)).toMatchObject([{ state: 'open' }, { state: 'open' }])
  const own = await cast.send('leder', 'GET', `/api/reviews/${review(1)}/findings`)
  expect(own.json<{ findings: { text: string }[] }>().findings.map((each) => each.text)).toEqual([
    text,
    'Aktindsigt er ikke noteret.',
  ])
  await cast.sendBack(review(1))
  expect(await stored(caseStage)).toMatchObject([{ state: 'fallen-away' }, { state: 'fallen-away' }])
  await cast.submit('leder', review(1), [])
  expect(await stored(caseStage)).toMatchObject([{ state: 'open' }, { state: 'open' }])
})
