import { compositeOf } from './composites.ts'
import type { CaseAtLevels } from './levels.ts'
import type { QuestionIndex } from './question-index.ts'
import type { ReviewedCase } from './reviewed-case.ts'

/** Squared correlation of two levels' composites on the cases that both saw; null under three, or without any spread. */
export function correlationWith(
  cases: readonly CaseAtLevels[],
  pair: readonly [number, number],
  index: QuestionIndex,
): { readonly r2: number | null; readonly pairs: number } {
  const pairs = cases.flatMap(({ reviews }) => {
    const [own, upper] = pair.map((number) => {
      const review = reviews.find((one) => one.level === number)
      return review === undefined ? undefined : valueOf(review, index)
    })
    return own === undefined || upper === undefined ? [] : [[own, upper] as const]
  })
  if (pairs.length < 3) return { r2: null, pairs: pairs.length }
  const [own, upper] = [pairs.map(([value]) => value), pairs.map(([, value]) => value)]
  const [a, b] = [covariance(own, own), covariance(upper, upper)]
  if (a < 1e-12 || b < 1e-12) return { r2: null, pairs: pairs.length }
  return { r2: Math.min(1, covariance(own, upper) ** 2 / (a * b)), pairs: pairs.length }
}

/** Standard deviation of a level's composites where every case counts alike; null with fewer than two. */
export function unweightedSpread(
  reviews: readonly ReviewedCase[],
  level: number,
  index: QuestionIndex,
): number | null {
  const values = reviews.flatMap((review) => {
    const value = review.level === level ? valueOf(review, index) : undefined
    return value === undefined ? [] : [value]
  })
  return values.length < 2 ? null : Math.sqrt(covariance(values, values))
}

function valueOf(review: ReviewedCase, index: QuestionIndex): number | undefined {
  const { compliant, applicable } = compositeOf(review, index)
  return applicable === 0 ? undefined : compliant / applicable
}

function covariance(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)]
  return a.reduce((sum, value, at) => sum + (value - meanA) * ((b[at] ?? 0) - meanB), 0) / (a.length - 1)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
