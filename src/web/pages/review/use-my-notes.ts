import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call, CallRefused } from '../../../contract/client.ts'
import { listMyNotes, saveMyNote } from '../../../contract/review/notes.ts'
import { ask } from '../../api.ts'

export type NoteState =
  | { readonly state: 'saved' | 'saving' }
  | { readonly state: 'failed'; readonly reason: string | null }
  /** Another window of the same person has written; `text` is what stands there. */
  | { readonly state: 'elsewhere'; readonly text: string | null }

export interface MyNotes {
  /** False until they have come. */
  readonly loaded: boolean
  /** As the person last wrote it, saved or not. */
  readonly textOf: (question: string) => string | null
  readonly stateOf: (question: string) => NoteState | undefined
  readonly save: (question: string, text: string | null) => void
}

/** The person's own private notes on a review. They go past the queue of answers: nobody else shares or waits for them. */
export function useMyNotes(review: string): MyNotes {
  const query = useQuery({
    ...ask(listMyNotes, { params: { review } }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  const written = useRef<Map<string, string | null>>(new Map())
  const kept = useRef<Map<string, string | null>>(new Map())
  const turn = useRef(Promise.resolve())
  const [states, setStates] = useState<ReadonlyMap<string, NoteState>>(new Map())
  const stored = (question: string) =>
    query.data?.notes.find((note) => note.question === question)?.text ?? null

  const send = async (question: string, text: string | null) => {
    const show = (state: NoteState) => setStates((before) => new Map(before).set(question, state))
    const before = kept.current.has(question) ? (kept.current.get(question) ?? null) : stored(question)
    show({ state: 'saving' })
    try {
      await call(saveMyNote, { params: { review, question }, body: { text, before } })
      kept.current.set(question, text)
      show({ state: 'saved' })
    } catch (error) {
      if (error instanceof CallRefused && error.details.code === 'outdated-version') {
        // What stands now comes in the form of this route: the text, or nothing when it was erased.
        const theirs = (error.details.current as { text: string | null } | undefined)?.text ?? null
        kept.current.set(question, theirs)
        show({ state: 'elsewhere', text: theirs })
      } else show({ state: 'failed', reason: error instanceof CallRefused ? error.message : null })
    }
  }
  return {
    loaded: query.isSuccess,
    textOf: (question) =>
      written.current.has(question) ? (written.current.get(question) ?? null) : stored(question),
    stateOf: (question) => states.get(question),
    // One after the other, so that each knows what the one before has kept.
    save(question, text) {
      written.current.set(question, text)
      turn.current = turn.current.then(() => send(question, text))
    },
  }
}
