import type { QueryClient } from '@tanstack/react-query'
import { getSession } from '../../../contract/access/session.ts'
import { call } from '../../../contract/client.ts'
import { saveAnswer, saveReviewComment } from '../../../contract/review/answers.ts'
import type { Review, SavedAnswer } from '../../../contract/review/review.ts'
import { contentOnly, noContent } from '../../../core/review/answer-content.ts'
import { isSignedOut } from '../../api.ts'
import type { QueueParts } from './answer-queue.ts'

/** The comment on the whole review travels in the same queue, under a name no question has. */
export const wholeReview = ''

/** How a review's answers reach the server. `isOwner`: whether whoever wrote them still sits here. */
export function sendAnswers(
  client: QueryClient,
  review: string,
  isOwner: () => boolean,
): Pick<QueueParts, 'send' | 'readCurrent'> {
  const params = { review }
  return {
    async send(question, content, before) {
      if (!isOwner()) throw new Error('another person sits here now')
      try {
        if (question !== wholeReview)
          return await call(saveAnswer, {
            params: { ...params, question },
            body: { ...contentOnly(content), version: before.version },
          })
        await call(saveReviewComment, {
          params,
          body: { comment: content.comment, before: before.comment },
        })
        return { version: 0 }
      } catch (error) {
        if (isSignedOut(error)) void client.invalidateQueries({ queryKey: [getSession.path] })
        throw error
      }
    },
    readCurrent: (question, current) =>
      question === wholeReview
        ? // What stands now comes in the form of the route's reader: the comment here, the answer below.
          {
            ...noContent,
            comment: (current as Pick<Review, 'comment'>).comment,
            version: 0,
            answeredAt: '',
            answeredBy: '',
          }
        : (current as SavedAnswer),
  }
}
