import { expect, test } from 'vitest'
import { curvePaths, dayTicks, stepAt } from './finished-curve.ts'

const step = (day: number, finished: number) => ({
  day,
  finished,
  lower: finished - 0.1,
  upper: finished + 0.1,
  atRisk: 10,
})
const steps = [step(2, 0.25), step(5, 0.5)]

test('the curve climbs at the days on which something finished, and runs level to its end', () => {
  const { line, band } = curvePaths({ key: 'k', steps, lastDay: 10 })
  expect(line).toBe('M0 100H20V75H50V50H100')
  expect(band).toBe('M0 100H20V65H50V40H100V60H50V85H20V100H0Z')
})

test('where nothing has finished the curve lies at the bottom', () => {
  expect(curvePaths({ key: 'k', steps: [], lastDay: 10 }).line).toBe('M0 100H100')
})

test('a day has the share of the last step up to it', () => {
  expect(stepAt(steps, 1)).toBeUndefined()
  expect(stepAt(steps, 2)?.finished).toBe(0.25)
  expect(stepAt(steps, 4)?.finished).toBe(0.25)
  expect(stepAt(steps, 9)?.finished).toBe(0.5)
})

test('the days named lie at plain steps within what was followed', () => {
  expect(dayTicks(365)).toEqual([0, 100, 200, 300])
  expect(dayTicks(28)).toEqual([0, 5, 10, 15, 20, 25])
  expect(dayTicks(1)).toEqual([0, 1])
})
