import { expect, test } from 'vitest'
import { curvePaths, dayTicks, lastDrawn, stepAt, tableSteps } from './finished-curve.ts'

const step = (day: number, finished: number) => ({
  day,
  finished,
  lower: finished - 0.1,
  upper: finished + 0.1,
  atRisk: 10,
})
const steps = [step(2, 0.25), step(5, 0.5)]

test('the curve climbs at the days on which something finished, and runs level to its end', () => {
  const { line, band } = curvePaths(steps, 10)
  expect(line).toBe('M0 100H20V75H50V50H100')
  expect(band).toBe('M0 100H20V65H50V40H100V60H50V85H20V100H0Z')
})

test('where nothing has finished the curve lies at the bottom', () => {
  expect(curvePaths([], 10).line).toBe('M0 100H100')
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

test('the picture ends some time after nine tenths of what finishes has, and never after what was followed', () => {
  const climbing = [step(2, 0.2), step(20, 0.86), step(300, 0.9)]
  expect(lastDrawn({ steps: climbing, lastDay: 364 })).toBe(32)
  expect(lastDrawn({ steps: climbing, lastDay: 25 })).toBe(25)
  expect(lastDrawn({ steps: [], lastDay: 40 })).toBe(40)
  expect(curvePaths(climbing, 32).line).toBe('M0 100H6.25V80H62.5V14H100')
})

test('the table tells of days on which something finished, once each, to the last of them', () => {
  const climbing = [step(2, 0.2), step(3, 0.5), step(20, 0.86), step(300, 0.9)]
  expect(tableSteps({ steps: climbing, lastDay: 364 }).map(({ day }) => day)).toEqual([3, 20, 300])
  expect(tableSteps({ steps: [], lastDay: 40 })).toEqual([])
})
