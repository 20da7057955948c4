import { largestUnconditionalSide } from './barnard.ts'
import { equallyLikely, fisher } from './fisher.ts'
import { hypergeometricDistribution } from './hypergeometric-distribution.ts'
import { requireAtMost, requireSuccesses } from './require-number.ts'
import { supOverNuisance } from './sup-over-nuisance.ts'

/**
 * Boschloo's unconditional exact test of x1 of n1 against x2 of n2: the largest probability, over the common success
 * probability, of a table whose two-sided Fisher p is at most the observed one. Never above Fisher's p. At most 1000
 * a side. Source: R. D. Boschloo (1970), Statistica Neerlandica 24; two-sided as CRAN `Exact`.
 */
export function boschloo(x1: number, n1: number, x2: number, n2: number): number {
  requireSuccesses(x1, n1, 'x1', 'n1')
  requireSuccesses(x2, n2, 'x2', 'n2')
  const instead = { da: 'Brug fisherMidP2.', en: 'Use fisherMidP2.' }
  requireAtMost(n1, largestUnconditionalSide, 'n1', instead)
  requireAtMost(n2, largestUnconditionalSide, 'n2', instead)
  const observed = fisher(x1, n1, x2, n2)
  if (observed === 1) return 1
  const belongs = tablesUpTo(observed * equallyLikely, n1, n2)
  const width = n2 + 1
  const upTo = new Int32Array(n1 + 1)
  const from = new Int32Array(n1 + 1)
  const others: (readonly [number, number])[] = []
  for (let k1 = 0; k1 <= n1; k1++) {
    let below = -1
    while (below < n2 && belongs[k1 * width + below + 1] === 1) below++
    let above = width
    while (above > below + 1 && belongs[k1 * width + above - 1] === 1) above--
    for (let k2 = below + 1; k2 < above; k2++) if (belongs[k1 * width + k2] === 1) others.push([k1, k2])
    upTo[k1] = below
    from[k1] = above
  }
  return supOverNuisance({ n1, n2, upTo, from, others })
}

/** Marks with 1 each table (row x1, column x2) whose two-sided Fisher p is at most `limit`. */
function tablesUpTo(limit: number, n1: number, n2: number): Uint8Array {
  const belongs = new Uint8Array((n1 + 1) * (n2 + 1))
  for (let successes = 0; successes <= n1 + n2; successes++) {
    const { first, probabilities } = hypergeometricDistribution(n1, n2, successes)
    const ascending = probabilities.toSorted()
    const sums = new Float64Array(ascending.length + 1)
    for (const [i, probability] of ascending.entries()) sums[i + 1] = (sums[i] ?? 0) + probability
    const total = sums[ascending.length] ?? 1
    for (const [i, probability] of probabilities.entries()) {
      const p = (sums[countUpTo(ascending, probability * equallyLikely)] ?? 0) / total
      if (p <= limit) belongs[(first + i) * (n2 + 1) + successes - first - i] = 1
    }
  }
  return belongs
}

/** How many of the ascending values are at most `limit`. */
function countUpTo(ascending: Float64Array, limit: number): number {
  let from = 0
  let to = ascending.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((ascending[middle] ?? 0) <= limit) from = middle + 1
    else to = middle
  }
  return from
}
