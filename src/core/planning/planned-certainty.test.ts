import { describe, expect, it } from 'vitest'
import { estimateMean } from '../analysis/cascade/estimate-composite.ts'
import { fitCascade } from '../statistics/cascade-fit.ts'
import { nestedSamples, type CascadeUnit } from '../statistics/nested-samples.ts'
import { qt } from '../statistics/qt.ts'
import { evaluatePlan } from './plan.ts'
import type { PlannedLevel } from './planned-width.ts'

/** T. Ettinger's mulberry32, made normal by Box and Muller. */
function normalFrom(seed: number): () => number {
  let state = seed
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}

const spread = 0.17
/** A level foretells the highest as its R² says; nothing else is put in. */
function round(levels: readonly PlannedLevel[], truth: number, normal: () => number) {
  const numbers = levels.map(({ level }) => level)
  const units = Array.from({ length: levels[0]?.reviews ?? 0 }, (_, place): CascadeUnit => {
    const expert = normal()
    const seen = levels.filter(({ reviews }) => place < reviews)
    return {
      s: 'all',
      y: Object.fromEntries(
        seen.map(({ level, r2 }) => [
          level,
          truth + spread * (Math.sqrt(r2) * expert + Math.sqrt(1 - r2) * normal()),
        ]),
      ),
      w: Object.fromEntries(numbers.map((level) => [level, seen.some((one) => one.level === level) ? 1 : 0])),
    }
  })
  const fit = fitCascade(nestedSamples(numbers, units), { priceOfLambda: true })
  const { estimate, standardError, df } = estimateMean(numbers, units, null, fit)
  return { estimate, standardError, df, margin: qt(0.975, df) * standardError }
}

const quality = { good: [0.5, 0.65, 0.8, 1], realistic: [0.15, 0.3, 0.45, 1], poor: [0.02, 0.05, 0.1, 1] }
const today = [693, 120, 60, 30]
const cheaper = [231, 120, 0, 60]
const threePlans = [
  { name: 'today, realistic', reviews: today, r2: quality.realistic },
  { name: 'cheaper, realistic', reviews: cheaper, r2: quality.realistic },
  { name: 'cheaper, good', reviews: cheaper, r2: quality.good },
]

function planned(reviews: readonly number[], r2: readonly number[]): readonly PlannedLevel[] {
  return reviews
    .map((count, at) => ({
      level: at + 1,
      reviews: count,
      minutes: [30, 45, 60, 90][at] ?? 0,
      r2: r2[at] ?? 0,
    }))
    .filter((level) => level.reviews > 0)
}

/** Mean half-width over imitated rounds, and how often a change of the promised size is found between two of them. */
function keptBy(levels: readonly PlannedLevel[], change: number, pairs: number) {
  const normal = normalFrom(20_261_122)
  let [margins, found] = [0, 0]
  for (let pair = 0; pair < pairs; pair++) {
    const before = round(levels, 0.6, normal)
    const now = round(levels, 0.6 + change, normal)
    margins += before.margin + now.margin
    const variance = before.standardError ** 2 + now.standardError ** 2
    const df = variance ** 2 / (before.standardError ** 4 / before.df + now.standardError ** 4 / now.df)
    found += Math.abs(now.estimate - before.estimate) > qt(0.975, df) * Math.sqrt(variance) ? 1 : 0
  }
  return { margin: margins / (2 * pairs), power: found / pairs }
}

describe('what a plan promises is kept by imitated rounds', () => {
  it.each(threePlans)(
    '$name: the margin within 3 points of a hundred, the change found in 74 to 86',
    ({ reviews, r2 }) => {
      const levels = planned(reviews, r2)
      const promised = evaluatePlan(levels, { spread, population: null })
      const kept = keptBy(levels, promised.detectableChange ?? 0, 300)
      expect(Math.abs(kept.margin / (promised.margin ?? 0) - 1)).toBeLessThan(0.03)
      // 300 pairs leave 4.6 points of doubt (two standard errors), and the promise itself is an approximation.
      expect(Math.abs(kept.power - 0.8)).toBeLessThan(0.06)
    },
  )

  it('also the note’s plan of 45 % fewer hours: its rounds are 12 to 29 % narrower, within two points', () => {
    const hours = (reviews: readonly number[]) =>
      evaluatePlan(planned(reviews, quality.good), { spread, population: null }).hours
    expect(1 - hours(cheaper) / hours(today)).toBeCloseTo(0.45, 2)
    for (const r2 of Object.values(quality)) {
      const [now, then] = [cheaper, today].map((reviews) => keptBy(planned(reviews, r2), 0, 80).margin)
      const narrower = 1 - (now ?? 0) / (then ?? 1)
      expect(narrower).toBeGreaterThan(0.1)
      expect(narrower).toBeLessThan(0.31)
    }
  })
})
