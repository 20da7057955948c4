import { dhyper } from './dhyper.ts'

/** All probabilities of a hypergeometric distribution: `probabilities[i]` is that of `first + i`. */
export interface Distribution {
  readonly first: number
  readonly probabilities: Float64Array
}

/**
 * The hypergeometric distribution of the white balls among `k` drawn from `m` white and `n` black (counts,
 * k <= m + n): the mode's probability directly, the others outwards by their ratios, so that far tails keep their
 * relative accuracy.
 */
export function hypergeometricDistribution(m: number, n: number, k: number): Distribution {
  const first = Math.max(0, k - n)
  const last = Math.min(m, k)
  const probabilities = new Float64Array(last - first + 1)
  const mode = Math.min(last, Math.max(first, Math.floor(((k + 1) * (m + 1)) / (m + n + 2))))
  const atMode = dhyper(mode, m, n, k)
  probabilities[mode - first] = atMode
  for (let x = mode, p = atMode; x < last; x++) {
    p *= ((m - x) / (x + 1)) * ((k - x) / (n - k + x + 1))
    probabilities[x + 1 - first] = p
  }
  for (let x = mode, p = atMode; x > first; x--) {
    p *= (x / (m - x + 1)) * ((n - k + x) / (k - x + 1))
    probabilities[x - 1 - first] = p
  }
  return { first, probabilities }
}
