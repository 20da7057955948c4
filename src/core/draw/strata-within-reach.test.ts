import { expect, test } from 'vitest'
import { strataWithinReach } from './strata-within-reach.ts'

const row = (stratum: string, eligible: number, wanted: number, drawn: number | null) => ({
  stratum,
  eligible,
  wanted,
  drawn,
})
const strata = [
  row('unit=Nord\\; by; caseworker=N1; month=2026-07', 3, 1, 1),
  row('unit=Nord\\; by; caseworker=N2; month=2026-07', 4, 1, 1),
  row('unit=Syd; caseworker=S1; month=2026-07', 5, 1, 1),
  row('unit=Syd; caseworker=S2; month=2026-08', 6, 1, 0),
]

test('strata that name a caseworker are added up to units outside the reach, and kept inside', () => {
  expect(strataWithinReach(strata, ['Syd'])).toEqual([
    row('unit=Nord\\; by', 7, 2, 2),
    row('unit=Syd; caseworker=S1; month=2026-07', 5, 1, 1),
    row('unit=Syd; caseworker=S2; month=2026-08', 6, 1, 0),
  ])
  expect(strataWithinReach(strata, [])).toEqual([row('unit=Nord\\; by', 7, 2, 2), row('unit=Syd', 11, 2, 1)])
  expect(strataWithinReach(strata, null)).toEqual(strata)
})

test('before the draw nothing is drawn, added up or not', () => {
  const open = strata.map((each) => ({ ...each, drawn: null }))
  expect(strataWithinReach(open, []).map(({ drawn }) => drawn)).toEqual([null, null])
})

test('strata by caseworker alone become the whole frame', () => {
  const alone = [row('caseworker=N1', 3, 1, 1), row('caseworker=N2', 4, 1, 1)]
  expect(strataWithinReach(alone, ['Nord'])).toEqual([row('all', 7, 2, 2)])
})

test('strata that name nobody are everyone’s to see', () => {
  const named = [row('unit=Nord; stage=underretning', 3, 1, 1), row('unit=Nord; stage=opfoelgning', 4, 1, 1)]
  expect(strataWithinReach(named, [])).toEqual(named)
})
