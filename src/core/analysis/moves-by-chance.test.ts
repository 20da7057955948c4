import { describe, expect, it } from 'vitest'
import { chanceOfMove } from './moves-by-chance.ts'

/** Every way that n1 + n2 answers can fall, one by one. */
function byEnumeration(n1: number, n2: number, share: number): number {
  let chance = 0
  for (let answers = 0; answers < 2 ** (n1 + n2); answers++) {
    const bits = Array.from({ length: n1 + n2 }, (_, at) => (answers >> at) & 1)
    const [x1, x2] = [bits.slice(0, n1), bits.slice(n1)].map((side) => side.filter((bit) => bit === 1).length)
    const compliant = (x1 ?? 0) + (x2 ?? 0)
    // Ten points exactly count; in whole numbers nothing is lost.
    if (10 * Math.abs((x1 ?? 0) * n2 - (x2 ?? 0) * n1) >= n1 * n2)
      chance += share ** compliant * (1 - share) ** (n1 + n2 - compliant)
  }
  return chance
}

describe('a movement of ten points', () => {
  it.each([
    [5, 7, 0.8],
    [10, 5, 0.3],
    [6, 6, 0.95],
  ])('between %i and %i answers at a share of %d has the chance that enumeration gives', (n1, n2, share) => {
    expect(chanceOfMove(n1, n2, share)).toBeCloseTo(byEnumeration(n1, n2, share), 12)
  })

  it('is more likely than not with 18 against 18 at middling shares, and rare with many', () => {
    expect(chanceOfMove(18, 18, 0.7)).toBeGreaterThan(0.4)
    expect(chanceOfMove(700, 700, 0.7)).toBeLessThan(0.001)
    expect(chanceOfMove(18, 18, 1)).toBe(0)
  })
})
