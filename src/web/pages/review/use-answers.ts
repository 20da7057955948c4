import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { getSession, type SessionState } from '../../../contract/access/session.ts'
import type { Review } from '../../../contract/review/review.ts'
import { draftsOf, onWiped, ownerOf, type Drafts, type LeftDrafts } from '../../drafts/drafts.ts'
import { useSession } from '../../session.ts'
import { AnswerQueue, type KeptAnswer } from './answer-queue.ts'
import { asKeptText, sendAnswers, wholeReview } from './send-answers.ts'

/**
 * Queues with unsaved changes survive a walk to another page of the client. Each belongs to one person: the next one in
 * the same seat neither sees nor sends it.
 */
const left = new Map<string, AnswerQueue>()

onWiped(() => {
  for (const queue of left.values()) queue.stop()
  left.clear()
})

/** Sends what was left behind on a walk through the client, if that is possible by now. */
export function retryLeft(owner: string): void {
  for (const [name, queue] of left) if (name.startsWith(`${owner} `)) queue.retry()
}

/**
 * The answers of a review as the person sees them, saving themselves; undefined until the drafts that an earlier window
 * left on this computer are read.
 */
export function useQueue(review: Review): AnswerQueue | undefined {
  const client = useQueryClient()
  const session = useSession()
  const owner = session === null ? '' : ownerOf(session)
  const name = `${owner} ${review.id}`
  const [opened, setOpened] = useState<{ readonly name: string; readonly queue: AnswerQueue }>()
  useEffect(() => {
    let gone = false
    const open = async () => {
      const queue = await openQueue(client, owner, review)
      if (!gone) setOpened({ name, queue })
    }
    void open()
    return () => void (gone = true)
    // oxlint-disable-next-line react/exhaustive-deps -- a review loaded again must not replace what is being written
  }, [name])
  return opened?.name === name ? opened.queue : undefined
}

export function useAnswers(queue: AnswerQueue) {
  useEffect(() => {
    const retry = () => queue.retry()
    const warn = (event: BeforeUnloadEvent) => {
      if (queue.unsaved > 0) event.preventDefault()
    }
    retry()
    window.addEventListener('online', retry)
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('online', retry)
      window.removeEventListener('beforeunload', warn)
      for (const [name, each] of left) if (each === queue && queue.unsaved === 0) left.delete(name)
    }
  }, [queue])
  return useSyncExternalStore(queue.subscribe, queue.snapshot)
}

async function openQueue(client: QueryClient, owner: string, review: Review): Promise<AnswerQueue> {
  const name = `${owner} ${review.id}`
  const known = left.get(name)
  if (known !== undefined) return known
  const drafts = draftsOf(owner)
  void drafts.prepare()
  // Without them the form works all the same; they stay where they are.
  const restored = await drafts.listLeft(review.id).catch(() => [])
  const second = left.get(name)
  if (second !== undefined) return second
  const queue = createQueue(client, owner, review, restored)
  left.set(name, queue)
  return queue
}

function createQueue(
  client: QueryClient,
  owner: string,
  { id, answers, comment, caseFacts, questions }: Review,
  restored: readonly LeftDrafts[],
): AnswerQueue {
  const drafts = draftsOf(owner)
  // What several windows left is gathered in the record of the first.
  const [first, ...others] = restored
  const asked = Object.fromEntries(questions.map(({ key, number, text }) => [key, { number, text }]))
  const keeper = drafts.keeper({
    review: id,
    caseId: caseFacts.caseId,
    asked,
    ...(first && { id: first.id }),
  })
  const kept = new Map<string, KeptAnswer>(answers.map((answer) => [answer.question, answer]))
  kept.set(wholeReview, asKeptText(comment))
  const queue = new AnswerQueue({
    ...sendAnswers(client, id, () => isOwner(client, owner)),
    kept,
    keep: (unsent) => keeper.keep(unsent),
    wait: (milliseconds) => new Promise((resolve) => window.setTimeout(resolve, milliseconds)),
  })
  if (restored.length > 0) {
    queue.restore(restored.flatMap((each) => each.drafts))
    void gather(queue, drafts, others)
  }
  return queue
}

async function gather(queue: AnswerQueue, drafts: Drafts, others: readonly LeftDrafts[]): Promise<void> {
  if (await queue.draftsSettled()) await Promise.all(others.map(({ id }) => drafts.remove(id)))
}

function isOwner(client: QueryClient, owner: string): boolean {
  const session = client.getQueryData<SessionState>([getSession.path, {}])?.session
  return session !== undefined && session !== null && ownerOf(session) === owner
}
