import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { listMyNotes } from '../../../contract/review/notes.ts'
import { noContent } from '../../../core/review/answer-content.ts'
import { ask } from '../../api.ts'
import type { AnswerQueue, QueueState } from './answer-queue.ts'
import { noteName } from './note-name.ts'
import { asKeptText } from './send-answers.ts'

export type NoteState =
  | { readonly state: 'saved' | 'saving' }
  /** There is no connection; `kept`: it lies encrypted on this computer. */
  | { readonly state: 'offline'; readonly kept: boolean }
  | { readonly state: 'failed'; readonly reason: string }
  /** Another window of the same person has written; `text` is what stands there. */
  | { readonly state: 'elsewhere'; readonly text: string | null }

export interface MyNotes {
  /** False until they have come. */
  readonly loaded: boolean
  /** As the person last wrote it, saved or not. */
  readonly textOf: (question: string) => string | null
  readonly stateOf: (question: string) => NoteState | undefined
  readonly save: (question: string, text: string | null) => void
  /** Lets what the other window wrote stand. */
  readonly takeOther: (question: string) => void
}

/**
 * The person's own private notes on a review. They travel in the queue of answers, so that they too are kept encrypted on
 * this computer until the server has them.
 */
export function useMyNotes(review: string, queue: AnswerQueue, shown: QueueState): MyNotes {
  const query = useQuery({
    ...ask(listMyNotes, { params: { review } }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  const written = useRef<ReadonlySet<string>>(new Set())
  const stored = (question: string) =>
    query.data?.notes.find((note) => note.question === question)?.text ?? null
  return {
    loaded: query.isSuccess,
    textOf: (question) => {
      const given = shown.answers.get(noteName(question))
      return given === undefined ? stored(question) : given.comment
    },
    stateOf(question) {
      const name = noteName(question)
      const conflict = shown.conflicts.get(name)
      if (conflict !== undefined) return { state: 'elsewhere', text: conflict.theirs.comment }
      if (!queue.isWaiting(name)) return written.current.has(question) ? { state: 'saved' } : undefined
      const { saved } = shown
      switch (saved.state) {
        case 'offline':
          return { state: 'offline', kept: saved.kept }
        case 'failed':
          return { state: 'failed', reason: saved.reason }
        case 'saved':
        case 'saving':
          return { state: 'saving' }
      }
      return saved satisfies never
    },
    save(question, text) {
      const name = noteName(question)
      written.current = new Set(written.current).add(question)
      // Who writes on after another window has written wants this one to stand.
      if (shown.conflicts.has(name)) queue.settle(name, 'mine')
      queue.know(name, asKeptText(stored(question)))
      queue.change(name, { ...noContent, comment: text })
    },
    takeOther: (question) => queue.settle(noteName(question), 'theirs'),
  }
}
