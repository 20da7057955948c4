import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ac1 } from '../statistics/ac1.ts'
import { deductCertain, independentSize, sizeForAc1, type Cluster } from './pair-counts.ts'
import { cover, newCoverage } from './coverage.ts'

const cluster = fc.integer({ min: 1, max: 24 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    same: fc.integer({ min: 0, max: n }),
    yes: fc.integer({ min: 0, max: 2 * n }),
    weight: fc.constantFrom(1, 1, 3, 8),
  }),
)

const agreed = (clusters: readonly Cluster[]) => ({
  n: clusters.reduce((sum, { n }) => sum + n, 0),
  same: clusters.reduce((sum, { same }) => sum + same, 0),
  clusters,
})

describe('the size behind agreement over several questions', () => {
  it('lies between one and the number of answers', () => {
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 1, maxLength: 40 }), (clusters) => {
        const size = independentSize(agreed(clusters))
        expect(size).toBeGreaterThanOrEqual(1)
        expect(size).toBeLessThanOrEqual(agreed(clusters).n)
      }),
    )
  })

  it('is about the number of cases when a case is either wholly agreed on or not at all', () => {
    const clusters = Array.from({ length: 40 }, (_, at) => ({
      n: 20,
      same: at % 2 === 0 ? 20 : 0,
      yes: 0,
      weight: 1,
    }))
    expect(independentSize(agreed(clusters))).toBeCloseTo(39, 6)
  })

  it('is the number of cases when all agree, and the number of answers when each case has one', () => {
    expect(
      independentSize(agreed(Array.from({ length: 5 }, () => ({ n: 24, same: 24, yes: 0, weight: 1 })))),
    ).toBe(5)
    expect(
      independentSize(
        agreed(Array.from({ length: 5 }, (_, at) => ({ n: 1, same: at % 2, yes: 0, weight: 1 }))),
      ),
    ).toBe(5)
  })

  it('gives AC1 the certainty of its own standard error where each case has one answer', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 4, maxLength: 60 }),
        (pairs) => {
          const clusters = pairs.map(([low, high]) => ({
            n: 1,
            same: Number(low === high),
            yes: Number(low) + Number(high),
            weight: 1,
          }))
          const all = agreed(clusters)
          const p = all.same / all.n
          fc.pre(p > 0 && p < 1)
          const { se } = ac1(
            pairs.map((pair) => pair.map(Number)),
            [0, 1],
          )
          const yes = clusters.reduce((sum, one) => sum + one.yes, 0) / (2 * all.n)
          const own = (p * (1 - p)) / ((1 - 2 * yes * (1 - yes)) * se) ** 2
          expect(sizeForAc1(all)).toBeCloseTo(Math.max(1, Math.min(all.n, own)), 6)
        },
      ),
    )
  })

  it('is the same without a known draw, larger with one, and without limit only when all was seen', () => {
    const sizeWhere = (clusters: readonly Cluster[], known: boolean): number => {
      const coverage = newCoverage(known)
      for (const { weight } of clusters) cover(coverage, weight)
      return deductCertain(independentSize(agreed(clusters)), { ...agreed(clusters), coverage })
    }
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 1, maxLength: 40 }), (clusters) => {
        const size = independentSize(agreed(clusters))
        const unknown = clusters.map((one) => ({ ...one, weight: 1 }))
        expect(sizeWhere(unknown, false)).toBeCloseTo(independentSize(agreed(unknown)), 9)
        expect(sizeWhere(clusters, true)).toBeGreaterThan(size * (1 - 1e-9))
        expect(Number.isFinite(sizeWhere(clusters, true))).toBe(clusters.some(({ weight }) => weight > 1))
      }),
    )
  })
})
