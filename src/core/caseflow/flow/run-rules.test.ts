import { expect, test } from 'vitest'
import { runVerdict } from './run-rules.ts'

const signals = (values: readonly number[], isBeyond = false) => {
  const found = runVerdict(values, isBeyond)
  return found.state === 'judged' ? found.signals : found.state
}

test('fewer than twelve points beside the median say nothing', () => {
  expect(runVerdict([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], false)).toEqual({
    state: 'too-few',
    points: 10,
    needed: 12,
  })
  expect(signals(Array.from({ length: 40 }, () => 3))).toBe('too-few')
})

test('has the limits that Anhøj and Olesen print for 12, 20 and 24 points', () => {
  const limits = (points: number) => {
    const found = runVerdict(
      Array.from({ length: points }, (_, at) => at),
      false,
    )
    return found.state === 'judged' ? [found.points, found.longestRunLimit, found.fewestCrossings] : []
  }
  expect([12, 20, 24].map(limits)).toEqual([
    [12, 7, 3],
    [20, 7, 6],
    [24, 8, 8],
  ])
})

test('a shift and a trend are told, a series that goes up and down is not', () => {
  const shift = Array.from({ length: 24 }, (_, at) => (at < 12 ? 5 : 9) + (at % 2))
  expect(signals(shift)).toEqual(['long-run', 'few-crossings'])
  expect(signals(Array.from({ length: 24 }, (_, at) => at))).toEqual(['long-run', 'few-crossings'])
  expect(signals(Array.from({ length: 24 }, (_, at) => at % 2))).toEqual([])
  expect(
    signals(
      Array.from({ length: 24 }, (_, at) => at % 2),
      true,
    ),
  ).toEqual(['beyond-limits'])
})

test('points on the median neither break nor prolong a run', () => {
  const found = runVerdict([1, 1, 5, 1, 1, 5, 1, 1, 9, 9, 5, 9, 9, 9, 9], false)
  expect(found).toMatchObject({ points: 12, longestRun: 6, crossings: 1 })
})

test('chance alone gives a signal in few series', () => {
  let state = 1
  // Lehmer's generator (Park and Miller 1988), so that the series are the same everywhere.
  const next = () => (state = (state * 48_271) % 2_147_483_647)
  const alarms = Array.from({ length: 500 }, () => signals(Array.from({ length: 24 }, next))).filter(
    (found) => found.length > 0,
  )
  expect(alarms.length / 500).toBeLessThan(0.12)
})

test('a median at the least or the most that there can be gets no verdict', () => {
  const rare = Array.from({ length: 40 }, (_, at) => (at % 3 === 0 ? 1 : 0))
  expect(signals(rare)).not.toEqual([])
  expect(runVerdict(rare, true, [0, Infinity])).toEqual({ state: 'at-edge', edge: 'least' })
  const most = rare.map((value) => 1 - value / 2)
  expect(runVerdict(most, false, [0, 1])).toEqual({ state: 'at-edge', edge: 'most' })
  expect(runVerdict(most, false, [0, Infinity]).state).toBe('judged')
})
