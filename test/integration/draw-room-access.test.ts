import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { stratumParts } from '../../src/core/draw/stratum-parts.ts'
import {
  draft,
  freezeAndDraw,
  get,
  held,
  leaders,
  level,
  open,
  others,
  post,
  readDraw,
  server,
} from '../support/draw-room.ts'

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
          ...['draw', 'draw.json', 'frame.csv', 'hand-over?lang=da', 'seed.txt'].map(
            (file) => `${level('secret', 1)}/${file}`,
          ),
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

beforeAll(async () => {
  await open('whole')
  await freezeAndDraw('whole', 1)
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
    for (const file of ['draw.json', 'frame.csv', 'hand-over?lang=da'])
      expect((await get(`${level('whole', 1)}/${file}`, 'area-manager Nord')).statusCode).toBe(403)
  })

  test('the list that is handed over has the drawn cases, and the log tells of each that it was shown', async () => {
    const answer = await get(`${level('whole', 1)}/hand-over?lang=en`, 'administrator')
    expect(answer.headers['content-type']).toBe('application/zip')
    const files = unzipSync(answer.rawPayload)
    expect(Object.keys(files)).toEqual(['cases.csv', 'read-me.txt', 'SHA256SUMS'])
    const rows = strFromU8(files['cases.csv'] ?? new Uint8Array())
      .trim()
      .split('\r\n')
    const { cases } = await readDraw('whole', 1, 'administrator')
    const drawn = (cases ?? []).map(({ caseId }) => caseId)
    expect(rows.slice(1).map((row) => row.split(';')[1])).toEqual(drawn)
    const shown = await held.superPool.query<{ case_id: string }>(
      `select h.case_id from access_hit h join access_entry e on e.id = h.entry_id
       where e.act = 'show-cases' and e.at = (select max(at) from access_entry where act = 'hand-over-cases')`,
    )
    expect(shown.rows.map(({ case_id: id }) => id).toSorted()).toEqual([...new Set(drawn)].toSorted())
  })

  test('strata name caseworkers only of the units whose cases the reader may see', async () => {
    const naming = async (round: string, name: string) => {
      const { strata } = await readDraw(round, 1, name)
      const parts = strata.map(({ stratum }) => stratumParts(stratum))
      const units = parts
        .filter((each) => each.some((part) => part.name === 'caseworker'))
        .map((each) => each.find((part) => part.name === 'unit')?.value)
      const sum = (of: 'eligible' | 'wanted') => strata.reduce((total, each) => total + each[of], 0)
      return {
        units: [...new Set(units.map(String))].toSorted(),
        eligible: sum('eligible'),
        wanted: sum('wanted'),
      }
    }
    await open('unfrozen')
    for (const round of ['whole', 'unfrozen']) {
      const all = await naming(round, 'administrator')
      expect(all.units).toEqual(['Nord', 'Syd'])
      expect(await naming(round, 'area-manager Nord')).toEqual({ ...all, units: ['Nord'] })
      for (const name of ['caseworker Nord', 'director'])
        expect([name, await naming(round, name)]).toEqual([name, { ...all, units: [] }])
      const { strata } = await readDraw(round, 1, 'caseworker Nord')
      expect(strata.map(({ stratum }) => stratum)).toEqual(['unit=Nord', 'unit=Syd'])
    }
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
      ...['draw', 'draw.json', 'frame.csv', 'hand-over?lang=da', 'seed.txt'].map(
        (file) => `${level('whole', 1)}/${file}`,
      ),
    ])
      expect([url, (await get(url, 'foreign')).statusCode]).toEqual([url, 404])
    for (const [url, body] of acts.slice(1))
      expect([url, (await post(url, body, 'foreign')).statusCode]).toEqual([url, 404])
  })
})
