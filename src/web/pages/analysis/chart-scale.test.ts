import { expect, test } from 'vitest'
import type { Series } from '../../../contract/analysis/series.ts'
import { lowestOf } from './chart-scale.ts'

const round = (
  share: number | null,
  sample = 100,
  lower: number | null = null,
): Series['rounds'][number] => ({
  key: String(share),
  title: { da: '', en: '' },
  periodTo: '2026-06-30',
  sample,
  figure:
    share === null
      ? null
      : {
          numerator: 1,
          denominator: sample,
          notApplicable: 0,
          share,
          interval: [share - 0.05, share + 0.05],
          method: 't',
        },
  limits: lower === null ? null : { lower, upper: 1 },
  signs: [],
})

test('the scale begins a full tenth at or below everything drawn, and shows 40 points at the least', () => {
  expect(lowestOf({ rounds: [round(0.95), round(0.9)] })).toBe(0.6)
  expect(lowestOf({ rounds: [round(0.5)] })).toBe(0.4)
  expect(lowestOf({ rounds: [round(0.9, 100, 0.31)] })).toBe(0.3)
  expect(lowestOf({ rounds: [round(0.02)] })).toBe(0)
  expect(lowestOf({ rounds: [] })).toBe(0.6)
})
