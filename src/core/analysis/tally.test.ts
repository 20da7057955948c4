import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Interval } from './analysis.ts'
import { cover, effectiveSize, newCoverage, type Coverage } from './coverage.ts'
import { annexOf, newTally, proportionOf, type Tally } from './tally.ts'

interface Seen {
  readonly weight: number
  /** Null: not applicable. */
  readonly complies: boolean | null
}

function counted(cases: readonly Seen[], known = true): readonly [Tally, Coverage] {
  const [tally, coverage] = [newTally(), newCoverage(known)]
  for (const { weight, complies } of cases) {
    cover(coverage, weight)
    if (complies === null) {
      tally.notApplicable += 1
      continue
    }
    tally[complies ? 'yes' : 'no'] += 1
    tally.weight += weight
    tally.squaredWeight += weight * weight
    if (!complies) continue
    tally.compliant += 1
    tally.compliantWeight += weight
  }
  return [tally, coverage]
}

function intervalOf(cases: readonly Seen[], known = true): Interval {
  const { interval } = proportionOf(...counted(cases, known))
  if (interval === null) throw new Error('nothing applicable')
  return interval
}

const weight = fc.oneof(fc.constant(1), fc.double({ min: 1, max: 40, noNaN: true }))
const complies = fc.constantFrom(true, false, null)
const drawn = fc
  .array(fc.record({ weight, complies }), { minLength: 1, maxLength: 40 })
  .filter((cases) => cases.some((one) => one.complies !== null))

describe('a share among applicable answers of a known draw', () => {
  it('is not certain when only cases drawn for certain were applicable: unseen ones may be too', () => {
    // Five notifications of one unit and month; one caseworker had one of them, the other four, of which one was drawn.
    const [lower, upper] = intervalOf([
      { weight: 1, complies: true },
      { weight: 4, complies: null },
    ])
    // Three cases were not seen; were all of them applicable and none met, the share would be one in four.
    expect(lower).toBeCloseTo(0.25, 12)
    expect(upper).toBe(1)
  })

  it('has no width after a complete census, and always some otherwise', () => {
    fc.assert(
      fc.property(drawn, (cases) => {
        const [lower, upper] = intervalOf(cases)
        const all = intervalOf(cases.map((one) => ({ ...one, weight: 1 })))
        expect(all[1]).toBe(all[0])
        // So little unseen is rounding.
        fc.pre(cases.reduce((sum, one) => sum + one.weight - 1, 0) > 1e-3)
        expect(upper - lower).toBeGreaterThan(1e-5)
      }),
    )
  })

  it('is uncertain too where all cases weigh alike, most were seen and few were applicable', () => {
    const cases = [true, null, null].map((one) => ({ weight: 4 / 3, complies: one }))
    expect(proportionOf(...counted(cases))).toMatchObject({ method: 'hypergeometric', interval: [0.5, 1] })
  })

  it('of a unit whose cases weigh alike only by chance has no exact limits', () => {
    const [tally] = counted([true, true, false].map((one) => ({ weight: 1.5, complies: one })))
    const [whole, unit] = [newCoverage(true), newCoverage(true)]
    for (const weight of [1.5, 1.5, 1.5, 4]) cover(whole, weight)
    const ofUnit = newCoverage(true, { whole })
    for (const weight of [1.5, 1.5, 1.5]) for (const one of [unit, ofUnit]) cover(one, weight)
    expect(proportionOf(tally, unit).method).toBe('hypergeometric')
    expect(proportionOf(tally, ofUnit).method).toBe('wilson')
  })

  it('has limits in 0 to 1 around the share, and a finite size unless all was seen', () => {
    fc.assert(
      fc.property(drawn, fc.boolean(), (cases, known) => {
        // What exceeds 1 by rounding only may vanish in a sum.
        fc.pre(cases.every(({ weight }) => weight === 1 || weight > 1 + 1e-9))
        const [tally, coverage] = counted(cases, known)
        const { share, interval } = proportionOf(tally, coverage)
        const [lower, upper] = interval ?? [Number.NaN, Number.NaN]
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(lower).toBeLessThanOrEqual((share ?? 0) + 1e-12)
        expect(upper).toBeGreaterThanOrEqual((share ?? 1) - 1e-12)
        expect(upper).toBeLessThanOrEqual(1)
        const complete = known && cases.every((one) => one.weight === 1)
        const size = effectiveSize(tally.weight, tally.squaredWeight, coverage)
        expect(Number.isFinite(size)).toBe(!complete)
        expect(annexOf(tally, coverage)?.standardError ?? 0).toBeLessThan(Infinity)
      }),
    )
  })

  it('grows in size as the cases are drawn with greater certainty', () => {
    const certainty = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    fc.assert(
      fc.property(drawn, certainty, (cases, part) => {
        fc.pre(cases.some((one) => one.weight > 1.001))
        const size = (of: readonly Seen[]): number => {
          const [tally, coverage] = counted(of)
          return effectiveSize(tally.weight, tally.squaredWeight, coverage)
        }
        const surer = cases.map((one) => ({ ...one, weight: 1 + (one.weight - 1) * part }))
        expect(size(surer)).toBeGreaterThanOrEqual(size(cases) * (1 - 1e-9))
      }),
    )
  })

  it('allows every share that the unseen cases could still make', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ weight: fc.integer({ min: 1, max: 4 }), complies }), {
          minLength: 1,
          maxLength: 12,
        }),
        (cases) => {
          fc.pre(cases.some((one) => one.complies !== null))
          const unseen = cases.reduce((sum, one) => sum + one.weight - 1, 0)
          const applicable = cases.filter((one) => one.complies !== null).length
          const compliant = cases.filter((one) => one.complies === true).length
          const [lower, upper] = intervalOf(cases)
          expect(lower).toBeGreaterThanOrEqual(compliant / (applicable + unseen) - 1e-12)
          expect(upper).toBeLessThanOrEqual((compliant + unseen) / (applicable + unseen) + 1e-12)
        },
      ),
    )
  })
})
