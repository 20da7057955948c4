import { incompleteBeta } from './incomplete-beta.ts'

/** Beyond this logit x or 1 - x is no longer a double. */
const widest = 745

/**
 * The logit log(x / (1 - x)) of the beta quantile x with lower tail `p` and upper tail `q` = 1 - p, both above 0.
 * Newton's method on the logarithm of the smaller tail, kept inside a shrinking bracket. In logits quantiles close to
 * 0 and to 1 keep their relative accuracy; `qt` needs that on both sides.
 */
export function betaQuantileLogit(p: number, q: number, a: number, b: number): number {
  const byLower = p <= q
  const target = Math.log(byLower ? p : q)
  let low = -widest
  let high = widest
  let u = Math.log(a / b)
  for (let step = 0; step < 2000; step++) {
    const tails = incompleteBeta(1 / (1 + Math.exp(-u)), 1 / (1 + Math.exp(u)), a, b)
    const tail = byLower ? tails.lower : tails.upper
    // Both differences rise with u.
    const difference = byLower ? Math.log(tail) - target : target - Math.log(tail)
    if (difference === 0) return u
    if (difference > 0) high = u
    else low = u
    const newton = u - (difference * tail) / tails.slope
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - u) <= 2e-16 * Math.max(1, Math.abs(u)) || high - low <= 1e-15) return next
    u = next
  }
  return u
}

/** The beta quantile itself, from both tails: near 1 as exact as near 0. */
export function betaQuantile(p: number, q: number, a: number, b: number): number {
  return 1 / (1 + Math.exp(-betaQuantileLogit(p, q, a, b)))
}
