import { beforeAll, describe, expect, test } from 'vitest'
import { replaceCase } from '../../src/contract/draw/draws.ts'
import { listInclusions } from '../../src/core/draw/inclusion-probability.ts'
import { checkDrawFile } from '../../src/core/draw/read-draw-file.ts'
import { verifyDraw } from '../../src/core/draw/verify-draw.ts'
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
import { addSelectionCases, selectionRounds } from '../support/selection-cases.ts'

beforeAll(() => addSelectionCases(held.database, held.first.municipalityId, audit.north))

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
    await open('newest', selectionRounds.newest)
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
    await open('passed', selectionRounds.passed)
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
    await open('risky', selectionRounds.risky)
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
    await open('risky-2', selectionRounds.risky)
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
    await open('census', selectionRounds.census)
    await freezeAndDraw('census', 1)
    const { strata, chance } = await readDraw('census', 1)
    expect(strata).toEqual([{ stratum: 'all', eligible: 8, wanted: 8, drawn: 8 }])
    expect(chance.en).toContain('All cases are in')
    const file = await checkElsewhere('census', 1)
    expect(listInclusions([file]).every(({ overall }) => overall === 1)).toBe(true)
  })
})
