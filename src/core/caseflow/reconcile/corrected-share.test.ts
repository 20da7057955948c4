import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Proportion } from '../../analysis/analysis.ts'
import { newCoverage } from '../../analysis/coverage.ts'
import { newTally, proportionOf } from '../../analysis/tally.ts'
import { twoPhaseMean } from '../../statistics/two-phase-mean.ts'
import { correctedShare } from './corrected-share.ts'

function proportion(yes: number, n: number): Proportion {
  const tally = {
    ...newTally(),
    yes,
    no: n - yes,
    compliant: yes,
    weight: n,
    compliantWeight: yes,
    squaredWeight: n,
  }
  return proportionOf(tally, newCoverage(false))
}

const sides = (kept: number, inTime: number, notKept: number, late: number) => ({
  yesOfInTime: proportion(kept, inTime),
  noOfLate: proportion(notKept, late),
})

describe('the share corrected by what reviewers found', () => {
  test('equals the two-phase regression estimate where the sample is a simple random one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 20, max: 200 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.nat(40),
        fc.nat(40),
        (inTime, late, more, part, a, b) => {
          fc.pre(inTime + late >= 10)
          const [kept, notKept] = [Math.min(a, inTime), Math.min(b, late)]
          const judged = inTime + late + more
          const all = inTime + Math.round(more * part)
          const found = correctedShare(
            { stages: judged, judged, inTime: all },
            sides(kept, inTime, notKept, late),
            true,
          )
          const list = (count: number, value: number) => Array.from({ length: count }, () => value)
          const x = [
            ...list(inTime, 1),
            ...list(late, 0),
            ...list(all - inTime, 1),
            ...list(judged - all - late, 0),
          ]
          const y = [
            ...list(kept, 1),
            ...list(inTime - kept, 0),
            ...list(notKept, 0),
            ...list(late - notKept, 1),
          ]
          const greg = twoPhaseMean({
            N: judged,
            st: list(judged, 1),
            x,
            y: x.map((_, at) => y[at] ?? null),
            in2: x.map((_, at) => at < y.length),
            method: 'full',
          })
          expect(found.share).toBeCloseTo(greg.gregMean, 9)
        },
      ),
    )
  })

  test('where the sides never differ it is the registry’s own share, and lies in its interval', () => {
    const found = correctedShare({ stages: 4000, judged: 4000, inTime: 3600 }, sides(54, 54, 6, 6), true)
    expect(found.share).toBeCloseTo(0.9, 12)
    expect(found.interval?.[0]).toBeLessThan(0.9)
    expect(found.interval?.[1]).toBeGreaterThan(0.9)
  })

  test('where no late case was reviewed only the outermost is known', () => {
    const found = correctedShare({ stages: 100, judged: 100, inTime: 80 }, sides(20, 20, 0, 0), true)
    expect(found.kind).toBe('limits')
    expect(found.share).toBeNull()
    // Of the 20 % late ones anything may be true.
    expect(found.interval?.[0]).toBeLessThanOrEqual(0.8)
    expect(found.interval?.[1]).toBe(1)
  })

  test('says why there is none: no frame, cases chosen by date, nothing judged, fewer than ten compared', () => {
    const count = { stages: 100, judged: 90, inTime: 80 }
    const many = sides(20, 22, 3, 4)
    expect(correctedShare(null, many, true).kind).toBe('no-frame')
    expect(correctedShare(count, many, false).kind).toBe('chosen-cases')
    expect(correctedShare({ ...count, judged: 0, inTime: 0 }, many, true).kind).toBe('nothing-judged')
    expect(correctedShare(count, sides(5, 6, 3, 3), true).kind).toBe('too-few')
  })

  test('its interval holds the truth in 19 of 20 samples, counted over every outcome of small ones', () => {
    // 40 cases the registry calls in time, 12 late, as in a sample of 52; the true shares of kept ones vary.
    const [inTime, late] = [40, 12]
    for (const [a, b] of [
      [0.95, 0.2],
      [0.8, 0.5],
      [0.6, 0.1],
      [0.9, 0.9],
    ] as const) {
      const truth = (inTime * a + late * b) / (inTime + late)
      let covered = 0
      for (let kept = 0; kept <= inTime; kept += 1)
        for (let notKept = 0; notKept <= late; notKept += 1) {
          const chance = binomial(inTime, kept, a) * binomial(late, notKept, 1 - b)
          const count = { stages: 520, judged: 520, inTime: 400 }
          const { interval } = correctedShare(count, sides(kept, inTime, notKept, late), true)
          if (interval !== null && interval[0] <= truth && truth <= interval[1]) covered += chance
        }
      expect(covered).toBeGreaterThan(0.935)
      expect(covered).toBeLessThan(0.985)
    }
  })
})

function binomial(n: number, x: number, p: number): number {
  let chance = (1 - p) ** (n - x) * p ** x
  for (let at = 1; at <= x; at += 1) chance *= (n - x + at) / at
  return chance
}
