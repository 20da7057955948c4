const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI)

/**
 * The error of Stirling's formula, log Γ(n + 1) - (n + 1/2) log n + n - log(2π)/2, for real n > 0: its asymptotic
 * series from n = 15 on, below that by the recurrence δ(n) = δ(n + 1) + (n + 1/2) log(1 + 1/n) - 1.
 */
function stirlingError(n: number): number {
  let shift = 0
  while (n < 15) {
    shift += (n + 0.5) * Math.log1p(1 / n) - 1
    n += 1
  }
  const nn = n * n
  return shift + (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / nn) / nn) / nn) / nn) / n
}

const smallErrors = Float64Array.from({ length: 200 }, (_, half) =>
  half === 0 ? 0 : stirlingError(half / 2),
)

/** `stirlingError` with the whole and half numbers below 100, which nearly all calls ask for, looked up. */
function knownStirlingError(n: number): number {
  const known = n < 100 && Number.isInteger(2 * n) ? smallErrors[2 * n] : undefined
  return known ?? stirlingError(n)
}

/** x log(x / m) + m - x for x > 0, m > 0, without cancellation where x is near m. */
function deviance(x: number, m: number): number {
  const difference = x - m
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * Math.log(x / m) - difference
  const v = difference / (x + m)
  let sum = difference * v
  let power = 2 * x * v
  for (let j = 3; ; j += 2) {
    power *= v * v
    const next = sum + power / j
    if (next === sum) return sum
    sum = next
  }
}

/**
 * The binomial term Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) p^a q^b for real a, b >= 0 and q = 1 - p, to about 1e-14
 * relative. `q` is an argument of its own so that no digits are lost where p is near 1. For counts it is the binomial
 * probability of a successes in a + b trials.
 *
 * Source: C. Loader (2000), Fast and Accurate Computation of Binomial Probabilities (saddle-point expansion).
 */
export function binomialTerm(a: number, b: number, p: number, q: number): number {
  if (p <= 0) return a === 0 ? 1 : 0
  if (q <= 0) return b === 0 ? 1 : 0
  if (a === 0) return Math.exp(b * (p < q ? Math.log1p(-p) : Math.log(q)))
  if (b === 0) return Math.exp(a * (q < p ? Math.log1p(-q) : Math.log(p)))
  const n = a + b
  const exponent =
    knownStirlingError(n) -
    knownStirlingError(a) -
    knownStirlingError(b) -
    deviance(a, n * p) -
    deviance(b, n * q) -
    halfLogTwoPi
  return Math.exp(exponent) * Math.sqrt(n / a / b)
}
