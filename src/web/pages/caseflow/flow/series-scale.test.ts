import { expect, test } from 'vitest'
import { scaleFrom0, scaleOf } from './series-scale.ts'

const point = (value: number | null, lower: number | null = null, upper: number | null = null) => ({
  period: '2026-W47',
  from: '2026-11-16',
  isOver: true,
  value,
  of: 20,
  undecided: null,
  lower,
  upper,
})

test('counts are drawn from nought to a line above them all, at plain steps', () => {
  expect(scaleFrom0(13).ticks).toEqual([0, 5, 10, 15])
  expect(scaleFrom0(3).ticks).toEqual([0, 1, 2, 3])
  expect(scaleFrom0(0).ticks).toEqual([0, 1])
  expect(scaleFrom0(487).ticks).toEqual([0, 200, 400, 600])
  expect(scaleOf({ kind: 'count', points: [point(7), point(null)], median: 12 }).highest).toBe(15)
})

test('shares keep the whole scale, as in the files, however high they all lie', () => {
  const scale = scaleOf({ kind: 'share', points: [point(0.9), point(0.95)], median: 0.92 })
  expect([scale.lowest, scale.highest]).toEqual([0, 1])
})
