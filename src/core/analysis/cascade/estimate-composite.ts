import { cascadeMean, type CascadeFit } from '../../statistics/cascade-fit.ts'
import type { Interval } from '../../statistics/interval.ts'
import { nestedSamples, type CascadeUnit } from '../../statistics/nested-samples.ts'
import { limitsOfMean } from '../mean.ts'
import { wilsonOfShare } from '../tally.ts'

/** An estimate by the cascade beside the last level alone. */
export interface Estimated {
  readonly estimate: number
  readonly interval: Interval
  readonly method: 't' | 'wilson'
  /** Standard error and degrees of freedom, for differences between rounds. */
  readonly standardError: number
  readonly df: number
  readonly lambda: readonly number[]
  readonly nEff: number
  readonly expertEquivalent: number
  readonly alone: { readonly estimate: number; readonly interval: Interval }
  /** What the certainty of a composite is made of: planning goes by it. */
  readonly basis?: { readonly fit: CascadeFit; readonly sizes: readonly number[] }
}

/** A mean of shares over cases, with a fit of these cases or of more. Levels are meant by their numbers. */
export function estimateMean(
  levels: readonly number[],
  units: readonly CascadeUnit[],
  N: number | null,
  fit: CascadeFit,
): Estimated {
  const samples = nestedSamples(levels, units)
  const mean = cascadeMean(samples, fit, N)
  const kish = mean.sizes.at(-1) ?? 1
  const estimate = clip(mean.theta)
  const nEff = mean.variance > 0 ? fit.variance / mean.variance : kish
  const limits = (centre: number, variance: number, df: number): Pick<Estimated, 'interval' | 'method'> =>
    variance < 1e-12
      ? { interval: wilsonOfShare(clip(centre), kish), method: 'wilson' }
      : limitsOfMean(clip(centre), Math.sqrt(variance), df, fit.variance / variance)
  return {
    estimate,
    ...limits(mean.theta, mean.variance, fit.df),
    standardError: Math.sqrt(mean.variance),
    df: fit.df,
    lambda: fit.lambda,
    nEff,
    expertEquivalent: reviewsWorth(nEff, N),
    basis: { fit, sizes: mean.sizes },
    alone: {
      estimate: clip(mean.alone),
      interval: limits(mean.alone, mean.aloneVariance, fit.df + 1).interval,
    },
  }
}

/** Reviews drawn by lot from N cases that are as certain as `nEff` from an endless population. */
export function reviewsWorth(nEff: number, N: number | null): number {
  return N === null ? nEff : 1 / (1 / nEff + 1 / N)
}

export function clip(share: number): number {
  return Math.min(1, Math.max(0, share))
}
