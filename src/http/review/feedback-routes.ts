import * as disputes from '../../app/review/disputes.ts'
import { getFeedback as feedbackOf, listFeedback as feedbackFor } from '../../app/review/feedback.ts'
import { acceptFeedback as accept, replyToPoint as reply } from '../../app/review/reply-to-feedback.ts'
import { disputeIdOf, reviewIdOf } from '../../app/review/review-id.ts'
import { answerDispute, listCorrectionRequests, listDisputes } from '../../contract/review/disputes.ts'
import {
  acceptFeedback,
  countFeedback,
  getFeedback,
  listFeedback,
  replyToPoint,
} from '../../contract/review/feedback.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

/** What caseworkers are told of the reviews of their cases, and what they answer. */
export const feedbackRoutes: readonly HandledRoute[] = [
  handle(listFeedback, (_, context) => feedbackFor(context)),
  handle(countFeedback, (_, context) => disputes.countFeedback(context)),
  handle(getFeedback, ({ params }, context) => feedbackOf(context, reviewIdOf(params.review))),
  handle(acceptFeedback, ({ params }, context) => accept(context, reviewIdOf(params.review))),
  handle(replyToPoint, ({ params, body }, context) =>
    reply(context, { review: reviewIdOf(params.review), question: params.question }, body),
  ),
  handle(listDisputes, (_, context) => disputes.listDisputes(context)),
  handle(listCorrectionRequests, (_, context) => disputes.listCorrectionRequests(context)),
  handle(answerDispute, ({ params, body }, context) =>
    disputes.answerDispute(context, disputeIdOf(params.dispute), body),
  ),
]
