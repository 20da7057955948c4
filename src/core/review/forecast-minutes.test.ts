import { expect, test } from 'vitest'
import { forecastMinutes } from './forecast-minutes.ts'

test('a forecast is the median of the own last 20, else of the level, else what the programme says', () => {
  expect(forecastMinutes([40, 50, 60, 70, 80], [10, 10, 10, 10, 10], 75)).toEqual({
    minutes: 60,
    basis: 'own',
  })
  expect(forecastMinutes([40, 50, 60, 70], [10, 20, 30, 40, 50, 60], 75)).toEqual({
    minutes: 35,
    basis: 'level',
  })
  expect(forecastMinutes([40], [10, 20], 75)).toEqual({ minutes: 75, basis: 'programme' })
  const newestFirst = [...Array.from({ length: 20 }, () => 30), ...Array.from({ length: 30 }, () => 90)]
  expect(forecastMinutes(newestFirst, [], 75)).toEqual({ minutes: 30, basis: 'own' })
})
