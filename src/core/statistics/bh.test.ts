import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { bh } from './bh.ts'

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 200 })

it('an adjusted p-value is at least the p-value, at most 1, and keeps the order', () => {
  fc.assert(
    fc.property(pValues, (p) => {
      const q = bh(p)
      expect(q).toHaveLength(p.length)
      for (const [i, value] of q.entries()) {
        expect(value).toBeGreaterThanOrEqual((p[i] ?? 0) * (1 - 1e-15))
        expect(value).toBeLessThanOrEqual(1)
      }
      const byP = [...p.entries()].sort(([, a], [, b]) => a - b).map(([i]) => q[i] ?? 0)
      for (const [i, value] of byP.entries()) expect(value).toBeGreaterThanOrEqual(byP[i - 1] ?? 0)
    }),
  )
})

it('q at most 10 % chooses exactly the list of the step-up procedure', () => {
  fc.assert(
    fc.property(pValues, (p) => {
      const ascending = p.toSorted((a, b) => a - b)
      const last = ascending.findLastIndex((value, i) => value <= (0.1 * (i + 1)) / p.length)
      // On the line itself both sides round differently.
      fc.pre(ascending.every((value, i) => Math.abs(value - (0.1 * (i + 1)) / p.length) > 1e-12))
      expect(bh(p).filter((q) => q <= 0.1)).toHaveLength(last + 1)
    }),
  )
})

it('an empty list gives an empty list', () => {
  expect(bh([])).toEqual([])
})
