import { expect, test } from 'vitest'
import { calibrationAdvice } from './advice.ts'

const on = (day: string, levels: readonly number[] = [1, 2], people = 4) => ({
  openedAt: new Date(`${day}T12:00:00Z`),
  levels,
  people,
})
const before = new Date('2024-01-10T08:00:00Z')
const opened = new Date('2024-04-10T08:00:00Z')

test('of those between the two openings the one with most levels counts, then most people, then the newest', () => {
  const held = [on('2024-02-01', [1, 2, 3], 3), on('2024-03-01', [1, 2], 9), on('2023-11-01', [1, 2, 3, 4])]
  const widest = (more: ReturnType<typeof on>) => calibrationAdvice([more, ...held], { before, opened })
  expect(widest(on('2024-02-02', [1], 20))).toMatchObject({ kind: 'held', calibration: held[0] })
  const people = on('2024-01-20', [2, 3, 4], 4)
  expect(widest(people)).toMatchObject({ calibration: people })
  const newest = on('2024-02-03', [1, 2, 4], 3)
  expect(widest(newest)).toMatchObject({ calibration: newest })
})

test('one held while the round is open is named beside it and never takes its place', () => {
  const wide = on('2024-03-20')
  const during = [on('2024-04-20', [1], 2), on('2024-04-12', [1, 2, 3, 4], 9)]
  expect(calibrationAdvice([...during, wide], { before, opened })).toEqual({
    kind: 'held',
    calibration: wide,
    whileOpen: false,
    furtherWhileOpen: during.toReversed(),
  })
})

test('one held while the round is open counts, as such, when there was none before', () => {
  const [wide, narrow] = [on('2024-04-12', [1, 4]), on('2024-04-20', [1])]
  expect(calibrationAdvice([narrow, on('2023-11-01'), wide], { before, opened })).toEqual({
    kind: 'held',
    calibration: wide,
    whileOpen: true,
    furtherWhileOpen: [narrow],
  })
})

test('a calibration from before the round before counts no more, and is named', () => {
  const last = on('2023-11-01')
  expect(calibrationAdvice([last], { before, opened })).toEqual({ kind: 'none', last, since: before })
})

test('before a programme’s first round any calibration counts', () => {
  const held = on('2020-01-01')
  expect(calibrationAdvice([held], { before: null, opened })).toMatchObject({
    kind: 'held',
    calibration: held,
  })
  expect(calibrationAdvice([], { before: null, opened })).toEqual({ kind: 'none', last: null, since: null })
})
