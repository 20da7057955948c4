import { conditionalTable } from './two-by-two.ts'

/**
 * Doubled mid-p of Fisher's exact test of x1 of n1 against x2 of n2: twice the smaller conditional tail in which the
 * observed table counts half. Used above 100 a side, where Barnard's test has no advantage left.
 * Source: H. O. Lancaster (1961), JASA 56; equals `epitools::ormidp.test` two-sided.
 */
export function fisherMidP2(x1: number, n1: number, x2: number, n2: number): number {
  const { probabilities, observed } = conditionalTable(x1, n1, x2, n2)
  const half = (probabilities[observed] ?? 0) / 2
  let below = half
  let above = half
  // From the far ends inwards: small terms first keeps the digits of small tails.
  for (let i = 0; i < observed; i++) below += probabilities[i] ?? 0
  for (let i = probabilities.length - 1; i > observed; i--) above += probabilities[i] ?? 0
  // Both sides sum to 1 but for rounding; equal sides give exactly 1.
  return (2 * Math.min(below, above)) / (below + above)
}
