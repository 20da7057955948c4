import { expect, test } from 'vitest'
import type { AimRound } from '../../../contract/learning/initiative.ts'
import { lowestDrawn, placeDay, placePoints } from './initiative-chart-scale.ts'

const round = (periodFrom: string, periodTo: string, share: number, sample = 20): AimRound => ({
  key: periodFrom,
  title: { da: periodFrom, en: periodFrom },
  periodFrom,
  periodTo,
  side: 'before',
  series: 1,
  figure: {
    numerator: 0,
    denominator: sample,
    notApplicable: 0,
    share,
    interval: [share - 0.1, share + 0.1],
    method: 'wilson',
    sample,
  },
})
const rounds = [
  round('2026-01-01', '2026-03-31', 0.7),
  round('2026-04-01', '2026-06-30', 0.8, 5),
  round('2026-10-01', '2026-12-31', 0.55),
]

test('rounds with too few answers leave a gap in their place', () => {
  expect(placePoints(rounds).map(({ x }) => Math.round(x))).toEqual([17, 83])
  expect(lowestDrawn(placePoints(rounds))).toBe(0.4)
})

test('a start stands within the round whose period holds it, or between two, or outside', () => {
  expect(placeDay(rounds, '2026-01-01')).toBe(0)
  expect(placeDay(rounds, '2026-03-31')).toBeCloseTo(100 / 3, 6)
  expect(placeDay(rounds, '2026-08-01')).toBeCloseTo(200 / 3, 6)
  expect(placeDay(rounds, '2025-12-31')).toBeNull()
  expect(placeDay(rounds, '2027-01-01')).toBeNull()
})
