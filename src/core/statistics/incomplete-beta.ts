import { binomialTerm } from './binomial-term.ts'

/**
 * The continued fraction f with I_x(a, b) = x^a y^b / B(a, b) / f, evaluated by the modified Lentz method. It is the
 * even part of NIST Digital Library of Mathematical Functions 8.17.22, in the form of A. R. DiDonato and A. H. Morris
 * (1992), ACM TOMS 18, whose `excess` = a - (a + b) x can be given without cancellation.
 */
function continuedFraction(x: number, excess: number, a: number, b: number): number {
  const tiny = 1e-300
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value)
  let fraction = away((a / (a + 1)) * (excess + 1))
  let c = fraction
  let d = 0
  for (let n = 1; n <= 1_000_000; n++) {
    const odd = a + 2 * n - 1
    const alpha = ((((a + n - 1) / odd) * (a + b + n - 1)) / odd) * x * (n * (b - n) * x)
    const beta = n + (n * (b - n) * x) / odd + ((a + n) / (odd + 2)) * (excess + 1 + n * (2 - x))
    d = 1 / away(beta + alpha * d)
    c = away(beta + alpha / c)
    fraction *= c * d
    if (Math.abs(c * d - 1) < 1e-16) return fraction
  }
  throw new Error(`incomplete beta did not converge at x = ${x}, a = ${a}, b = ${b}`)
}

/** Both tails of a beta distribution at one point and what the quantile search needs of its slope. */
export interface BetaTails {
  readonly lower: number
  readonly upper: number
  /** x^a y^b / B(a, b): the density times x y. */
  readonly slope: number
}

/**
 * The regularised incomplete beta function I_x(a, b) and its complement, a, b > 0. `y` = 1 - x is an argument of its
 * own so that both tails keep their relative accuracy (about 1e-13).
 */
export function incompleteBeta(x: number, y: number, a: number, b: number): BetaTails {
  if (x <= 0) return { lower: 0, upper: 1, slope: 0 }
  if (y <= 0) return { lower: 1, upper: 0, slope: 0 }
  const slope = ((a * b) / (a + b)) * binomialTerm(a, b, x, y)
  const excess = x < y ? a - (a + b) * x : (a + b) * y - b
  if (excess + 1 >= 2 * x) {
    const lower = slope / continuedFraction(x, excess, a, b)
    return { lower, upper: 1 - lower, slope }
  }
  const upper = slope / continuedFraction(y, -excess, b, a)
  return { lower: 1 - upper, upper, slope }
}
