import { cascadeMean, type CascadeFit } from '../../statistics/cascade-fit.ts'
import type { Interval } from '../../statistics/interval.ts'
import { nestedSamples, type CascadeUnit } from '../../statistics/nested-samples.ts'
import { limitsOfMean } from '../mean.ts'
import { wilsonOfShare } from '../tally.ts'
import type { LinearisedAt } from './composite-units.ts'

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

/** Independent answers that a complete review counts as: certain for all purposes, and still a number to print. */
const complete = 1e9

/**
 * A mean of shares over cases, with a fit of these cases or of more. Levels are meant by their numbers. Where nothing varies,
 * nothing shows how levels differ either: then the last level's own cases, less what is certain of the population. Linearised
 * units come with what they were linearised at.
 */
export function estimateMean(
  levels: readonly number[],
  units: readonly CascadeUnit[],
  N: number | null,
  fit: CascadeFit,
  { mean: centre, applicable }: LinearisedAt = { mean: 0, applicable: 1 },
): Estimated {
  const mean = cascadeMean(nestedSamples(levels, units), fit, N)
  const kish = mean.sizes.at(-1) ?? 1
  const own = 1 / Math.max(1 / kish - (N === null ? 0 : 1 / N), 1 / complete)
  const worth = (variance: number): number => (variance < 1e-12 ? own : fit.variance / variance)
  const limits = (at: number, variance: number, df: number): Pick<Estimated, 'interval' | 'method'> =>
    variance < 1e-12
      ? { interval: wilsonOfShare(clip(at), own * applicable), method: 'wilson' }
      : limitsOfMean(clip(at), Math.sqrt(variance), df, worth(variance) * applicable)
  const theta = centre + mean.theta
  const nEff = worth(mean.variance)
  return {
    estimate: clip(theta),
    ...limits(theta, mean.variance, fit.df),
    standardError: Math.sqrt(mean.variance),
    df: fit.df,
    lambda: fit.lambda,
    nEff,
    expertEquivalent: reviewsWorth(nEff, N),
    basis: { fit, sizes: mean.sizes },
    alone: {
      estimate: clip(centre + mean.alone),
      interval: limits(centre + mean.alone, mean.aloneVariance, fit.df + 1).interval,
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
