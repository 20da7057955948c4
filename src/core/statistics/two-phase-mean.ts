import { plural } from '../language/plural.ts'
import { requireComputable, requireNotAbove, requireSampleSize } from './require-number.ts'
import { StatisticsError } from './statistics-error.ts'
import { stratumSizes, type StratumKey } from './stratum-sizes.ts'

/** `full`: unbiased two-phase variance; `approx` and `simple`: the classical sum of both phases' variances. */
type TwoPhaseMethod = 'full' | 'approx' | 'simple'

export interface TwoPhaseInput {
  /** Population size; phase 1 is a simple random sample of it, one entry of the lists below per case. */
  readonly N: number
  /** Stratum that phase 2 was drawn within. */
  readonly st: readonly StratumKey[]
  /** Known for all of phase 1, e.g. the lower level's answer. */
  readonly x: readonly number[]
  /** Known where `in2`, e.g. the higher level's answer; null elsewhere. */
  readonly y: readonly (number | null)[]
  readonly in2: readonly boolean[]
  readonly method: TwoPhaseMethod
}

/** Mean of y and its standard error, plain and with regression on x within strata (`greg`). */
export interface TwoPhaseMean {
  readonly mean: number
  readonly se: number
  readonly gregMean: number
  readonly gregSe: number
}

interface Phase2Case {
  readonly st: StratumKey
  readonly x: number
  readonly y: number
  /** Phase 2 weight: phase 1 cases per phase 2 case of the stratum. */
  readonly d: number
}

/**
 * Mean of y from a simple random sample (phase 1) of which a stratified subsample (phase 2) has y.
 * Source: C.-E. Särndal, B. Swensson and J. Wretman (1992), Model Assisted Survey Sampling, 9.3 and 9.7; equals R's
 * survey package: twophase, svymean, and calibrate(phase = 2, ~ x + factor(st)).
 */
export function twoPhaseMean(input: TwoPhaseInput): TwoPhaseMean {
  const cases = phase2Cases(input)
  const n1 = input.st.length
  const plain = cases.map(() => 1)
  const g = calibrationFactors(cases, input.x)
  const mean = weightedMean(cases, plain)
  const gregMean = weightedMean(cases, g)
  const influence = influences(cases, plain, mean)
  const gregInfluence = influences(cases, g, gregMean)
  const variance = (u: readonly number[], residuals: readonly number[], factors: readonly number[]): number =>
    (input.method === 'full'
      ? phase1Full(cases, u, n1, input.N)
      : phase1Approximate(cases, u, factors, n1, input.N)) + phase2Variance(cases, residuals)
  return {
    mean,
    se: Math.sqrt(Math.max(0, variance(influence, influence, plain))),
    gregMean,
    gregSe: Math.sqrt(Math.max(0, variance(gregInfluence, regressionResiduals(cases, gregInfluence, g), g))),
  }
}

function phase2Cases({ N, st, x, y, in2 }: TwoPhaseInput): Phase2Case[] {
  const n1 = st.length
  requireSampleSize(n1, 'st.length')
  requireSampleSize(N, 'N')
  requireNotAbove(n1, N, 'st.length', 'N')
  if (n1 < 2)
    throw new StatisticsError('too-few-values', {
      da: 'st skal have mindst to sager.',
      en: 'st must have at least two cases.',
    })
  for (const [name, list] of Object.entries({ x, y, in2 })) {
    if (list.length !== n1) {
      throw new StatisticsError('different-lengths', {
        da: `${name} har ${list.length} ${plural('da', list.length, 'værdi', 'værdier')}, men st har ${n1}.`,
        en: `${name} has ${list.length} ${plural('en', list.length, 'value', 'values')}, but st has ${n1}.`,
      })
    }
  }
  const population = new Map<StratumKey, number>()
  for (const h of st) population.set(h, (population.get(h) ?? 0) + 1)
  const sizes = stratumSizes(
    st.filter((_, i) => in2[i]),
    [...population].map(([h, count]) => ({ h, N: count })),
  )
  return st.flatMap((h, i) => {
    requireComputable(x[i] ?? Number.NaN, `x[${i}]`)
    if (!in2[i]) return []
    const value = y[i] ?? null
    if (value === null) {
      throw new StatisticsError('missing-field', {
        da: `y[${i}] mangler, selv om in2[${i}] er sand.`,
        en: `y[${i}] is missing although in2[${i}] is true.`,
      })
    }
    requireComputable(value, `y[${i}]`)
    const size = sizes.get(h) ?? { n: 1, N: 1 }
    return [{ st: h, x: x[i] ?? 0, y: value, d: size.N / size.n }]
  })
}

function weightedMean(cases: readonly Phase2Case[], factors: readonly number[]): number {
  let weight = 0
  let total = 0
  for (const [i, { d, y }] of cases.entries()) {
    weight += d * (factors[i] ?? 0)
    total += d * (factors[i] ?? 0) * y
  }
  return total / weight
}

/** Each case's part of the mean's error; they sum to 0. */
function influences(cases: readonly Phase2Case[], factors: readonly number[], mean: number): number[] {
  const weights = cases.map(({ d }, i) => d * (factors[i] ?? 0))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return cases.map(({ y }, i) => ((y - mean) * (weights[i] ?? 0)) / total)
}

/** Values minus their stratum's mean over phase 2. */
function centred(cases: readonly Phase2Case[], values: readonly number[]): number[] {
  const sums = new Map<StratumKey, { total: number; n: number }>()
  for (const [i, { st }] of cases.entries()) {
    const sum = sums.get(st) ?? { total: 0, n: 0 }
    sums.set(st, { total: sum.total + (values[i] ?? 0), n: sum.n + 1 })
  }
  return cases.map(({ st }, i) => {
    const { total, n } = sums.get(st) ?? { total: 0, n: 1 }
    return (values[i] ?? 0) - total / n
  })
}

/**
 * Linear calibration to the phase 1 counts per stratum and total of x. The strata are met already by the weights d, so
 * only the slope on x centred within strata remains.
 */
function calibrationFactors(cases: readonly Phase2Case[], x: readonly number[]): number[] {
  const inner = centred(
    cases,
    cases.map((row) => row.x),
  )
  const squares = cases.reduce((sum, { d }, i) => sum + d * (inner[i] ?? 0) ** 2, 0)
  const missing =
    x.reduce((sum, value) => sum + value, 0) - cases.reduce((sum, row) => sum + row.d * row.x, 0)
  if (squares === 0) {
    if (Math.abs(missing) <= 1e-9 * x.length) return cases.map(() => 1)
    throw new StatisticsError('no-variation', {
      da: 'x varierer ikke inden for strata i fase 2, men det gør den i fase 1; regressionen er ikke defineret.',
      en: 'x does not vary within strata in phase 2, but does in phase 1; the regression is not defined.',
    })
  }
  return inner.map((value) => 1 + (value * missing) / squares)
}

/** Residuals of the influences on strata and x, in the calibrated weights' scale. */
function regressionResiduals(
  cases: readonly Phase2Case[],
  u: readonly number[],
  g: readonly number[],
): number[] {
  const scale = cases.map(({ d }, i) => d * (g[i] ?? 0))
  if (scale.includes(0)) {
    throw new StatisticsError('no-variation', {
      da: 'Kalibreringen giver en sag vægten 0; regressionen er ikke defineret.',
      en: 'The calibration gives a case the weight 0; the regression is not defined.',
    })
  }
  const values = centred(
    cases,
    u.map((value, i) => value / (scale[i] ?? 1)),
  )
  const inner = centred(
    cases,
    cases.map((row) => row.x),
  )
  const squares = cases.reduce((sum, { d }, i) => sum + d * (inner[i] ?? 0) ** 2, 0)
  const products = cases.reduce((sum, { d }, i) => sum + d * (inner[i] ?? 0) * (values[i] ?? 0), 0)
  const slope = squares === 0 ? 0 : products / squares
  return values.map((value, i) => (value - slope * (inner[i] ?? 0)) * (scale[i] ?? 0))
}

interface StratumSums {
  n: number
  d: number
  sum: number
  squares: number
}

function stratumSums(cases: readonly Phase2Case[], u: readonly number[]): StratumSums[] {
  const sums = new Map<StratumKey, StratumSums>()
  for (const [i, { st, d }] of cases.entries()) {
    const entry = sums.get(st) ?? { n: 0, d, sum: 0, squares: 0 }
    entry.n += 1
    entry.sum += u[i] ?? 0
    entry.squares += (u[i] ?? 0) ** 2
    sums.set(st, entry)
  }
  return [...sums.values()]
}

/** Variance of stratified simple random sampling without replacement. */
function phase2Variance(cases: readonly Phase2Case[], u: readonly number[]): number {
  return stratumSums(cases, u).reduce(
    (total, { n, d, sum, squares }) =>
      d === 1 ? total : total + ((1 - 1 / d) * n * (squares - (sum * sum) / n)) / (n - 1),
    0,
  )
}

/** Phase 1 variance in the Horvitz-Thompson form, every pair weighted by its chance to be in phase 2. */
function phase1Full(cases: readonly Phase2Case[], u: readonly number[], n1: number, N: number): number {
  const single = 1 - n1 / N
  const pair = single / (n1 - 1)
  const squares = u.reduce((sum, value) => sum + value * value, 0)
  const total = u.reduce((sum, value) => sum + value, 0)
  const whole = single * squares - pair * (total * total - squares)
  return stratumSums(cases, u).reduce((variance, { n, d, sum, squares: own }) => {
    if (d === 1) return variance
    return variance - (1 - 1 / d) * (single * own + (pair / (n - 1)) * (sum * sum - own))
  }, whole)
}

/** Phase 1 variance as if phase 2 were independent of it, unit by unit. The influences sum to 0. */
function phase1Approximate(
  cases: readonly Phase2Case[],
  u: readonly number[],
  g: readonly number[],
  n1: number,
  N: number,
): number {
  const squares = cases.reduce((sum, { d }, i) => sum + (u[i] ?? 0) ** 2 / d / (g[i] ?? 1), 0)
  return ((1 - n1 / N) * n1 * squares) / (n1 - 1)
}
