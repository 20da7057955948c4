import { expect, test } from 'vitest'
import { replaceCase } from '../../src/contract/draw/draws.ts'
import { verifyDraw } from '../../src/core/draw/verify-draw.ts'
import { audit, downloads, get, held, level, open, post, readDraw, readRound } from '../support/draw-room.ts'

/** What an import does that says every case of Nord belongs to Syd now. */
async function moveNorthToSouth(): Promise<void> {
  await held.superPool.query('update case_stage set unit_id = $1 where unit_id = $2', [
    audit.south,
    audit.north,
  ])
}

async function listReviewUnits(round: string, number: number): Promise<Record<string, number>> {
  const { rows } = await held.superPool.query<{ name: string; count: number }>(
    `select unit.name, count(*)::int from review r
     join round on (round.municipality_id, round.id) = (r.municipality_id, r.round_id)
     join unit on (unit.municipality_id, unit.id) = (r.municipality_id, r.unit_id)
     where round.key = $1 and r.level = $2 and r.state <> 'written-off' group by unit.name order by unit.name`,
    [round, number],
  )
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}

test('a case that an import moves to another unit stays in its unit in what was frozen before', async () => {
  await open('moved')
  expect((await post(`${level('moved', 1)}/frame`)).statusCode).toBe(200)
  const frozen = await readDraw('moved', 1)
  await moveNorthToSouth()

  expect((await post(`${level('moved', 1)}/draw`)).statusCode).toBe(200)
  const drawn = await readDraw('moved', 1)
  expect(drawn.units.map(({ unit, eligible, drawn: taken }) => [unit, eligible, taken])).toEqual([
    ['Nord', 48, 24],
    ['Syd', 48, 24],
  ])
  expect(drawn.units.map(({ unit, eligible }) => [unit, eligible])).toEqual(
    frozen.units.map(({ unit, eligible }) => [unit, eligible]),
  )
  for (const { unit, stratum } of drawn.cases ?? []) expect(stratum).toContain(`unit=${unit}`)
  expect(await listReviewUnits('moved', 1)).toEqual({ Nord: 24, Syd: 24 })

  const north = await readDraw('moved', 1, 'area-manager Nord')
  expect(north.onlyOwnUnits).toBe(true)
  expect(new Set(north.cases?.map(({ unit }) => unit))).toEqual(new Set(['Nord']))
  expect(north.cases).toHaveLength(24)

  const [out] = north.cases ?? []
  const answer = await post(`${level('moved', 1)}/replacements`, {
    caseId: out?.caseId,
    stage: out?.stage,
    reason: 'Flyttet',
  })
  expect(replaceCase.response.parse(answer.json()).caseId).toMatch(/^N-/u)
  expect(await listReviewUnits('moved', 1)).toEqual({ Nord: 24, Syd: 24 })

  expect((await post(`${level('moved', 2)}/frame`)).statusCode).toBe(200)
  expect((await post(`${level('moved', 2)}/draw`)).statusCode).toBe(200)
  expect(Object.keys(await listReviewUnits('moved', 2))).toEqual(['Nord', 'Syd'])
  const { progress } = await readRound('moved')
  expect(progress.filter((row) => row.level === 1).map(({ unit, drawn: n }) => [unit.name, n])).toEqual([
    ['Nord', 24],
    ['Syd', 24],
  ])
  for (const number of [1, 2]) {
    expect((await post(`${level('moved', number)}/seed`)).statusCode).toBe(200)
    const { file, frame, seed } = await downloads('moved', number)
    expect(verifyDraw(file, frame, seed)).toEqual([])
  }
  expect((await get(`${level('moved', 1)}/frame.csv`)).body).toMatch(/N-000,underretning,Nord,/u)
})
