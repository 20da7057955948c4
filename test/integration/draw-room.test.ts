import { describe, expect, test } from 'vitest'
import { listRounds, openRound } from '../../src/contract/draw/rounds.ts'
import { verifyDraw } from '../../src/core/draw/verify-draw.ts'
import {
  audit,
  downloads,
  draft,
  freezeAndDraw,
  get,
  held,
  leaders,
  level,
  open,
  post,
  readDraw,
  readRound,
} from '../support/draw-room.ts'

describe('a round', () => {
  test('is drawn level by level, each from the one below, and every level can be checked elsewhere', async () => {
    await open('whole')
    const wanted = { 1: 48, 2: 40, 3: 20, 4: 10 }
    for (const [number, atMost] of Object.entries(wanted).map(
      ([key, value]) => [Number(key), value] as const,
    )) {
      await freezeAndDraw('whole', number)
      const { strata, cases } = await readDraw('whole', number)
      const planned = strata.reduce((sum, stratum) => sum + Math.min(stratum.wanted, stratum.eligible), 0)
      expect(cases?.length).toBe(planned)
      expect(planned).toBeLessThanOrEqual(atMost)
      expect(planned).toBeGreaterThan(atMost / 2)
    }
    for (const number of [2, 3, 4]) {
      const ids = async (of: number) =>
        new Set((await readDraw('whole', of)).cases?.map(({ caseId }) => caseId))
      const below = await ids(number - 1)
      expect([...(await ids(number))].filter((id) => !below.has(id))).toEqual([])
    }
    for (const number of [1, 2, 3, 4]) {
      expect((await post(`${level('whole', number)}/seed`)).statusCode).toBe(200)
      const { file, frame, seed } = await downloads('whole', number)
      expect(verifyDraw(file, frame, seed)).toEqual([])
    }
    const { levels } = await readRound('whole')
    expect(levels.map(({ state }) => state)).toEqual(Array.from({ length: 4 }, () => 'seed-published'))
  })

  test('shows a draw that was tampered with: a moved case, a foreign case, another seed, a row less', async () => {
    const { text, file, frame, seed } = await downloads('whole', 1)
    const [first] = (await readDraw('whole', 1)).cases ?? []
    const outside = frame.find(({ caseId }) => !text.includes(`"${caseId}"`))
    expect(
      verifyDraw(JSON.parse(text.replace(`"${first?.caseId}"`, `"${outside?.caseId}"`)), frame, seed),
    ).not.toEqual([])
    expect(verifyDraw(JSON.parse(text.replace('"order":1', '"order":2')), frame, seed)).not.toEqual([])
    expect(verifyDraw(file, frame, Buffer.from('another seed of some length'))).not.toEqual([])
    expect(verifyDraw(file, frame.slice(1), seed)).not.toEqual([])
  })

  test('counts what is drawn by level and unit, and says what is missing before it can be closed', async () => {
    const { progress, drawn, submitted } = await readRound('whole')
    expect(progress.filter((row) => row.level === 1).map(({ unit, drawn: n }) => [unit.name, n])).toEqual([
      ['Nord', 24],
      ['Syd', 24],
    ])
    expect(submitted).toBe(0)
    expect(drawn).toBe(progress.reduce((sum, row) => sum + row.drawn, 0))
    expect((await post('/api/rounds/whole/closing')).json()).toMatchObject({ code: 'reviews-open' })
    await open('undrawn')
    expect((await post('/api/rounds/undrawn/closing')).json()).toMatchObject({ code: 'level-not-drawn' })
  })

  test('gives nobody a case they took part in', async () => {
    const { rows } = await held.superPool.query<{ case_id: string; involved: boolean }>(
      `select c.case_id, $1 in (r.assigned_to, r.assigned_with) as involved
       from review r join case_stage c on (c.municipality_id, c.id) = (r.municipality_id, r.case_stage_id)
       join round on (round.municipality_id, round.id) = (r.municipality_id, r.round_id)
       where r.level = 1 and round.key = 'whole'`,
      [audit.involved],
    )
    const own = rows.filter(({ case_id: id }) => audit.involvedIn.has(id))
    expect(own.length).toBeGreaterThan(0)
    expect(own.filter(({ involved }) => involved)).toEqual([])
    // They do review others, so it is the cases that keep them out and not something else.
    expect(rows.filter(({ involved }) => involved).length).toBeGreaterThan(0)
  })

  test('stands in the list, the newest period first', async () => {
    await open('older', { periodFrom: '2026-01-01', periodTo: '2026-03-31' })
    const { rounds } = listRounds.response.parse((await get('/api/rounds')).json())
    expect(rounds.at(-1)?.key).toBe('older')
    expect(rounds.find(({ key }) => key === 'whole')).toMatchObject({ state: 'open', submitted: 0 })
  })

  test('keeps what deviated, with its author, in the order it was noted', async () => {
    for (const da of ['Først', 'Derpå'])
      expect(
        (await post('/api/rounds/undrawn/irregularities', { da, en: null }, 'area-manager Nord')).statusCode,
      ).toBe(204)
    const noted = (await readRound('undrawn')).irregularities.map(({ da }) => da)
    expect(noted.filter((da) => !da.includes('overlapper'))).toEqual(['Først', 'Derpå'])
    expect((await post('/api/rounds/undrawn/irregularities', { da: ' ', en: null })).statusCode).toBe(400)
    const refused = await post('/api/rounds/undrawn/irregularities', { da: 'x', en: null }, 'caseworker Nord')
    expect(refused.statusCode).toBe(403)
  })

  test('over days that another round of the programme covers notes that itself, for everyone to read', async () => {
    const apart = { periodFrom: '2024-01-01', periodTo: '2024-03-31' }
    expect((await post('/api/rounds', draft('first-try', apart))).json()).toEqual({
      key: 'first-try',
      overlaps: [],
    })
    expect((await readRound('first-try')).irregularities).toEqual([])
    const day = { periodFrom: '2024-03-31', periodTo: '2024-06-30' }
    const again = await post('/api/rounds', draft('second-try', day))
    expect(again.json()).toEqual({ key: 'second-try', overlaps: ['first-try'] })
    const [noted, ...more] = (await readRound('second-try')).irregularities
    expect(more).toEqual([])
    expect(noted?.da).toContain('first-try')
    expect(noted?.en).toContain('first-try')
    const after = { periodFrom: '2024-07-01', periodTo: '2024-07-31' }
    expect((await post('/api/rounds', draft('third', after))).json()).toMatchObject({ overlaps: [] })
  })

  test('opened at the same time as another over the same days is noted in one of the two', async () => {
    const period = { periodFrom: '2023-01-01', periodTo: '2023-03-31' }
    const answers = await Promise.all(
      ['twin-a', 'twin-b'].map((key, index) => post('/api/rounds', draft(key, period), leaders[index])),
    )
    const overlaps = answers.map((answer) => openRound.response.parse(answer.json()).overlaps.length)
    expect(overlaps.toSorted((a, b) => a - b)).toEqual([0, 1])
  })

  test.each([
    ['the same key twice', draft('whole'), 'round-exists'],
    ['an unknown programme', draft('r1', { programme: 'none' }), 'programme-not-found'],
    ['an unknown baseline', draft('r1', { baseline: 'none' }), 'baseline-not-found'],
    ['an end before the start', draft('r1', { periodTo: '2026-06-30' }), 'invalid-input'],
    ['a day that does not exist', draft('r1', { periodTo: '2026-09-31' }), 'invalid-input'],
    ['a key that is part of an address', draft('new'), 'invalid-input'],
    ['a key with a slash', draft('a/b'), 'invalid-input'],
    ['an empty title', draft('r1', { titleDa: ' ' }), 'invalid-input'],
  ])('is not opened with %s', async (_, body, code) => {
    const answer = await post('/api/rounds', body)
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.json()).toMatchObject({ code })
  })
})

test('two persons who open the same round at the same time get one round and one refusal', async () => {
  const answers = await Promise.all(
    [...leaders, ...leaders].map((name) => post('/api/rounds', draft('race-open'), name)),
  )
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409])
  const { rows } = await held.superPool.query<{ n: string }>(
    `select count(*) as n from change_entry where act = 'open-round' and detail->>'key' = 'race-open'`,
  )
  expect(Number(rows[0]?.n)).toBe(1)
})

describe('a replacement', () => {
  test('takes the next of the stratum in, keeps the reason, and the draw still verifies', async () => {
    await open('replaced')
    await freezeAndDraw('replaced', 1)
    const before = await readDraw('replaced', 1)
    const out = before.cases?.[0]
    const replace = (reason: string, caseId = out?.caseId) =>
      post(`${level('replaced', 1)}/replacements`, { caseId, stage: out?.stage, reason })
    expect((await replace('  ')).statusCode).toBe(400)
    expect((await replace('x', 'no-such-case')).statusCode).toBe(404)

    const taken = (await replace('Sagen er overgået til en anden kommune')).json<{ caseId: string }>()
    const { cases } = await readDraw('replaced', 1)
    const stratum = cases?.filter((row) => row.stratum === out?.stratum)
    expect(stratum?.map(({ caseId, order, status }) => [caseId, order, status])).toEqual([
      [out?.caseId, 1, 'replaced'],
      [taken.caseId, 2, 'drawn'],
    ])
    expect(stratum?.[0]).toMatchObject({
      reason: 'Sagen er overgået til en anden kommune',
      review: 'written-off',
    })
    const { progress } = await readRound('replaced')
    expect(progress.reduce((sum, row) => sum + row.drawn, 0)).toBe(48)

    // Two case stages a stratum: the second replacement has nobody to take in.
    const second = await post(`${level('replaced', 1)}/replacements`, {
      caseId: taken.caseId,
      stage: stratum?.[1]?.stage,
      reason: 'Igen',
    })
    expect(second.json()).toMatchObject({ code: 'reserve-empty' })

    await post(`${level('replaced', 1)}/seed`)
    const files = await downloads('replaced', 1)
    expect(verifyDraw(files.file, files.frame, files.seed)).toEqual([])
    expect(
      verifyDraw(JSON.parse(files.text.replace(/"reason":"[^"]*"/, '"reason":""')), files.frame, files.seed),
    ).not.toEqual([])
  })

  test.each(['assigned_to', 'assigned_with'])(
    'is refused to the reviewer of the case (%s), and left to somebody else',
    async (column) => {
      const key = `own-${column.replace('_', '-')}`
      await open(key)
      await freezeAndDraw(key, 1)
      const out = (await readDraw(key, 1)).cases?.[0]
      const [administrator] = (
        await held.superPool.query<{ id: string }>(
          `select id from person where initials = 'administrator' and municipality_id = $1`,
          [held.first.municipalityId],
        )
      ).rows
      const { rowCount } = await held.superPool.query(
        `update review r set ${column} = $3
         from round, case_stage c where round.id = r.round_id and c.id = r.case_stage_id
           and round.key = $1 and r.level = 1 and c.case_id = $2`,
        [key, out?.caseId, administrator?.id],
      )
      expect(rowCount).toBe(1)
      const body = { caseId: out?.caseId, stage: out?.stage, reason: 'Flyttet' }
      const own = await post(`${level(key, 1)}/replacements`, body)
      expect([own.statusCode, own.json()]).toMatchObject([403, { code: 'own-review' }])
      expect((await post(`${level(key, 1)}/replacements`, body, 'staff-lawyer')).statusCode).toBe(200)
    },
  )

  test('is refused once the seed is public, because it tells who comes next', async () => {
    const target = (await readDraw('replaced', 1)).cases?.at(-1)
    const body = { caseId: target?.caseId, stage: target?.stage, reason: 'For sent' }
    const answer = await post(`${level('replaced', 1)}/replacements`, body)
    expect(answer.json()).toMatchObject({ code: 'seed-already-published' })
  })

  test('is refused once the level above was frozen from these cases', async () => {
    await open('above')
    await freezeAndDraw('above', 1)
    expect((await post(`${level('above', 2)}/frame`)).statusCode).toBe(200)
    const target = (await readDraw('above', 1)).cases?.[0]
    const body = { caseId: target?.caseId, stage: target?.stage, reason: 'For sent' }
    expect((await post(`${level('above', 1)}/replacements`, body)).json()).toMatchObject({
      code: 'level-above-frozen',
    })
  })

  test('of one case by two persons at the same time happens once', async () => {
    await open('race-replace')
    await freezeAndDraw('race-replace', 1)
    const target = (await readDraw('race-replace', 1)).cases?.[0]
    const body = { caseId: target?.caseId, stage: target?.stage, reason: 'Fejl i registreringen' }
    const answers = await Promise.all(
      leaders.map((name) => post(`${level('race-replace', 1)}/replacements`, body, name)),
    )
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 404])
    const { cases } = await readDraw('race-replace', 1)
    expect(cases?.filter(({ status }) => status === 'drawn').length).toBe(48)
  })
})

describe('a frozen frame', () => {
  test('stays as it was when an import changes, adds or ends case stages afterwards', async () => {
    await open('frozen')
    expect((await post(`${level('frozen', 1)}/frame`)).statusCode).toBe(200)
    const { frameDigest } = await readDraw('frozen', 1)
    await held.superPool.query(
      `update case_stage set caseworker = 'moved', completed = '2026-09-30' where case_id < 'N-020'`,
    )
    await freezeAndDrawOnly('frozen')
    await post(`${level('frozen', 1)}/seed`)
    const { file, frame, seed } = await downloads('frozen', 1)
    expect(verifyDraw(file, frame, seed)).toEqual([])
    expect((await readDraw('frozen', 1)).frameDigest).toBe(frameDigest)
    // A frame frozen now is another one, so the change was one that matters.
    await open('after')
    await post(`${level('after', 1)}/frame`)
    expect((await readDraw('after', 1)).frameDigest).not.toBe(frameDigest)
  })

  async function freezeAndDrawOnly(round: string): Promise<void> {
    expect((await post(`${level(round, 1)}/draw`)).statusCode).toBe(200)
  }

  test.each(['frame', 'draw'] as const)(
    'meets two persons at once: one does it, the other is refused (%s)',
    async (act) => {
      const round = `race-${act}`
      await open(round)
      if (act === 'draw') await post(`${level(round, 1)}/frame`)
      const answers = await Promise.all(
        [...leaders, ...leaders].map((name) => post(`${level(round, 1)}/${act}`, undefined, name)),
      )
      const codes = answers.map((answer) =>
        answer.statusCode === 200 ? 'done' : answer.json<{ code: string }>().code,
      )
      const refusal = act === 'frame' ? 'already-frozen' : 'already-drawn'
      expect(codes.toSorted()).toEqual([refusal, refusal, refusal, 'done'])
      const { rows } = await held.superPool.query<{ n: string }>(
        `select count(*) as n from change_entry where act = $1 and detail->>'round' = $2`,
        [act === 'frame' ? 'freeze-frame' : 'draw', round],
      )
      expect(Number(rows[0]?.n)).toBe(1)
    },
  )

  test('is needed before the draw, and the level below before the frame', async () => {
    await open('order')
    expect((await post(`${level('order', 1)}/draw`)).json()).toMatchObject({ code: 'not-frozen' })
    expect((await post(`${level('order', 2)}/frame`)).json()).toMatchObject({ code: 'level-below-not-drawn' })
    await post(`${level('order', 1)}/frame`)
    expect((await post(`${level('order', 2)}/frame`)).json()).toMatchObject({ code: 'level-below-not-drawn' })
    expect((await post(`${level('order', 9)}/frame`)).statusCode).toBe(404)
  })

  test('is refused where nothing was completed in the period', async () => {
    await open('empty', { periodFrom: '2020-01-01', periodTo: '2020-03-31' })
    for (const answer of [await get(`${level('empty', 1)}/draw`), await post(`${level('empty', 1)}/frame`)])
      expect([answer.statusCode, answer.json()]).toEqual([
        409,
        expect.objectContaining({ code: 'nothing-eligible' }),
      ])
  })
})
