import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilson } from '../statistics/wilson.ts'
import { expectedWithoutChange, printedMove } from './goal-without-change.ts'

const of = (x: number, n: number) => ({ share: x / n, interval: wilson(x, n) })
const counted = fc
  .tuple(fc.integer({ min: 2, max: 100 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, part]) => of(Math.round(part * n), n))

describe('what may be expected of a picked figure though nothing changes', () => {
  test('lies between what was seen and the mean of the list it was picked from', () => {
    fc.assert(
      fc.property(fc.array(counted, { minLength: 5, maxLength: 30 }), (list) => {
        const mean = list.reduce((sum, { share }) => sum + share, 0) / list.length
        for (const picked of list) {
          const expected = expectedWithoutChange(picked, list) ?? Number.NaN
          expect(expected).toBeGreaterThanOrEqual(Math.min(mean, picked.share) - 1e-12)
          expect(expected).toBeLessThanOrEqual(Math.max(mean, picked.share) + 1e-12)
        }
      }),
    )
  })

  test('is what was seen after a census, where nothing is chance', () => {
    const list = [0.2, 0.5, 0.6, 0.8, 0.9].map((share) => ({
      share,
      interval: [share, share] as [number, number],
    }))
    for (const each of list) expect(expectedWithoutChange(each, list)).toBeCloseTo(each.share, 12)
  })

  test('is the mean where the shares differ by no more than chance', () => {
    const list = [8, 9, 10, 10, 11, 12].map((x) => of(x, 20))
    expect(expectedWithoutChange(of(8, 20), list)).toBeCloseTo(0.5, 12)
  })

  test('trusts few cases less than many', () => {
    const list = [of(3, 10), of(30, 100), of(70, 100), of(80, 100), of(90, 100), of(95, 100)]
    const [few, many] = [of(3, 10), of(30, 100)].map((each) => expectedWithoutChange(each, list) ?? 0)
    expect(few).toBeGreaterThan((many ?? 1) + 0.02)
  })

  test('is not said of a list too short to know, nor of a figure without answers', () => {
    expect(expectedWithoutChange(of(2, 9), [of(2, 9), of(5, 9), of(6, 9), of(7, 9)])).toBeNull()
    const list = [1, 2, 3, 4, 5].map((x) => of(x, 9))
    expect(expectedWithoutChange({ share: null, interval: null }, list)).toBeNull()
  })
})

describe('how far the expected share lies from the printed one', () => {
  const figure = {
    numerator: 42,
    denominator: 51,
    notApplicable: 0,
    interval: null,
    method: 'wilson' as const,
  }

  test('is nothing where so few cases print as answers that already are that share', () => {
    // 42 of 51 is 82 %, whatever the average case is.
    expect(printedMove({ ...figure, share: 0.78, sample: 6 }, 0.82)).toBe(0)
    expect(printedMove({ ...figure, share: 0.78, sample: 12 }, 0.82)).toBe(4)
  })

  test('is nothing where it would point the other way than the expectation, or rounds away', () => {
    expect(printedMove({ ...figure, share: 0.75, sample: 6 }, 0.78)).toBe(0)
    expect(printedMove({ ...figure, share: 0.804, sample: 12 }, 0.806)).toBe(0)
    expect(printedMove({ ...figure, share: 0.78, sample: 6 }, 0.85)).toBe(3)
  })
})
