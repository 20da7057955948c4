import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { getDraw } from '../../src/contract/draw/draws.ts'
import { getRound, listRounds } from '../../src/contract/draw/rounds.ts'
import { verifyDraw } from '../../src/core/draw/verify-draw.ts'
import { readSeed } from '../../src/core/draw/seed.ts'
import { readFrame } from '../../src/core/registry/read-frame.ts'
import { addProgramme, seedAudit, type Audit } from '../support/audit.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, createTestServer, type Call, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let audit: Audit
const cookies = new Map<string, string>()
const leaders = ['administrator', 'staff-lawyer'] as const
const others = [
  'caseworker Nord',
  'professional-coordinator Nord',
  'department-manager Nord',
  'area-manager Nord',
  'unit-lawyer Syd',
  'central-lawyer',
  'director',
  'ombudsman',
] as const

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  audit = await seedAudit(held.database, held.first.municipalityId)
  for (const name of [...leaders, ...others])
    cookies.set(name, await server.signIn(held.first.municipalityId, name))
  await addPerson(held.database, held.second.municipalityId, { userName: 'foreign', role: 'administrator' })
  cookies.set('foreign', await server.signIn(held.second.municipalityId, 'foreign'))
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

function as(name: string, call: Call = {}): Call {
  return { ...call, cookie: cookies.get(name) ?? '' }
}
const get = (url: string, name = 'administrator') => server.send('GET', url, as(name))
const post = (url: string, body?: unknown, name = 'administrator') =>
  server.send('POST', url, as(name, body === undefined ? {} : { body }))

function draft(key: string, rest: object = {}) {
  const titles = { titleDa: `Runde ${key}`, titleEn: `Round ${key}` }
  const period = { periodFrom: '2026-07-01', periodTo: '2026-09-30' }
  return { key, ...titles, programme: 'bbu-2017', ...period, baseline: null, ...rest }
}

async function open(key: string, rest: object = {}): Promise<void> {
  expect((await post('/api/rounds', draft(key, rest))).statusCode).toBe(200)
}

const level = (round: string, number: number) => `/api/rounds/${round}/levels/${number}`

async function readDraw(
  round: string,
  number: number,
  name?: string,
): Promise<z.output<typeof getDraw.response>> {
  return getDraw.response.parse((await get(`${level(round, number)}/draw`, name)).json())
}

async function readRound(round: string): Promise<z.output<typeof getRound.response>> {
  return getRound.response.parse((await get(`/api/rounds/${round}`)).json())
}

async function freezeAndDraw(round: string, number: number): Promise<void> {
  expect((await post(`${level(round, number)}/frame`)).statusCode).toBe(200)
  expect((await post(`${level(round, number)}/draw`)).statusCode).toBe(200)
}

/** The three files as somebody elsewhere would have them. */
async function downloads(round: string, number: number) {
  const [draw, frame, seed] = await Promise.all(
    ['draw.json', 'frame.csv', 'seed.txt'].map((file) => get(`${level(round, number)}/${file}`)),
  )
  const rows = await readFrame(frame?.rawPayload ?? Buffer.of(), 'frame.csv')
  const bytes = readSeed(seed?.rawPayload ?? Buffer.of(), 'seed.txt')
  if (draw === undefined || !rows.ok || !bytes.ok) throw new Error('the files cannot be read')
  const file: unknown = draw.json()
  return { file, text: draw.body, frame: rows.value.finished, seed: bytes.value.bytes }
}

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
    expect((await readRound('undrawn')).irregularities.map(({ da }) => da)).toEqual(['Først', 'Derpå'])
    expect((await post('/api/rounds/undrawn/irregularities', { da: ' ', en: null })).statusCode).toBe(400)
    const refused = await post('/api/rounds/undrawn/irregularities', { da: 'x', en: null }, 'caseworker Nord')
    expect(refused.statusCode).toBe(403)
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

describe('the seed', () => {
  test('is told by no route to anyone before it is published, while its digest is public', async () => {
    await open('secret')
    for (const step of ['frame', 'draw'] as const) {
      const act = await post(`${level('secret', 1)}/${step}`)
      const seed = await seedInTable('secret')
      expect(seed).toMatch(/^[0-9a-f]{64}$/)
      const said = [act.body]
      for (const name of [...leaders, ...others])
        for (const url of [
          '/api/rounds',
          '/api/rounds/secret',
          ...['draw', 'draw.json', 'frame.csv', 'seed.txt'].map((file) => `${level('secret', 1)}/${file}`),
        ])
          said.push((await get(url, name)).body)
      expect(said.filter((body) => body.includes(seed))).toEqual([])
      expect(server.log.filter((line) => line.includes(seed))).toEqual([])
      expect((await get(`${level('secret', 1)}/seed.txt`)).json()).toMatchObject({
        code: 'seed-not-published',
      })
      const { frameDigest, seedDigest } = await readDraw('secret', 1, 'caseworker Nord')
      expect([frameDigest, seedDigest]).toEqual([
        expect.stringMatching(/^[0-9a-f]{64}$/),
        expect.stringMatching(/^[0-9a-f]{64}$/),
      ])
    }
    expect((await post(`${level('secret', 1)}/seed`)).json()).toEqual({ seed: await seedInTable('secret') })
    expect((await get(`${level('secret', 1)}/seed.txt`, 'caseworker Nord')).body).toBe(
      `${await seedInTable('secret')}\n`,
    )
    expect((await post(`${level('secret', 1)}/seed`)).json()).toMatchObject({
      code: 'seed-already-published',
    })
  })

  test('cannot be published before the level is drawn', async () => {
    await open('early')
    await post(`${level('early', 1)}/frame`)
    expect((await post(`${level('early', 1)}/seed`)).json()).toMatchObject({ code: 'not-drawn' })
  })

  async function seedInTable(round: string): Promise<string> {
    const { rows } = await held.superPool.query<{ seed: Buffer }>(
      'select d.seed from draw d join round r on (r.municipality_id, r.id) = (d.municipality_id, d.round_id) where r.key = $1',
      [round],
    )
    return rows[0]?.seed.toString('utf8') ?? ''
  }
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

  test('is refused for a selection that cannot be drawn yet', async () => {
    await addProgramme(held.database, held.first.municipalityId, 'ankestyrelsen-external')
    await open('external', { programme: 'ankestyrelsen-external' })
    expect((await readRound('external')).levels[0]?.state).toBe('not-yet')
    for (const answer of [
      await get(`${level('external', 1)}/draw`),
      await post(`${level('external', 1)}/frame`),
    ])
      expect([answer.statusCode, answer.json()]).toEqual([
        409,
        expect.objectContaining({ code: 'selection-not-yet' }),
      ])
  })
})

describe('who may see and do what', () => {
  const acts = [
    ['/api/rounds', draft('other')],
    ['/api/rounds/whole/closing', undefined],
    [`${level('whole', 1)}/frame`, undefined],
    [`${level('whole', 1)}/draw`, undefined],
    [`${level('whole', 1)}/seed`, undefined],
    [`${level('whole', 1)}/replacements`, { caseId: 'N-001', stage: 'underretning', reason: 'x' }],
  ] as const

  test.each(acts)('POST %s is for those who lead the audit', async (url, body) => {
    for (const name of others) expect([name, (await post(url, body, name)).statusCode]).toEqual([name, 403])
  })

  test("units' managers see their own drawn cases, caseworkers and directors none", async () => {
    const units = async (name: string) => {
      const { cases, onlyOwnUnits } = await readDraw('whole', 1, name)
      return { units: cases && [...new Set(cases.map(({ unit }) => unit))].toSorted(), onlyOwnUnits }
    }
    expect(await units('administrator')).toEqual({ units: ['Nord', 'Syd'], onlyOwnUnits: false })
    expect(await units('area-manager Nord')).toEqual({ units: ['Nord'], onlyOwnUnits: true })
    expect(await units('unit-lawyer Syd')).toEqual({ units: ['Syd'], onlyOwnUnits: true })
    for (const name of ['caseworker Nord', 'director'])
      expect(await units(name)).toEqual({ units: null, onlyOwnUnits: false })
    for (const file of ['draw.json', 'frame.csv'])
      expect((await get(`${level('whole', 1)}/${file}`, 'area-manager Nord')).statusCode).toBe(403)
  })

  test('a look at the drawn cases is on record', async () => {
    const count = async () => {
      const { rows } = await held.superPool.query<{ n: string }>(
        `select count(*) as n from access_entry where act = 'list-drawn-cases'`,
      )
      return Number(rows[0]?.n)
    }
    const before = await count()
    await readDraw('whole', 1, 'area-manager Nord')
    await readDraw('whole', 1, 'director')
    expect(await count()).toBe(before + 1)
  })

  test('another municipality sees no round of this one, and cannot act on it', async () => {
    expect((await get('/api/rounds', 'foreign')).json()).toEqual({ rounds: [] })
    for (const url of [
      '/api/rounds/whole',
      ...['draw', 'draw.json', 'frame.csv', 'seed.txt'].map((file) => `${level('whole', 1)}/${file}`),
    ])
      expect([url, (await get(url, 'foreign')).statusCode]).toEqual([url, 404])
    for (const [url, body] of acts.slice(1))
      expect([url, (await post(url, body, 'foreign')).statusCode]).toEqual([url, 404])
  })
})
