import { describe, expect, it } from 'vitest'
import type { CascadeEstimateOf } from './cascade/cascade-row.ts'
import { listCorrectedChange } from './corrected-change.ts'

type Interval = readonly [number, number]

function estimate(share: number, interval: Interval, standardError: number, df = 20): CascadeEstimateOf {
  const expertOnly = {
    cases: 12,
    numerator: 20,
    denominator: 24,
    notApplicable: 0,
    estimate: share,
    interval,
  }
  const result = {
    scope: { stage: null, question: null },
    reference: 4,
    estimate: share,
    interval,
    expertOnly,
    usable: true,
  }
  // The parts that the change is made of.
  return { result, standardError, df } as unknown as CascadeEstimateOf
}

function change(now: CascadeEstimateOf, before: CascadeEstimateOf) {
  const [row] = listCorrectedChange([now], [before], [])
  if (row === undefined) throw new Error('no change')
  return row
}

describe('the change on the expert’s scale', () => {
  it('has the standard errors of both estimates', () => {
    const row = change(estimate(0.8, [0.7, 0.9], 0.05), estimate(0.6, [0.5, 0.7], 0.05))
    expect(row.change).toBeCloseTo(0.2, 12)
    // 0.0707 times Student's 2.021 at 40 degrees of freedom.
    expect(row.interval?.[0]).toBeCloseTo(0.2 - 0.0707 * 2.021, 3)
  })

  it('does not take an estimate for certain because its few answers are all alike', () => {
    const row = change(estimate(1, [0.51, 1], 0), estimate(0.69, [0.55, 0.83], 0.07))
    // Towards the other estimate .49 is 1.96 standard errors, so one is .25.
    const half = 1.96 * Math.hypot(0.25, 0.07)
    expect(row.interval?.[0]).toBeCloseTo(0.31 - half, 2)
    expect(row.p).toBeGreaterThan(0.2)
  })

  it('has an interval also where neither estimate shows a spread', () => {
    const row = change(estimate(1, [0.76, 1], 0), estimate(0.5, [0.27, 0.73], 0))
    expect(row).toMatchObject({ usable: true, reason: null })
    const error = Math.hypot(0.24, 0.23) / 1.96
    expect(row.interval?.[0]).toBeCloseTo(0.5 - 1.96 * error, 3)
    expect(row.p).toBeLessThan(0.01)
  })

  it('is nothing for certain where both rounds were complete and alike', () => {
    const row = change(estimate(1, [1 - 4e-9, 1], 0), estimate(1, [1 - 4e-9, 1], 0))
    expect(row).toMatchObject({ change: 0, p: 1 })
  })
})
