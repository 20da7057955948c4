import { plural } from '../language/plural.ts'
import { requireSuccesses } from './require-number.ts'
import { StatisticsError } from './statistics-error.ts'

export interface ControlLimits {
  readonly centre: number
  readonly lower: readonly number[]
  readonly upper: readonly number[]
}

/**
 * Control limits at three standard errors for the shares x / n of successive rounds, cut to 0..1. Use it from 8 rounds
 * on (provisional) and 12 (frozen). Source: W. A. Shewhart (1931); D. C. Montgomery, Statistical Quality Control, 7.2.
 */
export function pChart(x: readonly number[], n: readonly number[]): ControlLimits {
  requireRounds(x, n, 1)
  const centre = pooledShare(x, n)
  return { centre, ...limits(centre, n, 1) }
}

/** Refuses lists of unequal length, fewer rounds than `least`, and counts that are none or exceed their n. */
export function requireRounds(x: readonly number[], n: readonly number[], least: number): void {
  if (x.length !== n.length) {
    throw new StatisticsError('different-lengths', {
      da: `x har ${x.length} ${plural('da', x.length, 'værdi', 'værdier')}, men n har ${n.length}.`,
      en: `x has ${x.length} ${plural('en', x.length, 'value', 'values')}, but n has ${n.length}.`,
    })
  }
  if (x.length < least) {
    throw new StatisticsError('too-few-values', {
      da: `Der skal være mindst ${least} runde(r), men der er ${x.length}.`,
      en: `There must be at least ${least} round(s), but there are ${x.length}.`,
    })
  }
  for (const [i, size] of n.entries()) requireSuccesses(x[i] ?? Number.NaN, size, `x[${i}]`, `n[${i}]`)
}

export function pooledShare(x: readonly number[], n: readonly number[]): number {
  return x.reduce((sum, value) => sum + value, 0) / n.reduce((sum, value) => sum + value, 0)
}

/** Limits at three standard errors, each widened by the factor `sigma`. */
export function limits(
  centre: number,
  n: readonly number[],
  sigma: number,
): { readonly lower: readonly number[]; readonly upper: readonly number[] } {
  const margins = n.map((size) => 3 * sigma * Math.sqrt((centre * (1 - centre)) / size))
  return {
    lower: margins.map((margin) => Math.max(0, centre - margin)),
    upper: margins.map((margin) => Math.min(1, centre + margin)),
  }
}
