import { incompleteBeta } from './incomplete-beta.ts'
import { normalTail } from './normal-tail.ts'
import { manyDegreesOfFreedom } from './qt.ts'

/**
 * Probability that Student's t with `df` > 0 degrees of freedom is at least |t| away from 0 on either side.
 * Source: Abramowitz and Stegun 26.7.1 (incomplete beta); for very many degrees of freedom 26.7.8.
 */
export function twoSidedTTail(t: number, df: number): number {
  const size = Math.abs(t)
  if (df > manyDegreesOfFreedom) {
    return 2 * normalTail((size * (1 - 1 / (4 * df))) / Math.sqrt(1 + (size * size) / (2 * df)))
  }
  // Written as ratios so that t squared cannot overflow.
  const ratio = (size / df) * size
  if (!Number.isFinite(ratio)) return 0
  return incompleteBeta(1 / (1 + ratio), ratio / (1 + ratio), df / 2, 0.5).lower
}
