import { cascadeMean, fitCascade } from '../../statistics/cascade-fit.ts'
import { nestedSamples, type CascadeUnit } from '../../statistics/nested-samples.ts'
import type { ReviewedCase } from '../reviewed-case.ts'
import { wilsonOfShare } from '../tally.ts'
import type { CascadeCase } from './cascade-units.ts'
import { unitsOf } from './cascade-units.ts'
import type { CascadePath } from './cascade-path.ts'
import { clip, reviewsWorth, type Estimated } from './estimate-composite.ts'

/** Cases of doubt in the fit of a yes-no question; chosen by simulation, see docs/statistics.md. */
const doubt = 2

/**
 * The share compliant among applicable answers: a ratio of two means, estimated by the cascade of compliant - R
 * applicable, which is 0 on average at the right R. Undefined where the last level has no applicable answer.
 * Source: W. G. Cochran (1977), Sampling Techniques, 6.3 (ratio of means).
 */
export function estimateShare(
  path: CascadePath,
  cases: readonly CascadeCase[],
  N: number | null,
  complies: (review: ReviewedCase) => boolean | null | undefined,
): Estimated | undefined {
  const levels = path.levels.map(({ level }) => level)
  const last = levels.length - 1
  const units = (value: (met: boolean | null) => number): readonly CascadeUnit[] =>
    unitsOf(
      path,
      cases,
      () => 'all',
      (review) => {
        const met = complies(review)
        return met === undefined ? null : value(met)
      },
    )
  const [met, applies] = [
    nestedSamples(
      levels,
      units((answer) => (answer === true ? 1 : 0)),
    ),
    nestedSamples(
      levels,
      units((answer) => (answer === null ? 0 : 1)),
    ),
  ]
  const applicable = applies.mean(last, last)
  if (applicable === 0) return undefined
  const alone = met.mean(last, last) / applicable
  let ratio = alone
  let found = residualFit(ratio)
  // The fit depends on R and R on the fit; one step moves R by less than a tenth of its error, two settle it.
  for (let step = 0; step < 2; step++) {
    const mean = cascadeMean(applies, found.fit, N).theta
    if (mean <= 0) break
    ratio = clip(cascadeMean(met, found.fit, N).theta / mean)
    found = residualFit(ratio)
  }

  function residualFit(R: number) {
    const samples = nestedSamples(
      levels,
      units((answer) => (answer === null ? 0 : (answer ? 1 : 0) - R)),
    )
    return { samples, fit: fitCascade(samples, { doubt, priceOfLambda: true }) }
  }

  const result = cascadeMean(found.samples, found.fit, N)
  // Kish's size of the applicable answers alone.
  const kish = applicable * (result.sizes.at(-1) ?? 1)
  const fraction =
    result.aloneVariance === 0 || result.variance === 0 ? 1 : result.aloneVariance / result.variance
  const sampled = N === null ? 1 : 1 - (result.sizes.at(-1) ?? 0) / N
  const aloneSize = kish / Math.max(sampled, 1e-9)
  const nEff = Math.max(kish, aloneSize * fraction)
  return {
    estimate: ratio,
    interval: wilsonOfShare(ratio, nEff),
    method: 'wilson',
    standardError: Math.sqrt(result.variance) / applicable,
    df: found.fit.df,
    lambda: found.fit.lambda,
    nEff,
    expertEquivalent: reviewsWorth(nEff, N === null ? null : N * applicable),
    alone: { estimate: alone, interval: wilsonOfShare(clip(alone), aloneSize) },
  }
}
