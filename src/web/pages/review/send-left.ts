import type { QueryClient } from '@tanstack/react-query'
import type { AnswerContent } from '../../../core/review/answer-content.ts'
import type { Drafts, LeftDrafts } from '../../drafts/drafts.ts'
import { AnswerQueue, type KeptAnswer } from './answer-queue.ts'
import { sendAnswers } from './send-answers.ts'

/** What became of what an earlier window left. */
export type LeftOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly reason: string }

export interface LeftEntry {
  readonly left: LeftDrafts
  /** Undefined: being sent. */
  readonly outcome: LeftOutcome | undefined
}

/** Sends once what an earlier window left of one review; what cannot be sent stays where it is. */
export async function sendLeft(
  client: QueryClient,
  drafts: Drafts,
  left: LeftDrafts,
  isOwner: () => boolean,
): Promise<LeftOutcome> {
  const keeper = drafts.keeper(left)
  const queue = new AnswerQueue({
    ...sendAnswers(client, left.review, isOwner),
    kept: new Map(left.drafts.map(({ question, base }) => [question, asKept(base)])),
    keep: (unsent) => keeper.keep(unsent),
    wait: () => new Promise<void>(() => undefined),
  })
  const outcome = settled(queue)
  queue.restore(left.drafts)
  const found = await outcome
  queue.stop()
  await queue.draftsSettled()
  keeper.end()
  return found
}

function settled(queue: AnswerQueue): Promise<LeftOutcome> {
  return new Promise((resolve) => {
    const look = () => {
      const { saved, conflicts } = queue.snapshot()
      if (saved.state === 'offline') resolve({ kind: 'offline' })
      else if (queue.unsaved === 0) resolve({ kind: 'sent' })
      else if (saved.state === 'failed' && conflicts.size === queue.unsaved) resolve({ kind: 'conflict' })
      else if (saved.state === 'failed' && conflicts.size === 0)
        resolve({ kind: 'refused', reason: saved.reason })
    }
    queue.subscribe(look)
    // What is the same as what it grew from needs no sending.
    queueMicrotask(look)
  })
}

function asKept(base: AnswerContent & { readonly version: number }): KeptAnswer {
  return { ...base, answeredAt: '', answeredBy: '' }
}
