import { reopenReview as reopen, returnReview as sendBack } from '../../app/review/correct-review.ts'
import { writeOffReview as writeOff } from '../../app/review/correct-review.ts'
import { getAllLevels as allLevelsOf } from '../../app/review/get-all-levels.ts'
import { getCorrections as correctionsOf } from '../../app/review/get-corrections.ts'
import { getReviewHistory as historyOf } from '../../app/review/get-history.ts'
import { listUnfinishedReviews as unfinishedOf } from '../../app/review/list-unfinished.ts'
import { reviewIdOf } from '../../app/review/review-id.ts'
import { proposeConsensus as propose, replyToProposal as reply } from '../../app/review/settle-difference.ts'
import { getThread as threadOf, writeMessage as write } from '../../app/review/thread.ts'
import { getAllLevels } from '../../contract/review/all-levels.ts'
import {
  getCorrections,
  listUnfinishedReviews,
  reopenReview,
  returnReview,
  writeOffReview,
} from '../../contract/review/corrections.ts'
import {
  getThread,
  proposeConsensus,
  replyToProposal,
  writeMessage,
} from '../../contract/review/discussion.ts'
import { getReviewHistory } from '../../contract/review/history.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

function questionOf({ review, question }: { readonly review: string; readonly question: string }) {
  return { review: reviewIdOf(review), question }
}

/** What follows a submission: comparing, talking, correcting, writing off. */
export const afterSubmissionRoutes: readonly HandledRoute[] = [
  handle(getReviewHistory, ({ params }, context) => historyOf(context, reviewIdOf(params.review))),
  handle(getCorrections, ({ params }, context) => correctionsOf(context, reviewIdOf(params.review))),
  handle(getAllLevels, ({ params }, context) => allLevelsOf(context, reviewIdOf(params.review))),
  handle(proposeConsensus, ({ params, body }, context) => propose(context, questionOf(params), body)),
  handle(replyToProposal, ({ params, body }, context) => reply(context, questionOf(params), body)),
  handle(getThread, ({ params }, context) => threadOf(context, questionOf(params))),
  handle(writeMessage, ({ params, body }, context) => write(context, questionOf(params), body.text)),
  handle(returnReview, ({ params, body }, context) =>
    sendBack(context, reviewIdOf(params.review), body.reason),
  ),
  handle(reopenReview, ({ params, body }, context) =>
    reopen(context, reviewIdOf(params.review), body.reason),
  ),
  handle(writeOffReview, ({ params, body }, context) => writeOff(context, reviewIdOf(params.review), body)),
  handle(listUnfinishedReviews, ({ params }, context) => unfinishedOf(context, params.round)),
]
