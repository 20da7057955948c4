import { binomialTerm } from './binomial-term.ts'
import { requireCount, requireNotAbove } from './require-number.ts'

/**
 * Probability of drawing exactly `x` white balls when `k` are drawn without replacement from an urn of `m` white and
 * `n` black ones. All are counts; k <= m + n. An x that cannot occur has probability 0. Argument names as in R.
 * Source: three binomial terms (C. Loader 2000), accurate to about 1e-14 at any size.
 */
export function dhyper(x: number, m: number, n: number, k: number): number {
  requireCount(x, 'x')
  requireCount(m, 'm')
  requireCount(n, 'n')
  requireCount(k, 'k')
  const total = m + n
  requireNotAbove(k, total, 'k', 'm + n')
  if (x > m || x > k || k - x > n) return 0
  if (k === 0 || k === total) return 1
  const p = k / total
  const q = (total - k) / total
  return (
    (binomialTerm(x, m - x, p, q) * binomialTerm(k - x, n - k + x, p, q)) / binomialTerm(k, total - k, p, q)
  )
}
