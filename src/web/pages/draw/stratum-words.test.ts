import { expect, test } from 'vitest'
import { nameStrata } from './stratum-words.ts'

const stages = [{ key: 'underretning', title: { da: 'Underretning', en: 'Notification of concern' } }]
const stratum = (label: string, eligible: number, wanted: number) => ({
  stratum: label,
  eligible,
  wanted,
  drawn: null,
})

test('strata are named by unit and in words, with months and stages written out', () => {
  const [first, second] = nameStrata(
    [
      stratum('unit=Nord; caseworker=D205; month=2026-07', 3, 1),
      stratum('unit=Nord; stage=underretning', 3, 3),
    ],
    stages,
    'da',
  )
  expect(first).toMatchObject({ unit: 'Nord', rest: 'D205, juli 2026', short: 0 })
  expect(second).toMatchObject({ unit: 'Nord', rest: 'Underretning', restWithoutStage: '' })
})

test('strata with too few cases come first, those that miss most before others', () => {
  const named = nameStrata(
    [stratum('unit=A', 5, 5), stratum('unit=B', 2, 4), stratum('unit=C', 0, 3), stratum('unit=D', 9, 0)],
    stages,
    'en',
  )
  expect(named.map(({ unit, short }) => [unit, short])).toEqual([
    ['C', 3],
    ['B', 2],
    ['A', 0],
    ['D', 0],
  ])
})

test('the whole frame is one stratum without a name', () => {
  expect(nameStrata([stratum('all', 5, 5)], stages, 'da')[0]).toMatchObject({ unit: undefined, rest: '' })
})
