import type { Programme } from '../programme/programme.ts'
import type { ReviewedCase } from './reviewed-case.ts'

/** A round's reviews without its anchors, and those of the anchors, which tell about the reviewers alone. */
export interface SplitReviews {
  readonly drawn: readonly ReviewedCase[]
  readonly anchors: readonly ReviewedCase[]
}

export function splitAnchors({ anchors = [] }: Programme, reviews: readonly ReviewedCase[]): SplitReviews {
  const keys = new Set(anchors.map(({ caseId, stage }) => `${stage}\t${caseId}`))
  const isAnchor = ({ caseId, stage }: ReviewedCase): boolean => keys.has(`${stage}\t${caseId}`)
  return keys.size === 0
    ? { drawn: reviews, anchors: [] }
    : { drawn: reviews.filter((one) => !isAnchor(one)), anchors: reviews.filter(isAnchor) }
}
