import { getId, type FeedbackReplyId, type ReviewId } from '../../storage/ids.ts'

/** The id in an address whose form the contract has checked. */
export function reviewIdOf(text: string): ReviewId {
  return getId<ReviewId>(text)
}

/** As `reviewIdOf`, of a reply to feedback that is a dispute. */
export function disputeIdOf(text: string): FeedbackReplyId {
  return getId<FeedbackReplyId>(text)
}
