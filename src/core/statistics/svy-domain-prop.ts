import type { Interval } from './interval.ts'
import { kornGraubard } from './korn-graubard.ts'
import { qt } from './qt.ts'
import {
  requireComputable,
  requireConfidence,
  requirePositive,
  requireProbability,
} from './require-number.ts'
import { StatisticsError } from './statistics-error.ts'
import { stratumSizes, type StratumKey } from './stratum-sizes.ts'

/** One sampled case: its stratum, its weight (inverse inclusion probability) and its answer; null: not applicable. */
export interface DomainRow {
  readonly h: StratumKey
  readonly w: number
  readonly y: number | null
}

export interface DomainProportion {
  readonly p: number
  readonly se: number
  /** Applicable answers minus strata that have any. */
  readonly degf: number
  readonly kgBeta: Interval
  /** Symmetric on the logit scale with a t quantile, then turned back. */
  readonly xlogit: Interval
}

/**
 * Share of 1 among the applicable answers of a stratified sample without replacement, with its linearised standard
 * error and two intervals. Rows with y = null stay in their stratum (they carry information about its size) and leave
 * the share. `strata` gives each stratum's population size N. Refused where the sample shows no variation.
 * Source: W. G. Cochran (1977), 5A.14; equals R's survey package: svymean on a subset, svyciprop beta and xlogit.
 */
export function svyDomainProp(
  rows: readonly DomainRow[],
  strata: readonly { readonly h: StratumKey; readonly N: number }[],
  conf = 0.95,
): DomainProportion {
  requireConfidence(conf)
  for (const [i, row] of rows.entries()) {
    requirePositive(row.w, `rows[${i}].w`)
    requireComputable(row.w, `rows[${i}].w`)
    if (row.y !== null) requireProbability(row.y, `rows[${i}].y`)
  }
  const sizes = stratumSizes(
    rows.map((row) => row.h),
    strata,
  )
  const domain = rows.filter((row) => row.y !== null)
  const degf = domain.length - new Set(domain.map((row) => row.h)).size
  if (degf < 1) throw tooFew()
  const weight = domain.reduce((sum, row) => sum + row.w, 0)
  const p = Math.min(1, domain.reduce((sum, row) => sum + row.w * (row.y ?? 0), 0) / weight)
  const se = Math.sqrt(linearisedVariance(rows, sizes, p, weight))
  const census = sizes.values().every(({ n, N }) => n === N)
  if (p === 0 || p === 1 || (se === 0 && !census)) throw noVariation()
  const centre = Math.log(p / (1 - p))
  const margin = (-qt((1 - conf) / 2, degf) * se) / (p * (1 - p))
  return {
    p,
    se,
    degf,
    kgBeta: kornGraubard(p, se, domain.length, degf, conf),
    xlogit: [logistic(centre - margin), logistic(centre + margin)],
  }
}

/** Variance of the ratio of weighted sums: within strata, of w (y - p) / sum of w, 0 for rows outside the domain. */
function linearisedVariance(
  rows: readonly DomainRow[],
  sizes: ReadonlyMap<StratumKey, { readonly n: number; readonly N: number }>,
  p: number,
  weight: number,
): number {
  const influences = new Map<StratumKey, number[]>()
  for (const { h, w, y } of rows) {
    const values = influences.get(h) ?? []
    values.push(y === null ? 0 : (w * (y - p)) / weight)
    influences.set(h, values)
  }
  let variance = 0
  for (const [h, { n, N }] of sizes) {
    if (n === N) continue
    const values = influences.get(h) ?? []
    const mean = values.reduce((sum, value) => sum + value, 0) / n
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
    variance += ((1 - n / N) * n * squares) / (n - 1)
  }
  return variance
}

function logistic(u: number): number {
  return 1 / (1 + Math.exp(-u))
}

function tooFew(): StatisticsError {
  return new StatisticsError('too-few-values', {
    da: 'Der skal være flere relevante svar, end der er strata med relevante svar.',
    en: 'There must be more applicable answers than strata with applicable answers.',
  })
}

function noVariation(): StatisticsError {
  return new StatisticsError('no-variation', {
    da: 'Svarene varierer ikke, så designets usikkerhed er ikke defineret. Brug wilson eller kornGraubard.',
    en: 'The answers do not vary, so the uncertainty of the design is not defined. Use wilson or kornGraubard.',
  })
}
