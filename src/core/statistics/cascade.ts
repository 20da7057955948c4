import { nestedSamples, type CascadeUnit } from './nested-samples.ts'
import { requireNotAbove, requireSampleSize } from './require-number.ts'
import { StatisticsError } from './statistics-error.ts'

/** Lower levels' answers get at most this weight, and never a negative one. */
const largestLambda = 1.5

export interface CascadeEstimate {
  readonly theta: number
  readonly se: number
  /** Degrees of freedom for a t interval. */
  readonly df: number
}

/**
 * What the last level would have found on all `N` cases, from nested random samples: its own mean, corrected at each
 * lower level by that level's mean on its whole sample minus its mean on the next level's, shrunk by lambda. `levels`
 * ascends and ends with the reference level; every unit has its stratum `s`, answers `y` and weights `w` (0: not
 * drawn) by level. Refused where the samples are not nested.
 * Source: statistics note 3; the regression (difference) estimator of J. N. K. Rao (1973), Biometrika 60, over several
 * phases. Variances use Kish's sizes and residuals within strata on the last level's cases.
 */
export function cascade(
  N: number,
  levels: readonly number[],
  units: readonly CascadeUnit[],
): CascadeEstimate {
  requireSampleSize(N, 'N')
  const samples = nestedSamples(levels, units)
  const [lowest, reference] = [samples.sample(0), samples.sample(levels.length - 1)]
  requireNotAbove(lowest.length, N, 'units', 'N')
  const strata = new Set(reference.map((unit) => unit.s)).size
  const df = reference.length - strata - 1
  if (df < 1) throw tooFew(reference.length, strata)
  const last = levels.length - 1
  const residuals = withinStrata(reference, (unit) => samples.answer(unit, last))
  let theta = samples.mean(last, last)
  let variance = Math.max(0, 1 / samples.kish(0) - 1 / N) * (dot(residuals, residuals) / (df + 1))
  for (let l = 0; l < last; l++) {
    const lower = withinStrata(reference, (unit) => samples.answer(unit, l))
    const spread = dot(lower, lower)
    // A level that gives every case of a stratum the same answer says nothing about the others.
    const lambda = spread === 0 ? 0 : Math.min(largestLambda, Math.max(0, dot(residuals, lower) / spread))
    theta += lambda * (samples.mean(l, l) - samples.mean(l, l + 1))
    const left = residuals.map((value, i) => value - lambda * (lower[i] ?? 0))
    variance += Math.max(0, 1 / samples.kish(l + 1) - 1 / samples.kish(l)) * (dot(left, left) / df)
  }
  return { theta, se: Math.sqrt(variance), df }
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
    da: `Øverste niveau har ${n} sager i ${strata} strata; der skal mindst ${strata + 2} til.`,
    en: `The last level has ${n} cases in ${strata} strata; it takes at least ${strata + 2}.`,
  })
}
