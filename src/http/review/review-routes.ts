import { declareIndependence as declareOf } from '../../app/review/declare-independence.ts'
import { getDraftKeys as draftKeysOf, type DraftSecret } from '../../app/review/draft-keys.ts'
import { getDifferences as differencesOf } from '../../app/review/get-differences.ts'
import { getReview as reviewOf } from '../../app/review/get-review.ts'
import { listMyReviews as myReviewsOf } from '../../app/review/list-my-reviews.ts'
import { listMyNotes as notesOf, saveMyNote as saveNoteOf } from '../../app/review/private-notes.ts'
import { saveAnswer as saveAnswerOf } from '../../app/review/save-answer.ts'
import { saveReviewComment as saveCommentOf } from '../../app/review/save-review-comment.ts'
import { submitReview as submitOf } from '../../app/review/submit-review.ts'
import { saveAnswer, saveReviewComment, submitReview } from '../../contract/review/answers.ts'
import { declareIndependence } from '../../contract/review/independence.ts'
import { getDraftKeys } from '../../contract/review/draft-keys.ts'
import { getDifferences } from '../../contract/review/differences.ts'
import { listMyReviews } from '../../contract/review/my-reviews.ts'
import { listMyNotes, saveMyNote } from '../../contract/review/notes.ts'
import { getReview } from '../../contract/review/review.ts'
import { reviewIdOf } from '../../app/review/review-id.ts'
import { readAnchors } from '../../app/review/read-anchors.ts'
import { giveAnchorsAgain } from '../../app/draw/give-anchors.ts'
import { getAnchors, giveAnchors } from '../../contract/review/anchors.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export const reviewRoutes = (draftSecret: DraftSecret): readonly HandledRoute[] => [
  handle(getDraftKeys, (_input, context) => draftKeysOf(context, draftSecret)),
  handle(listMyReviews, (_input, context) => myReviewsOf(context)),
  handle(getReview, ({ params }, context) => reviewOf(context, reviewIdOf(params.review))),
  handle(declareIndependence, ({ params, body }, context) =>
    declareOf(context, reviewIdOf(params.review), body),
  ),
  handle(saveAnswer, ({ params, body }, context) =>
    saveAnswerOf(context, { review: reviewIdOf(params.review), question: params.question, ...body }),
  ),
  handle(saveReviewComment, ({ params, body }, context) =>
    saveCommentOf(context, reviewIdOf(params.review), body),
  ),
  handle(listMyNotes, ({ params }, context) => notesOf(context, reviewIdOf(params.review))),
  handle(saveMyNote, ({ params, body }, context) =>
    saveNoteOf(context, { review: reviewIdOf(params.review), question: params.question, ...body }),
  ),
  handle(submitReview, ({ params, body }, context) =>
    submitOf(context, reviewIdOf(params.review), body.minutes),
  ),
  handle(getDifferences, ({ params }, context) => differencesOf(context, reviewIdOf(params.review))),
  handle(getAnchors, ({ params }, context) => readAnchors(context, params.round)),
  handle(giveAnchors, ({ params }, context) => giveAnchorsAgain(context, params.round, params.level)),
]
