import type { CascadeUnit } from '../../statistics/nested-samples.ts'
import { compositeOf } from '../composites.ts'
import type { QuestionIndex } from '../question-index.ts'
import type { ReviewedCase } from '../reviewed-case.ts'
import type { CascadePath } from './cascade-path.ts'
import { unitsOf, type CascadeCase } from './cascade-units.ts'

/** The last level's mean composite, and the weighted share of its cases in which anything applied. */
export interface LinearisedAt {
  readonly mean: number
  readonly applicable: number
}

/** Cases of a cascade by what their composites are above or below the mean of their group, see `compositeUnits`. */
export interface CompositeUnits {
  readonly units: readonly CascadeUnit[]
  /** By group. */
  readonly last: ReadonlyMap<string, LinearisedAt>
  /** The last level's cases, and those of them in which anything applied. */
  readonly cases: number
  readonly applicableCases: number
}

/**
 * The mean composite R of the cases that the last level finds applicable is a ratio of two sums. It is linearised to the mean
 * of a (c - R) / A: a whether anything applied (0 or 1), c the composite, A the mean of a; R is to be added again. A lower level's
 * composite counts by what it is above its own mean and as 0 where that level found nothing applicable, so that every
 * case stays in: were those left out, the others would speak for them. With all applicable it is the composites less a constant.
 * Source: W. G. Cochran (1977), Sampling Techniques, 6.3 (ratio of means) and 7.9 (regression estimators).
 */
export function compositeUnits(
  path: CascadePath,
  cases: readonly CascadeCase[],
  index: QuestionIndex,
  groupOf: (seen: CascadeCase) => string,
): CompositeUnits {
  const last = path.levels.length - 1
  const shares = new Map<ReviewedCase, number | null>()
  const sums = path.levels.map(() => new Map<string, Sums>())
  let [reviewed, applicableCases] = [0, 0]
  for (const seen of cases)
    for (const [at, review] of seen.reviews.entries()) {
      if (review === undefined) continue
      const { compliant, applicable } = compositeOf(review, index)
      const share = applicable === 0 ? null : compliant / applicable
      shares.set(review, share)
      const group = groupOf(seen)
      const sum = sums[at]?.get(group) ?? { weight: 0, applicable: 0, weighted: 0 }
      sums[at]?.set(group, sum)
      sum.weight += review.weight
      if (share !== null) sum.applicable += review.weight
      sum.weighted += review.weight * (share ?? 0)
      if (at !== last) continue
      reviewed += 1
      if (share !== null) applicableCases += 1
    }
  const units = unitsOf(path, cases, groupOf, (review, at, seen) => {
    const share = shares.get(review) ?? null
    const sum = sums[at]?.get(groupOf(seen))
    if (share === null || sum === undefined) return 0
    const above = share - sum.weighted / sum.applicable
    return at === last ? (above * sum.weight) / sum.applicable : above
  })
  const ofLast = [...(sums[last] ?? [])].map(
    ([group, { weight, applicable, weighted }]) =>
      [
        group,
        { mean: applicable === 0 ? 0 : weighted / applicable, applicable: applicable / weight },
      ] as const,
  )
  return { units, last: new Map(ofLast), cases: reviewed, applicableCases }
}

interface Sums {
  weight: number
  /** Of the cases in which anything applied: their weights, and weighted composites. */
  applicable: number
  weighted: number
}
