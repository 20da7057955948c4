import { expect, test } from 'vitest'
import { calibrationAdvice } from './advice.ts'

const on = (day: string) => ({ openedAt: new Date(`${day}T12:00:00Z`) })
const before = new Date('2024-01-10T08:00:00Z')

test('the newest calibration since the round before is the one that counts', () => {
  const newest = on('2024-03-20')
  expect(calibrationAdvice([on('2024-02-01'), newest, on('2023-11-01')], before)).toEqual({
    kind: 'held',
    calibration: newest,
  })
})

test('a calibration from before the round before counts no more, and is named', () => {
  const last = on('2023-11-01')
  expect(calibrationAdvice([last], before)).toEqual({ kind: 'none', last, since: before })
})

test('before a programme’s first round any calibration counts', () => {
  const held = on('2020-01-01')
  expect(calibrationAdvice([held], null)).toEqual({ kind: 'held', calibration: held })
  expect(calibrationAdvice([], null)).toEqual({ kind: 'none', last: null, since: null })
})
