import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../calendar/days.ts'
import { chooseBeforeAfter, sideOfStart } from './before-after.ts'

const start = '2026-01-01'
const span = (earliestStart: string, latestEnd: string) => ({ cases: 20, earliestStart, latestEnd })
const around = (days: number) => addDays(start, days)

describe('where a round stands to the start', () => {
  test('is before when its last case was finished the day before', () => {
    expect(sideOfStart(span('2025-07-01', '2025-12-31'), start)).toBe('before')
    expect(sideOfStart(span('2025-07-01', start), start)).toBe('straddles')
  })

  test('is after when its first case was begun on the day', () => {
    expect(sideOfStart(span(start, '2026-03-31'), start)).toBe('after')
    expect(sideOfStart(span('2025-12-31', '2026-03-31'), start)).toBe('straddles')
  })

  test('is neither without cases', () => {
    expect(sideOfStart({ cases: 0, earliestStart: null, latestEnd: null }, start)).toBe('no-cases')
  })

  test('a round is compared only where every single case lies on one side of the start', () => {
    const day = fc.integer({ min: -400, max: 400 })
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.nat(200)), { minLength: 1, maxLength: 30 }), (cases) => {
        const starts = cases.map(([from]) => around(from)).toSorted()
        const ends = cases.map(([from, length]) => around(from + length)).toSorted()
        const side = sideOfStart(span(starts[0] ?? '', ends.at(-1) ?? ''), start)
        const allBefore = ends.every((end) => end < start)
        const allAfter = starts.every((each) => each >= start)
        expect(side).toBe(allBefore ? 'before' : allAfter ? 'after' : 'straddles')
      }),
    )
  })
})

test('compared are the last round before and the first round after, whatever lies between', () => {
  const round = (key: number, side: 'before' | 'straddles' | 'after' | 'no-cases') => ({ key, side })
  const rounds = [
    round(1, 'before'),
    round(2, 'before'),
    round(3, 'straddles'),
    round(4, 'no-cases'),
    round(5, 'after'),
    round(6, 'after'),
  ]
  expect(chooseBeforeAfter(rounds)).toEqual({ before: rounds[1], after: rounds[4] })
  expect(chooseBeforeAfter(rounds.slice(0, 4))).toEqual({ before: rounds[1], after: null })
  expect(chooseBeforeAfter(rounds.slice(2))).toEqual({ before: null, after: rounds[4] })
})
