import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilson } from '../statistics/wilson.ts'
import { detectableChange, detectableShareChange } from './detectable-change.ts'
import { listCheaperPlans } from './cheaper-plans.ts'
import { evaluatePlan } from './plan.ts'
import { plannedHours, plannedWidth, type PlannedLevel } from './planned-width.ts'

/** Squared correlations that give the simulated widths of the statistics note for good, realistic and poor levels. */
const quality = { good: [0.5, 0.65, 0.8, 1], realistic: [0.15, 0.3, 0.45, 1], poor: [0.02, 0.05, 0.1, 1] }
const today = [693, 120, 60, 30]

function levels(reviews: readonly number[], r2: readonly number[]): readonly PlannedLevel[] {
  return reviews
    .map((count, at) => ({
      level: at + 1,
      reviews: count,
      minutes: [30, 45, 60, 90][at] ?? 0,
      r2: r2[at] ?? 0,
    }))
    .filter((level) => level.reviews > 0)
}

const margin = (reviews: readonly number[], r2: readonly number[]): number =>
  plannedWidth(levels(reviews, r2), { spread: 0.17, population: null })?.margin ?? Number.NaN

describe('planned certainty', () => {
  it('gives the simulated widths against level 4 alone, within 0.02', () => {
    for (const [name, expected] of [
      ['good', 0.58],
      ['realistic', 0.83],
      ['poor', 0.97],
    ] as const)
      expect(
        Math.abs(margin(today, quality[name]) / margin([0, 0, 0, 30], quality[name]) - expected),
      ).toBeLessThan(0.02)
  })

  it('finds the plan of 45 % fewer hours to be 12-29 % narrower, within a point', () => {
    const other = [231, 120, 0, 60]
    const hours = (reviews: readonly number[]): number => plannedHours(levels(reviews, quality.good))
    expect(1 - hours(other) / hours(today)).toBeCloseTo(0.45, 2)
    for (const r2 of Object.values(quality)) {
      const narrower = 1 - margin(other, r2) / margin(today, r2)
      expect(narrower).toBeGreaterThan(0.11)
      expect(narrower).toBeLessThan(0.31)
    }
  })

  it('finds 60 reviews at level 4 alone as certain as the whole cascade, between good and realistic levels', () => {
    const alone = margin([0, 0, 0, 60], quality.good)
    expect(alone / margin(today, quality.good)).toBeGreaterThan(1)
    expect(alone / margin(today, quality.realistic)).toBeLessThan(1)
  })

  it('needs 60 answers for ±10 points at a share of .5 and 44 at .8, in a population of 165', () => {
    // The note does not name the population; 165 is the one that both of its numbers fit.
    const needed = (share: number): number => {
      for (let n = 2; ; n++) {
        const size = n / (1 - n / 165)
        const [lower, upper] = wilson(share * size, size)
        if (upper - lower <= 0.2) return n
      }
    }
    expect([needed(0.5), needed(0.8)]).toEqual([60, 44])
  })

  it('sees 5 to 6.5 points with 120 composites a side, at the spreads of the public rounds', () => {
    const mean = (spread: number, n: number) => ({ standardError: spread / Math.sqrt(n), df: n - 1 })
    expect(detectableChange(mean(0.138, 120), mean(0.138, 120))).toBeCloseTo(0.05, 3)
    expect(detectableChange(mean(0.179, 120), mean(0.179, 120))).toBeCloseTo(0.065, 3)
    expect(detectableChange(mean(0.179, 1), mean(0.179, 120))).toBeNull()
  })

  it('sees of a single question only a very large change, and says so when none is large enough', () => {
    expect(detectableShareChange(0.72, 18, 18)).toBeCloseTo(0.45, 1.5)
    expect(detectableShareChange(0.5, 2, 2)).toBeNull()
  })
})

describe('cheaper plans', () => {
  const basis = { spread: 0.17, population: null }

  it('are as certain as the plan given, cost fewer hours, and never draw more than there is below', () => {
    const given = levels(today, quality.realistic)
    const plan = evaluatePlan(given, basis)
    const cheaper = listCheaperPlans(given, basis, {})
    expect(cheaper.length).toBeGreaterThan(2)
    for (const { hours, margin: reached, levels: used } of cheaper) {
      expect(hours).toBeLessThan(plan.hours)
      expect(reached ?? 1).toBeLessThanOrEqual((plan.margin ?? 0) + 1e-9)
      expect(used.every((level, at) => at === 0 || level.reviews <= (used[at - 1]?.reviews ?? 0))).toBe(true)
    }
    expect(cheaper.map(({ hours }) => hours)).toEqual(
      cheaper.map(({ hours }) => hours).toSorted((a, b) => a - b),
    )
  })

  it('ask as many reviews of level 4 alone as the plan is worth, give or take the part of a review', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 10, max: 40 }), fc.nat(60), fc.nat(300)),
        fc.array(fc.double({ min: 0, max: 0.85, noNaN: true }), { minLength: 2, maxLength: 2 }),
        fc.option(fc.integer({ min: 500, max: 5000 })),
        ([experts, more, most], r2, population) => {
          // Lower levels so dear that level 4 alone always saves hours.
          const given = levels([0, experts + more + most, experts + more, experts], [0, ...r2, 1]).map(
            (level) => (level.level === 4 ? level : { ...level, minutes: 100_000 }),
          )
          const wanted = { spread: 0.17, population }
          const worth = evaluatePlan(given, wanted).expertEquivalent ?? 0
          fc.pre(worth <= 290)
          const alone = listCheaperPlans(given, wanted, {}).find((plan) => plan.levels.length === 1)
          expect(alone?.levels[0]?.reviews).toBeGreaterThanOrEqual(Math.round(worth))
          expect(alone?.levels[0]?.reviews).toBeLessThanOrEqual(Math.ceil(worth))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('keep the reviews that are wanted for other reasons, and reach the margin or change asked for', () => {
    const given = levels(today, quality.realistic)
    const plans = listCheaperPlans(given, basis, { change: 0.08 }, new Map([[1, 231]]))
    expect(plans.length).toBeGreaterThan(0)
    for (const { detectableChange: change, levels: used } of plans) {
      expect(change).toBeLessThanOrEqual(0.08)
      expect(used.find(({ level }) => level === 1)?.reviews ?? 0).toBeGreaterThanOrEqual(231)
    }
  })

  it('are none of nothing: with under four expert reviews nothing can be said', () => {
    expect(evaluatePlan(levels([10, 5, 4, 3], quality.good), basis).margin).toBeNull()
  })
})
