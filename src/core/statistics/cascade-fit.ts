import { plural } from '../language/plural.ts'
import type { CascadeUnit, NestedSamples } from './nested-samples.ts'
import { StatisticsError } from './statistics-error.ts'

/** Lower levels' answers get at most this weight, and never a negative one. */
const largestLambda = 1.5

/** What the cases that every level saw say about how well each lower level foretells the last. */
export interface CascadeFit {
  /** Per lower level, in order: the regression of the last level's answers on its own, cut to 0 to 1.5. */
  readonly lambda: readonly number[]
  /** Per lower level: the variance of the last level's answers that remains, with `df` degrees of freedom. */
  readonly residual: readonly number[]
  /** Variance of the last level's answers within strata, with `df` + 1 degrees of freedom. */
  readonly variance: number
  readonly df: number
}

/** A mean with its variance, by the cascade and by the last level alone. */
export interface CascadeMean {
  readonly theta: number
  readonly variance: number
  readonly alone: number
  readonly aloneVariance: number
  /** Kish's sizes by level, the last one's at the end. */
  readonly sizes: readonly number[]
}

/** How a fit guards against what few cases cannot show; without, the plain formulas. */
export interface CascadeCaution {
  readonly doubt?: number
  readonly leastDoubt?: number
  readonly priceOfLambda?: boolean
}

/**
 * Lambda and residual variances from the last level's cases, within strata. `priceOfLambda` adds the variance of lambda
 * itself, a share 1 / (df - 1) of the residual (Cochran, Sampling Techniques, 12.6). `doubt` adds that many cases on which a
 * lower level told nothing about the last one's answer: where few yes-no answers all agree, the residual variance would
 * else be 0 and claim that the levels never differ. Source: ridge regression with a prior of `doubt` cases, A. E. Hoerl
 * and R. W. Kennard (1970), Technometrics 12. `leastDoubt` does so only where the cases show less: so many cases on which the
 * lower level told nothing, besides a perfect agreement on all others, give the least residual, a part
 * leastDoubt / (df + leastDoubt) of the variance. Thirty pairs without a difference rule out no difference in one case of
 * ten (J. A. Hanley and A. Lippman-Hand (1983), JAMA 249: 3 / n).
 */
export function fitCascade(
  samples: NestedSamples,
  { doubt = 0, leastDoubt = 0, priceOfLambda = false }: CascadeCaution = {},
): CascadeFit {
  const last = samples.levels - 1
  const reference = samples.sample(last)
  const strata = new Set(reference.map((unit) => unit.s)).size
  const df = reference.length - strata - 1
  if (df < 1) throw tooFew(reference.length, strata)
  const upper = withinStrata(reference, (unit) => samples.answer(unit, last))
  const variance = dot(upper, upper) / (df + 1)
  const lambda: number[] = []
  const residual: number[] = []
  for (let l = 0; l < last; l++) {
    const lower = withinStrata(reference, (unit) => samples.answer(unit, l))
    const spread = dot(lower, lower)
    const prior = (doubt * spread) / (df + 1)
    // A level that gives every case of a stratum the same answer says nothing about the others.
    const slope = spread === 0 ? 0 : dot(upper, lower) / (spread + prior)
    const factor = Math.min(largestLambda, Math.max(0, slope))
    const left = upper.map((value, i) => value - factor * (lower[i] ?? 0))
    lambda.push(factor)
    const price = priceOfLambda ? 1 + 1 / Math.max(1, df - 1) : 1
    const shown = (dot(left, left) + doubt * variance) / (df + doubt)
    residual.push(Math.max(shown, (leastDoubt * variance) / (df + leastDoubt)) * price)
  }
  return { lambda, residual, variance, df }
}

/** Applies a fit to nested samples of `N` cases; `N` null: very many, or not known. */
export function cascadeMean(samples: NestedSamples, fit: CascadeFit, N: number | null): CascadeMean {
  const last = samples.levels - 1
  const sizes = Array.from({ length: samples.levels }, (_, level) => samples.kish(level))
  const share = (level: number): number => 1 / (sizes[level] ?? 1)
  const rest = N === null ? 0 : 1 / N
  const alone = samples.mean(last, last)
  let theta = alone
  let variance = Math.max(0, share(0) - rest) * fit.variance
  for (const [l, lambda] of fit.lambda.entries()) {
    theta += lambda * (samples.mean(l, l) - samples.mean(l, l + 1))
    variance += Math.max(0, share(l + 1) - share(l)) * (fit.residual[l] ?? 0)
  }
  return { theta, variance, alone, aloneVariance: Math.max(0, share(last) - rest) * fit.variance, sizes }
}

function withinStrata(units: readonly CascadeUnit[], answer: (unit: CascadeUnit) => number): number[] {
  const byStratum = Map.groupBy(units, (unit) => unit.s)
  const means = new Map(
    [...byStratum].map(([s, members]) => [
      s,
      members.reduce((sum, u) => sum + answer(u), 0) / members.length,
    ]),
  )
  return units.map((unit) => answer(unit) - (means.get(unit.s) ?? 0))
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)
}

function tooFew(n: number, strata: number): StatisticsError {
  return new StatisticsError('too-few-values', {
    da: `Øverste niveau har ${n} ${plural('da', n, 'sag', 'sager')} i ${strata} ${plural('da', strata, 'stratum', 'strata')}; der skal mindst ${strata + 2} til.`,
    en: `The last level has ${n} ${plural('en', n, 'case', 'cases')} in ${strata} ${plural('en', strata, 'stratum', 'strata')}; it takes at least ${strata + 2}.`,
  })
}
