import { hypergeometricDistribution } from './hypergeometric-distribution.ts'
import { requireAtMost, requireSuccesses } from './require-number.ts'

/** One million a side is beyond every audit and still answered in well under a second. */
const largestSide = 1_000_000

/** The distribution of x1 given all margins of a two-by-two table, and where the observed x1 stands in it. */
export interface ConditionalTable {
  readonly probabilities: Float64Array
  readonly observed: number
}

/** Checks x1 of n1 and x2 of n2 (counts) and conditions on the margins, as Fisher's test and its mid-p form do. */
export function conditionalTable(x1: number, n1: number, x2: number, n2: number): ConditionalTable {
  requireSuccesses(x1, n1, 'x1', 'n1')
  requireSuccesses(x2, n2, 'x2', 'n2')
  const instead = { da: 'Brug en normaltilnærmelse.', en: 'Use a normal approximation.' }
  requireAtMost(n1, largestSide, 'n1', instead)
  requireAtMost(n2, largestSide, 'n2', instead)
  const { first, probabilities } = hypergeometricDistribution(n1, n2, x1 + x2)
  return { probabilities, observed: x1 - first }
}
