import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { replaceCase } from '../../src/contract/draw/draws.ts'
import { listInclusions } from '../../src/core/draw/inclusion-probability.ts'
import { checkDrawFile } from '../../src/core/draw/read-draw-file.ts'
import { verifyDraw } from '../../src/core/draw/verify-draw.ts'
import { getId, type CaseStageId } from '../../src/storage/ids.ts'
import { toJson } from '../../src/storage/tables/column.ts'
import { addProgramme } from '../support/audit.ts'
import {
  audit,
  downloads,
  freezeAndDraw,
  get,
  held,
  level,
  open,
  post,
  readDraw,
} from '../support/draw-room.ts'

/** One case of its own, with the columns that the programmes of the folder ask about. */
interface Row {
  readonly case_id: string
  readonly stage: string
  readonly started?: string
  readonly completed: string
  readonly attributes?: Readonly<Record<string, string>>
}

const day = (month: string, at: number) => `${month}-${String(at + 1).padStart(2, '0')}`
const decision = (id: number, completed: string, change: Record<string, string> = {}): Row => ({
  case_id: `E-${id}`,
  stage: 'afgoerelse',
  completed,
  attributes: {
    afgørelse: 'anbringelse',
    alder: '10',
    familie: '',
    verserende: 'ja',
    behandlet_i_ankestyrelsen: 'nej',
    kun_fysisk_handicap: 'nej',
    handlekommune_siden: '2014-01-01',
    ...change,
  },
})

const rows: readonly Row[] = [
  ...Array.from({ length: 8 }, (_, at) => decision(at, day('2017-02', at))),
  decision(8, '2017-09-01', { behandlet_i_ankestyrelsen: 'ja' }),
  decision(9, '2017-09-02', { alder: '18' }),
  decision(10, '2017-09-03', { familie: 'F', alder: '5' }),
  decision(11, '2017-03-03', { familie: 'F', alder: '6' }),
  ...[12, 13, 14].map((id) => decision(id, day('2015-02', id))),
  ...['2019-01', '2019-02'].flatMap((month, of) =>
    Array.from({ length: of === 0 ? 9 : 3 }, (_, at) => ({
      case_id: `M-${month}-${at}`,
      stage: 'merudgifter',
      completed: day(month, at),
    })),
  ),
  ...Array.from({ length: 24 }, (_, at) => ({
    case_id: `R-${at}`,
    stage: 'opfoelgning',
    completed: day('2018-05', at),
    attributes: { risiko: at === 0 ? '0' : String(at).replace(/$/u, ',5') },
  })),
  ...Array.from({ length: 10 }, (_, at) => ({
    case_id: `P-${at}`,
    stage: 'sikkerhedsplan',
    started: '2017-05-01',
    completed: '2017-12-31',
    attributes: { aktiv: at < 8 ? 'ja' : 'nej' },
  })),
]

beforeAll(async () => {
  const { database, first } = held
  for (const key of ['ankestyrelsen-external', 'extra-costs', 'risk-based', 'safety-plans-census'])
    await addProgramme(database, first.municipalityId, key)
  await database.transaction({ municipalityId: first.municipalityId, personId: null }, async (tx) => {
    const { db } = await tx.recordChange({ room: 'registry', act: 'add-cases', subjectKind: 'municipality' })
    const values = rows.map(({ attributes = {}, started, completed, ...row }) => ({
      ...row,
      id: getId<CaseStageId>(randomUUID()),
      unit_id: audit.north,
      caseworker: 'N1',
      started: started ?? completed,
      completed,
      attributes: toJson(attributes),
    }))
    await db.insertInto('case_stage').values(values).execute()
  })
})

/** The level's files, checked as anybody could elsewhere. */
async function checkElsewhere(round: string, number: number) {
  expect((await post(`${level(round, number)}/seed`)).statusCode).toBe(200)
  const { file, frame, seed } = await downloads(round, number)
  expect(verifyDraw(file, frame, seed)).toEqual([])
  const draw = checkDrawFile(file)
  if (!draw.ok) throw new Error('the draw file is not one')
  return draw.value
}

async function replace(round: string, number: number, caseId: string, stage: string): Promise<string> {
  const answer = await post(`${level(round, number)}/replacements`, { caseId, stage, reason: 'Flyttet' })
  expect(answer.statusCode).toBe(200)
  return replaceCase.response.parse(answer.json()).caseId
}

describe('a round of the newest first', () => {
  test('takes them backwards, says how many fell out and why, and replaces with the next newest', async () => {
    const period = { periodFrom: '2014-01-01', periodTo: '2017-11-30' }
    await open('newest', { programme: 'ankestyrelsen-external', ...period })
    const before = await readDraw('newest', 1)
    expect(before.kind).toBe('newest-first')
    expect(before.chance.da).toContain('ingen sag har en kendt sandsynlighed')
    const fellOut = before.fellOut.map(({ why, count }) => [why.en, count])
    expect(fellOut).toEqual([
      ['does not meet "alder: 0-17"', 1],
      ['does not meet "behandlet_i_ankestyrelsen: not ja"', 1],
      ['another case with the same "familie" goes before it', 1],
    ])
    await freezeAndDraw('newest', 1)
    const drawn = await readDraw('newest', 1)
    expect(drawn.fellOut).toEqual(before.fellOut)
    expect(drawn.strata.map(({ eligible, wanted, drawn: taken }) => [eligible, wanted, taken])).toEqual([
      [9, 4, 4],
      [3, 2, 2],
    ])
    const ids = drawn.cases?.map(({ caseId }) => caseId)
    expect(ids).toEqual(['E-11', 'E-7', 'E-6', 'E-5', 'E-14', 'E-13'])
    expect(await replace('newest', 1, 'E-7', 'afgoerelse')).toBe('E-4')
    const file = await checkElsewhere('newest', 1)
    expect(listInclusions([file]).every(({ overall }) => overall === null)).toBe(true)
  })
})

describe('a round that passes cases on', () => {
  test('gives the level above its share of each month, and the next of them for a replaced one', async () => {
    await open('passed', { programme: 'extra-costs', periodFrom: '2019-01-01', periodTo: '2019-03-31' })
    await freezeAndDraw('passed', 1)
    await freezeAndDraw('passed', 2)
    const above = await readDraw('passed', 2)
    expect(above.kind).toBe('random')
    expect(above.selection.en).toContain('2 cases')
    expect(above.strata.map(({ eligible, wanted, drawn }) => [eligible, wanted, drawn])).toEqual([
      [4, 2, 2],
      [3, 2, 2],
    ])
    const below = (await readDraw('passed', 1)).cases?.map(({ caseId }) => caseId) ?? []
    const taken = await replace('passed', 2, above.cases?.[0]?.caseId ?? '', 'merudgifter')
    expect(below).toContain(taken)
    const files = [await checkElsewhere('passed', 1), await checkElsewhere('passed', 2)]
    const chances = listInclusions(files).map(({ overall }) => overall)
    // Three of January's four were looked at; of February's three two.
    expect(chances.map((chance) => chance?.toFixed(6))).toEqual(
      [...[0, 1].map(() => (4 / 9) * (3 / 4)), ...[0, 1].map(() => 2 / 3)].map((chance) => chance.toFixed(6)),
    )
  })
})

describe('a round by risk', () => {
  test('keeps chances known, also when a case is replaced', async () => {
    await open('risky', { programme: 'risk-based', periodFrom: '2018-05-01', periodTo: '2018-05-31' })
    const before = await readDraw('risky', 1)
    expect(before.fellOut).toEqual([{ why: { da: 'har 0 i "risiko"', en: 'has 0 in "risiko"' }, count: 1 }])
    await freezeAndDraw('risky', 1)
    const [first] = (await readDraw('risky', 1)).cases ?? []
    await replace('risky', 1, first?.caseId ?? '', 'opfoelgning')
    const file = await checkElsewhere('risky', 1)
    expect(file.cases).toHaveLength(11)
    // The sum of 1.5 to 23.5 is 287.5, and 11 × 23.5 is below it: nobody is certain.
    for (const { caseId, chance } of file.cases)
      expect(chance).toBeCloseTo((11 * (Number(caseId.slice(2)) + 0.5)) / 287.5, 12)
  })

  test('is refused in words where a case has no risk', async () => {
    await held.superPool.query(`update case_stage set attributes = '{"risiko": "høj"}' where case_id = 'R-3'`)
    await open('risky-2', { programme: 'risk-based', periodFrom: '2018-05-01', periodTo: '2018-05-31' })
    const answer = await post(`${level('risky-2', 1)}/frame`)
    expect([answer.statusCode, answer.json()]).toEqual([
      409,
      expect.objectContaining({
        code: 'frame-not-readable',
        problems: [expect.objectContaining({ code: 'risk-not-a-number' })],
      }),
    ])
    expect((await get(`${level('risky-2', 1)}/draw`)).body).toContain('R-3')
    const other = await get(`${level('risky-2', 1)}/draw`, 'director')
    expect(other.json()).toMatchObject({ code: 'frame-not-readable' })
    // The words name a case.
    expect(other.body).not.toContain('R-3')
  })
})

describe('a census', () => {
  test('takes all of its programme’s cases, and no other programme’s', async () => {
    await open('census', {
      programme: 'safety-plans-census',
      periodFrom: '2017-01-01',
      periodTo: '2017-12-31',
    })
    await freezeAndDraw('census', 1)
    const { strata, chance } = await readDraw('census', 1)
    expect(strata).toEqual([{ stratum: 'all', eligible: 8, wanted: 8, drawn: 8 }])
    expect(chance.en).toContain('All cases are in')
    const file = await checkElsewhere('census', 1)
    expect(listInclusions([file]).every(({ overall }) => overall === 1)).toBe(true)
  })
})
