import type { QueryClient } from '@tanstack/react-query'
import { getSession } from '../../../contract/access/session.ts'
import { call } from '../../../contract/client.ts'
import { saveAnswer, saveReviewComment } from '../../../contract/review/answers.ts'
import { saveMyNote } from '../../../contract/review/notes.ts'
import type { Review, SavedAnswer } from '../../../contract/review/review.ts'
import { contentOnly, noContent } from '../../../core/review/answer-content.ts'
import { isSignedOut } from '../../api.ts'
import type { KeptAnswer, QueueParts } from './answer-queue.ts'
import { findNoted } from './note-name.ts'

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
        const noted = findNoted(question)
        if (noted !== undefined) {
          const body = { text: content.comment, before: before.comment }
          await call(saveMyNote, { params: { ...params, question: noted }, body })
          return { version: 0 }
        }
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
    // What stands now comes in the form of the route's reader: a note that was erased not at all.
    readCurrent(question, current) {
      if (findNoted(question) !== undefined)
        return asKeptText((current as { readonly text: string | null } | undefined)?.text ?? null)
      return question === wholeReview
        ? asKeptText((current as Pick<Review, 'comment'>).comment)
        : (current as SavedAnswer)
    },
  }
}

/** A text that stands by itself, as the queue keeps it. */
export function asKeptText(comment: string | null): KeptAnswer {
  return { ...noContent, comment, version: 0, answeredAt: '', answeredBy: '' }
}
