import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { independentSize } from './pair-counts.ts'

const cluster = fc
  .integer({ min: 1, max: 24 })
  .chain((n) => fc.record({ n: fc.constant(n), same: fc.integer({ min: 0, max: n }) }))

const agreed = (clusters: readonly { n: number; same: number }[]) => ({
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
    const clusters = Array.from({ length: 40 }, (_, at) => ({ n: 20, same: at % 2 === 0 ? 20 : 0 }))
    expect(independentSize(agreed(clusters))).toBeCloseTo(39, 6)
  })

  it('is the number of cases when all agree, and the number of answers when each case has one', () => {
    expect(independentSize(agreed(Array.from({ length: 5 }, () => ({ n: 24, same: 24 }))))).toBe(5)
    expect(independentSize(agreed(Array.from({ length: 5 }, (_, at) => ({ n: 1, same: at % 2 }))))).toBe(5)
  })
})
