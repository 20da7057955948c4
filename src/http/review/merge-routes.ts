import {
  chooseMerged as choose,
  confirmMerged as confirm,
  getMerge as mergeOf,
  submitMerged as submit,
} from '../../app/review/merge-review.ts'
import { reviewIdOf } from '../../app/review/review-id.ts'
import { chooseMerged, confirmMerged, getMerge, submitMerged } from '../../contract/review/merge.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

function questionOf({ review, question }: { readonly review: string; readonly question: string }) {
  return { review: reviewIdOf(review), question }
}

/** The merging of two forms that were filled in apart. */
export const mergeRoutes: readonly HandledRoute[] = [
  handle(getMerge, ({ params }, context) => mergeOf(context, reviewIdOf(params.review))),
  handle(chooseMerged, ({ params, body }, context) => choose(context, questionOf(params), body)),
  handle(confirmMerged, ({ params, body }, context) => confirm(context, questionOf(params), body.seen)),
  handle(submitMerged, ({ params }, context) => submit(context, reviewIdOf(params.review))),
]
