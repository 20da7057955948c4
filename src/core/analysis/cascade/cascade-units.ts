import type { CascadeUnit } from '../../statistics/nested-samples.ts'
import type { CaseAtLevels } from '../levels.ts'
import type { ReviewedCase } from '../reviewed-case.ts'
import { isCovered, type CascadePath } from './cascade-path.ts'

/** A case with its reviews at the levels of a cascade, lowest first; undefined where the level did not see it. */
export interface CascadeCase {
  readonly stage: string
  readonly unit: string
  readonly reviews: readonly (ReviewedCase | undefined)[]
}

/** The path's cases that all its levels could have drawn, and how many of the lowest level's they could not. */
export function listCascadeCases(
  path: CascadePath,
  cases: readonly CaseAtLevels[],
): { readonly cases: readonly CascadeCase[]; readonly notCovered: number } {
  const covered: CascadeCase[] = []
  let notCovered = 0
  for (const { stage, unit, reviews } of cases) {
    const atLevels = path.levels.map(({ level }) => reviews.find((review) => review.level === level))
    const first = atLevels.find((review) => review !== undefined)
    if (first === undefined) continue
    if (isCovered(path, first)) covered.push({ stage, unit, reviews: atLevels })
    else notCovered += 1
  }
  return { cases: covered, notCovered }
}

/** Cases that a level reviewed although the level of the path below it did not. */
export function countNotNested(cases: readonly CascadeCase[]): number {
  return cases.filter(({ reviews }) =>
    reviews.some((review, at) => at > 0 && review !== undefined && reviews[at - 1] === undefined),
  ).length
}

/**
 * The statistical function's view: stratum, answers and weights by level. `value` null at a level that reviewed the case
 * leaves the whole case out, which is right for reviews that lack an answer and never for "not applicable".
 */
export function unitsOf(
  path: CascadePath,
  cases: readonly CascadeCase[],
  stratumOf: (seen: CascadeCase) => string,
  value: (review: ReviewedCase, at: number, seen: CascadeCase) => number | null,
): readonly CascadeUnit[] {
  const names = path.levels.map(({ level }) => `${level}`)
  return cases.flatMap((seen) => {
    const y: Record<string, number | null> = {}
    const w: Record<string, number> = {}
    for (const [at, name] of names.entries()) {
      const review = seen.reviews[at]
      if (review === undefined) {
        w[name] = 0
        y[name] = null
        continue
      }
      const answer = value(review, at, seen)
      if (answer === null) return []
      y[name] = answer
      w[name] = review.weight
    }
    return [{ s: stratumOf(seen), y, w }]
  })
}
