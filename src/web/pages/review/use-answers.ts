import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { getSession, type SessionState } from '../../../contract/access/session.ts'
import { saveAnswer, saveReviewComment } from '../../../contract/review/answers.ts'
import { call } from '../../../contract/client.ts'
import type { Review, SavedAnswer } from '../../../contract/review/review.ts'
import { noContent } from '../../../core/review/answer-content.ts'
import { isSignedOut } from '../../api.ts'
import { useSession } from '../../session.ts'
import { AnswerQueue, type KeptAnswer } from './answer-queue.ts'

/** The comment on the whole review travels in the same queue, under a name no question has. */
export const wholeReview = ''

/**
 * Queues with unsaved changes survive a walk to another page of the client. Each belongs to one person: the next one in
 * the same seat neither sees nor sends it.
 */
const left = new Map<string, AnswerQueue>()

/** The answers of a review as the person sees them, saving themselves. */
export function useAnswers(review: Review) {
  const client = useQueryClient()
  const person = useSession()?.person.id ?? ''
  const name = `${person} ${review.id}`
  const queue = getQueue(name, () => createQueue(review))

  useEffect(() => {
    const retry = () => queue.retry()
    const warn = (event: BeforeUnloadEvent) => {
      if (queue.unsaved > 0) event.preventDefault()
    }
    window.addEventListener('online', retry)
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('online', retry)
      window.removeEventListener('beforeunload', warn)
      if (queue.unsaved === 0) left.delete(name)
    }
  }, [queue, name])

  const state = useSyncExternalStore(queue.subscribe, queue.snapshot)
  return { queue, state }

  function createQueue({ id, answers, comment }: Review): AnswerQueue {
    const params = { review: id }
    const kept = new Map<string, KeptAnswer>(answers.map((answer) => [answer.question, answer]))
    kept.set(wholeReview, wholeComment(comment))
    return new AnswerQueue({
      kept,
      wait: (milliseconds) => new Promise((resolve) => window.setTimeout(resolve, milliseconds)),
      async send(question, content, before) {
        const state = client.getQueryData<SessionState>([getSession.path, {}])
        if (state?.session?.person.id !== person) throw new Error('another person sits here now')
        try {
          if (question !== wholeReview)
            return await call(saveAnswer, {
              params: { ...params, question },
              body: {
                answer: content.answer,
                value: content.value,
                overrideReason: content.overrideReason,
                comment: content.comment,
                evidenceReference: content.evidenceReference,
                evidenceDate: content.evidenceDate,
                version: before.version,
              },
            })
          const { comment: text } = content
          await call(saveReviewComment, { params, body: { comment: text, before: before.comment } })
          return { version: 0, answeredAt: new Date().toISOString() }
        } catch (error) {
          if (isSignedOut(error)) void client.invalidateQueries({ queryKey: [getSession.path] })
          throw error
        }
      },
      readCurrent: (question, current) =>
        question === wholeReview
          ? // What stands now comes in the form of the route's reader: the comment here, the answer below.
            wholeComment((current as Pick<Review, 'comment'>).comment)
          : (current as SavedAnswer),
    })
  }
}

function getQueue(name: string, create: () => AnswerQueue): AnswerQueue {
  const known = left.get(name)
  if (known !== undefined) return known
  const queue = create()
  left.set(name, queue)
  return queue
}

function wholeComment(comment: string | null): KeptAnswer {
  return { ...noContent, comment, version: 0, answeredAt: '', answeredBy: '' }
}
