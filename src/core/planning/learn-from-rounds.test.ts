import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { learnFromRounds, type PlannedFor } from './learn-from-rounds.ts'
import type { LevelEvidence, RoundEvidence } from './round-evidence.ts'

const four: PlannedFor = {
  levels: [30, 45, 60, 90].map((minutes, at) => ({ level: at + 1, minutes, comparison: at === 1 })),
  stages: 6,
  reference: 4,
}
const level = (number: number, more: Partial<LevelEvidence> = {}): LevelEvidence => ({
  level: number,
  reviews: 100,
  r2: null,
  pairs: 0,
  spread: null,
  equalReviews: null,
  own: { equalReviews: null, population: null, spread: null },
  minutes: null,
  timed: 0,
  ...more,
})
const round = (levels: readonly LevelEvidence[], more: Partial<RoundEvidence> = {}): RoundEvidence => ({
  reference: 4,
  population: null,
  strata: 1,
  share: null,
  comparisonShare: null,
  question: null,
  levels,
  ...more,
})

describe('learning from rounds', () => {
  it('assumes everything without a round, and says so by counting no cases', () => {
    const { r2, spread, minutes, question } = learnFromRounds(four, [])
    expect([...r2].map(([number, { value, cases }]) => [number, value, cases])).toEqual([
      [3, 0.45, 0],
      [2, 0.3, 0],
      [1, 0.15, 0],
    ])
    expect([spread, minutes.get(4), question.perCase]).toEqual([
      { value: 0.17, cases: 0 },
      { value: 90, cases: 0 },
      { value: 0.15, cases: 0 },
    ])
  })

  it('weighs rounds by their cases, and takes out what few pairs overstate', () => {
    const { r2, minutes } = learnFromRounds(four, [
      round([level(3, { r2: 0.2, pairs: 20, minutes: 50, timed: 10 })]),
      round([level(3, { r2: 0.6, pairs: 60, minutes: 70, timed: 30 })]),
    ])
    const adjusted = (20 * (1 - (0.8 * 19) / 18) + 60 * (1 - (0.4 * 59) / 58)) / 80
    expect(r2.get(3)?.value).toBeCloseTo(adjusted, 12)
    expect(r2.get(3)?.cases).toBe(80)
    expect(minutes.get(3)).toEqual({ value: 65, cases: 40 })
    expect(r2.get(2)?.cases).toBe(0)
  })

  it('never learns about level 4 from a round that ended at level 3', () => {
    const { r2 } = learnFromRounds(four, [round([level(2, { r2: 0.9, pairs: 60 })], { reference: 3 })])
    expect(r2.get(2)).toMatchObject({ value: 0.3, cases: 0 })
  })

  it('gives limits around the estimate that narrow as pairs are added', () => {
    const limits = (r2: number, pairs: number) =>
      learnFromRounds(four, [round([level(3, { r2, pairs })])]).r2.get(3) ?? { value: -1, interval: [1, 0] }
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.integer({ min: 10, max: 500 }),
        (r2, pairs) => {
          const { value, interval } = limits(r2, pairs)
          expect(interval[0]).toBeGreaterThanOrEqual(0)
          expect(interval[1]).toBeLessThanOrEqual(1)
          expect(interval[0]).toBeLessThanOrEqual(value + 1e-12)
          expect(interval[1]).toBeGreaterThanOrEqual(value)
          const [lower, upper] = limits(r2, 4 * pairs).interval
          expect(upper - lower).toBeLessThan(interval[1] - interval[0] + 1e-12)
        },
      ),
    )
    // R² = .45 of 60 pairs: Fisher's z is atanh(.6708) = .8123 with a standard error of 1 / √57.
    expect(limits(0.45, 60).interval[0]).toBeCloseTo(Math.tanh(0.81226 - 1.95996 / Math.sqrt(57)) ** 2, 4)
  })
})
