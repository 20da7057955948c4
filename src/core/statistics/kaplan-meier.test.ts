import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kaplanMeier, type FollowedTime } from './kaplan-meier.ts'

/** '6 6 9+': 6 twice ended, 9 still under way. */
function read(text: string): FollowedTime[] {
  return text.split(' ').map((one) => ({ time: Number.parseInt(one, 10), ended: !one.endsWith('+') }))
}

/**
 * Weeks in remission of children with acute leukaemia, treated and not: E. J. Freireich et al. (1963), Blood 21, printed in
 * most textbooks of the subject.
 */
const treated = read('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+')
const untreated = read('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23')

const followed = fc.array(
  fc.record({ time: fc.integer({ min: 0, max: 12 }), ended: fc.boolean() }),
  { minLength: 1, maxLength: 14 }, // prettier-ignore
)

describe('kaplanMeier', () => {
  test('gives the published curve of the treated children, to the digits printed', () => {
    const { steps } = kaplanMeier(treated)
    expect(steps.map(({ time, atRisk, ended }) => [time, atRisk, ended])).toEqual([
      [6, 21, 3],
      [7, 17, 1],
      [10, 15, 1],
      [13, 12, 1],
      [16, 11, 1],
      [22, 7, 1],
      [23, 6, 1],
    ])
    const printed = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482]
    const errors = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346]
    for (const [at, { survival, standardError }] of steps.entries()) {
      expect(survival).toBeCloseTo(printed[at] ?? 0, 4)
      expect(standardError).toBeCloseTo(errors[at] ?? 0, 4)
    }
  })

  test('gives the published medians and their limits, where there are any', () => {
    expect(kaplanMeier(treated)).toMatchObject({ median: 23, medianLower: 13, medianUpper: null })
    expect(kaplanMeier(untreated)).toMatchObject({ median: 8, medianLower: 4, medianUpper: 11 })
  })

  test('without open ones is the share that lasted longer, with the binomial standard error', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 }), (times) => {
        for (const step of kaplanMeier(times.map((time) => ({ time, ended: true }))).steps) {
          const share = times.filter((time) => time > step.time).length / times.length
          expect(step.survival).toBeCloseTo(share, 12)
          expect(step.standardError).toBeCloseTo(Math.sqrt((share * (1 - share)) / times.length), 12)
        }
      }),
    )
  })

  test('without open ones has the ordinary median', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 30 }), (times) => {
        const sorted = times.toSorted((one, other) => one - other)
        const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0]
        expect(kaplanMeier(times.map((time) => ({ time, ended: true }))).median).toBe((low + high) / 2)
      }),
    )
  })

  test('gives what moving the weight of each open one to those that lasted longer gives', () => {
    fc.assert(
      fc.property(followed, (times) => {
        const { steps } = kaplanMeier(times)
        const weights = redistributed(times)
        for (const { time, survival } of steps) {
          const gone = weights.filter((one) => one.ended && one.time <= time)
          expect(survival).toBeCloseTo(1 - gone.reduce((sum, { weight }) => sum + weight, 0), 10)
        }
      }),
    )
  })

  test('never rises, and lies within its limits', () => {
    fc.assert(
      fc.property(followed, (times) => {
        let before = 1
        for (const { survival, lower, upper } of kaplanMeier(times).steps) {
          expect(survival).toBeLessThan(before)
          expect(lower).toBeLessThanOrEqual(survival)
          expect(upper).toBeGreaterThanOrEqual(survival)
          expect(lower).toBeGreaterThanOrEqual(0)
          expect(upper).toBeLessThanOrEqual(1)
          before = survival
        }
      }),
    )
  })

  test('takes counts for so many alike, in any order', () => {
    fc.assert(
      fc.property(followed, (times) => {
        const counted = times.map((one) => ({ ...one, count: 3 })).toReversed()
        expect(kaplanMeier(counted)).toEqual(kaplanMeier([...times, ...times, ...times]))
      }),
    )
  })

  test('counts an open one as at risk where others end at the same time', () => {
    expect(kaplanMeier(read('5 5+')).steps).toMatchObject([{ atRisk: 2, survival: 0.5 }])
  })

  test('has no median where all are open, and no step', () => {
    expect(kaplanMeier(read('3+ 5+'))).toEqual({
      steps: [],
      median: null,
      medianLower: null,
      medianUpper: null,
    })
  })

  test('refuses no times, times below 0 and what is no number', () => {
    expect(() => kaplanMeier([])).toThrow(/times.length/)
    expect(() => kaplanMeier([{ time: -1, ended: true }])).toThrow(/time\[0\]/)
    expect(() => kaplanMeier([{ time: Number.NaN, ended: true }])).toThrow(/time\[0\]/)
    expect(() => kaplanMeier([{ time: 1, ended: true, count: 0 }])).toThrow(/count\[0\]/)
  })
})

/** B. Efron's redistribution to the right (1967), another way to the same estimate: one value at a time. */
function redistributed(times: readonly FollowedTime[]): { time: number; ended: boolean; weight: number }[] {
  const list = times
    .toSorted((one, other) => one.time - other.time || Number(other.ended) - Number(one.ended))
    .map((one) => ({ ...one, weight: 1 / times.length }))
  for (const [at, one] of list.entries()) {
    if (one.ended) continue
    const after = list.slice(at + 1)
    for (const other of after) other.weight += one.weight / after.length
    one.weight = 0
  }
  return list
}
