import { requireProbability } from './require-number.ts'

/**
 * Benjamini-Hochberg adjusted p-values, in the order given: those at most q form a list of discoveries of which on
 * average at most the share q is false. An empty list gives an empty list.
 * Source: Y. Benjamini and Y. Hochberg (1995), JRSS B 57; equals R's `p.adjust(p, 'BH')`.
 */
export function bh(p: readonly number[]): number[] {
  for (const [i, value] of p.entries()) requireProbability(value, `p[${i}]`)
  const descending = [...p.entries()].sort(([, a], [, b]) => b - a)
  const adjusted = [...p]
  let least = 1
  for (const [position, [index, value]] of descending.entries()) {
    least = Math.min(least, (value * p.length) / (p.length - position))
    adjusted[index] = least
  }
  return adjusted
}
