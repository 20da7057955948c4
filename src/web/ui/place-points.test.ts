import { expect, test } from 'vitest'
import { heightOf, keepsLabel, placePoints } from './place-points.ts'

test('points without a value leave a gap, and the others keep their places', () => {
  const placed = placePoints([0.8, null, null, 0.9].map((value) => ({ value })))
  expect(placed.map(({ x }) => x)).toEqual([12.5, 87.5])
  // No line is drawn over what is not known.
  expect(placed.map(({ follows }) => follows)).toEqual([false, false])
  expect(placePoints([{ value: 0 }, { value: 1 }]).map(({ follows }) => follows)).toEqual([false, true])
})

test('the scale runs from the bottom to the top, and nothing is drawn outside of it', () => {
  const scale = { lowest: 0.5, highest: 1 }
  expect([0.5, 0.75, 1].map((value) => heightOf(value, scale))).toEqual([100, 50, 0])
  expect([0.2, 1.3].map((value) => heightOf(value, scale))).toEqual([100, 0])
})

test('a long axis keeps as many words as there is room for, the last among them', () => {
  const kept = (points: number) =>
    Array.from({ length: points }, (_, at) => at).filter((at) => keepsLabel(points - 1 - at, points, 5))
  expect(kept(26)).toEqual([1, 7, 13, 19, 25])
  expect(kept(13)).toEqual([0, 3, 6, 9, 12])
  expect(kept(5)).toEqual([0, 1, 2, 3, 4])
})
