import { afterAll, beforeAll, expect, test } from 'vitest'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import type { ReviewId } from '../../src/storage/ids.ts'
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

const words = 'Brevet til forældrene mangler i sagen.'

interface Added {
  readonly id: string
  readonly text: string
  readonly withdrawable: boolean
}

async function add(who: CastName, review: ReviewId, text = words): Promise<void> {
  const sent = await cast.send(who, 'POST', `/api/reviews/${review}/findings`, { text })
  expect(sent.statusCode).toBe(204)
}

async function added(who: CastName, review: ReviewId): Promise<readonly Added[]> {
  const sent = await cast.send(who, 'GET', `/api/reviews/${review}/findings`)
  return sent.json<{ findings: Added[] }>().findings
}

async function withdraw(who: CastName, review: ReviewId, addition: string | undefined): Promise<string> {
  const sent = await cast.send(who, 'POST', `/api/reviews/${review}/findings/${addition}/withdrawal`)
  return sent.statusCode === 204 ? 'done' : sent.json<{ code: string }>().code
}

async function stored(caseStage: string) {
  const { rows } = await cast.held.superPool.query<{ id: string; sources: number; state: string }>(
    'select id, sources, state from finding where case_stage_id = $1 order by id',
    [caseStage],
  )
  return rows
}

test('the same words about a case, at whatever level, are one finding with a source each', async () => {
  const { caseStage, review } = await cast.newCase()
  await add('leder', review(1))
  await add('leder', review(1), `  ${words.toUpperCase().replace('.', '!')}`)
  await add('chef', review(2), words.replace('.', ''))
  await add('chef', review(2), 'Aktindsigt er ikke noteret.')
  expect(await added('leder', review(1))).toHaveLength(1)
  expect((await added('chef', review(2))).map(({ text }) => text)).toEqual([
    'Brevet til forældrene mangler i sagen',
    'Aktindsigt er ikke noteret.',
  ])
  expect(await stored(caseStage)).toHaveLength(2)
  await cast.submit('leder', review(1), [])
  expect((await stored(caseStage)).map(({ sources }) => `${sources}`).toSorted()).toEqual(['0', '1'])
  await cast.submit('chef', review(2), [])
  expect((await stored(caseStage)).map(({ sources }) => `${sources}`).toSorted()).toEqual(['1', '2'])
  const other = await cast.newCase()
  await add('leder', other.review(1))
  expect(await stored(other.caseStage)).toHaveLength(1)
})

test('two who write the same at the same moment make one finding', async () => {
  const { caseStage, review } = await cast.newCase()
  await Promise.all([add('leder', review(1)), add('chef', review(2)), add('leder', review(1))])
  expect(await stored(caseStage)).toHaveLength(1)
})

test('what was added by mistake is taken back while the review is open, and nobody ever sees it', async () => {
  const { caseStage, review } = await cast.newCase()
  await add('leder', review(1))
  const [mine] = await added('leder', review(1))
  expect(mine).toMatchObject({ withdrawable: true })
  expect(await withdraw('chef', review(1), mine?.id)).toBe('not-your-review')
  expect(await withdraw('leder', review(1), mine?.id)).toBe('done')
  expect(await added('leder', review(1))).toEqual([])
  expect(await withdraw('leder', review(1), mine?.id)).toBe('not-found')
  await cast.submit('leder', review(1), [])
  const [finding] = await stored(caseStage)
  expect(finding).toMatchObject({ sources: 0, state: 'fallen-away' })
  await cast.closeRound()
  expect((await cast.send('stab', 'GET', `/api/findings/${finding?.id}`)).statusCode).toBe(404)
  await cast.openRound()
  const { rows } = await cast.held.superPool.query(
    // The words fit any writing: whoever reads the log must not learn what is sealed.
    `select act from change_entry where act = 'add-to-review' and subject_id = $1`,
    [review(1)],
  )
  expect(rows).toHaveLength(2)
})

test('after submission it falls away when taken back, on record, and stands again when it is added again', async () => {
  const { caseStage, review } = await cast.newCase()
  await add('leder', review(1))
  await cast.submit('leder', review(1), [])
  const [mine] = await added('leder', review(1))
  expect(await withdraw('leder', review(1), mine?.id)).toBe('done')
  const [finding] = await stored(caseStage)
  expect(finding?.state).toBe('fallen-away')
  const { rows } = await cast.held.superPool.query<{ kind: string }>(
    'select kind from finding_act where finding_id = $1 order by id',
    [finding?.id],
  )
  expect(rows.map(({ kind }) => kind)).toEqual(['found', 'source-withdrawn', 'fell-away'])
  await add('leder', review(1))
  expect(await stored(caseStage)).toMatchObject([{ id: finding?.id, sources: 1, state: 'open' }])
})

test('what others have found too stays when one takes it back', async () => {
  const { caseStage, review } = await cast.newCase()
  await add('leder', review(1))
  await add('chef', review(2))
  await cast.submit('leder', review(1), [])
  await cast.submit('chef', review(2), [])
  const [mine] = await added('chef', review(2))
  expect(await withdraw('chef', review(2), mine?.id)).toBe('done')
  expect(await stored(caseStage)).toMatchObject([{ sources: 1, state: 'open' }])
})

test('once somebody has done something about it, it is not taken back', async () => {
  const { caseStage, review } = await cast.newCase()
  await add('leder', review(1))
  await cast.submit('leder', review(1), [])
  const [finding] = await stored(caseStage)
  await cast.act('leder', finding?.id ?? '', {
    act: 'plan',
    measures: ['consent'],
    due: addDays(danishDay(new Date()), 30),
    responsible: cast.person('leder'),
  })
  const [mine] = await added('leder', review(1))
  expect(mine).toMatchObject({ withdrawable: false })
  expect(await withdraw('leder', review(1), mine?.id)).toBe('finding-acted-on')
  expect(await stored(caseStage)).toMatchObject([{ sources: 1, state: 'planned' }])
})

test('a review that is sent back for correction takes nothing from what others have done about its words', async () => {
  const { caseStage, review } = await cast.newCase()
  await add('leder', review(1))
  await cast.submit('leder', review(1), [])
  await cast.submit('chef', review(2), [])
  const [finding] = await stored(caseStage)
  const planned = await cast.act('chef', finding?.id ?? '', {
    act: 'plan',
    measures: ['consent'],
    due: addDays(danishDay(new Date()), 30),
    responsible: cast.person('leder'),
  })
  expect(planned.statusCode).toBe(204)
  await cast.sendBack(review(1))
  expect(await stored(caseStage)).toMatchObject([{ sources: 0, state: 'fallen-away' }])
  const [mine] = await added('leder', review(1))
  expect(mine).toMatchObject({ withdrawable: false })
  expect(await withdraw('leder', review(1), mine?.id)).toBe('finding-acted-on')
  // Whoever planned it sees what became of their plan; others of the unit see what an answer stands behind.
  expect(await cast.view('chef', finding?.id ?? '')).toMatchObject({ state: 'fallen-away', acts: [] })
  expect((await cast.list('chef')).findings.map(({ id }) => id)).toContain(finding?.id)
  for (const who of ['leder', 'jurist', 'sydchef'] as const)
    expect((await cast.send(who, 'GET', `/api/findings/${finding?.id}`)).statusCode).toBe(404)
  await cast.submit('leder', review(1), [])
  expect(await stored(caseStage)).toMatchObject([{ sources: 1, state: 'planned' }])
})
