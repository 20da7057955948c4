import { conditionalTable } from './two-by-two.ts'

/** Tables whose probabilities differ by less than rounding are equally likely; R's `fisher.test` uses the same. */
export const equallyLikely = 1 + 1e-7

/**
 * Fisher's exact test of x1 of n1 against x2 of n2, two-sided: the probability, given the margins, of all tables that
 * are at most as likely as the observed one. Conservative at our sizes: shown for comparison, never decides.
 * Source: R. A. Fisher (1935); equals R's `fisher.test`.
 */
export function fisher(x1: number, n1: number, x2: number, n2: number): number {
  const { probabilities, observed } = conditionalTable(x1, n1, x2, n2)
  const limit = (probabilities[observed] ?? 0) * equallyLikely
  let sum = 0
  let total = 0
  for (const probability of probabilities) {
    total += probability
    if (probability <= limit) sum += probability
  }
  // The terms sum to 1 but for rounding; when all of them count, p is 1 exactly.
  return Math.min(1, sum / total)
}
