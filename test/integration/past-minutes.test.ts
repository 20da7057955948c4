import { afterAll, beforeAll, expect, test } from 'vitest'
import { fewest, forecastMinutes, mostRecent } from '../../src/core/review/forecast-minutes.ts'
import type { MunicipalityId, PersonId, RoundId } from '../../src/storage/ids.ts'
import { listPastMinutes } from '../../src/storage/review/past-minutes.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await createTestDatabase({ demo: true })
})
afterAll(() => t.close())

test('a forecast is the same whether or not everybody’s minutes are read where the person’s own suffice', async () => {
  const { rows } = await t.superPool.query<{
    municipality: MunicipalityId
    round: RoundId
    person: PersonId
    level: number
    stage: string
  }>(
    `select distinct r.municipality_id as municipality, r.round_id as round, p.id as person, r.level, c.stage
     from review as r join case_stage as c on c.id = r.case_stage_id
       join person as p on p.municipality_id = r.municipality_id
     where r.round_id = (select round_id from review where minutes > 0 group by 1 order by count(*) desc limit 1)
       and r.level = 1 and (p.id in (select assigned_to from review where minutes > 0) or p.name < 'C')`,
  )
  const bases = new Map<string, number>()
  for (const { municipality, round, person, level, stage } of rows) {
    const [all, few] = await t.database.transaction(
      { municipalityId: municipality, personId: person },
      async (tx) => {
        const reader = await tx.recordAccess({ act: 'list-my-reviews', subjectKind: 'review' })
        const read = (enough: number) =>
          listPastMinutes(reader, round, [person], [{ level, stage }], { most: mostRecent, enough })
        return [await read(mostRecent + 1), await read(fewest)]
      },
    )
    const forecastOf = (past: typeof all) => {
      const of = (who: PersonId | null) => past.find((each) => each.person === who)?.minutes ?? []
      return forecastMinutes(of(person), of(null), 1)
    }
    const forecast = forecastOf(few)
    expect(forecast).toEqual(forecastOf(all))
    expect(few.some((each) => each.person === null)).toBe(forecast.basis !== 'own')
    bases.set(forecast.basis, (bases.get(forecast.basis) ?? 0) + 1)
  }
  expect(bases.get('own')).toBeGreaterThan(0)
  expect(bases.get('level')).toBeGreaterThan(0)
})
