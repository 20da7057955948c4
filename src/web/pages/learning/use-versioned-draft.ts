import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { CallRefused } from '../../../contract/client.ts'
import { getVisit } from '../../../contract/learning/visits.ts'
import type { Saved } from '../../ui/SaveState.tsx'

interface Kept<T> {
  readonly value: T
  readonly version: number
}

interface Versioned<T> {
  /** What the server has, as it was last read. */
  readonly stored: Kept<T>
  readonly isSame: (a: T, b: T) => boolean
  readonly put: (value: T, version: number) => Promise<{ readonly version: number }>
  /** What the person reads when the server refuses, in their words. */
  readonly reasonOf: (error: unknown) => string
}

export interface VersionedDraft<T> {
  readonly draft: T
  readonly change: (draft: T) => void
  readonly dirty: boolean
  readonly saved: Saved
  readonly failed: unknown
  /** Saves `draft`, or what is given. */
  readonly save: (value?: T) => Promise<void>
  /** What a colleague saved meanwhile; null: nobody did. */
  readonly theirs: T | null
  readonly takeTheirs: () => void
  /** Their version was seen; the next save replaces it knowingly. */
  readonly keepMine: () => void
}

/** A text that several may write: saved with the version it began from, so that nobody's words are overwritten unseen. */
export function useVersionedDraft<T>({ stored, isSame, put, reasonOf }: Versioned<T>): VersionedDraft<T> {
  const client = useQueryClient()
  const [base, setBase] = useState(stored)
  const [draft, setDraft] = useState(stored.value)
  const [saved, setSaved] = useState<Saved>({ state: 'saved' })
  const [failed, setFailed] = useState<unknown>(null)
  const sending = useRef(false)
  const dirty = !isSame(draft, base.value)
  const newer = stored.version > base.version
  if (newer && (!dirty || isSame(stored.value, draft))) {
    // Nothing of one's own is lost: what a colleague saved is simply shown.
    setBase(stored)
    setDraft(stored.value)
  }
  const theirs = newer && dirty && saved.state !== 'saving' ? stored.value : null

  useEffect(() => {
    if (!dirty) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [dirty])

  const save = async (value: T = draft) => {
    if (sending.current || !dirty || theirs !== null) return
    sending.current = true
    setSaved({ state: 'saving' })
    try {
      const { version } = await put(value, base.version)
      setBase({ value, version })
      setSaved({ state: 'saved', at: new Date().toISOString() })
      setFailed(null)
    } catch (error) {
      setFailed(error)
      const refused = error instanceof CallRefused
      setSaved(
        refused
          ? { state: 'failed', reason: reasonOf(error), kept: false }
          : { state: 'offline', waiting: 1, kept: false },
      )
      if (refused && error.details.code === 'outdated-version')
        await client.invalidateQueries({ queryKey: [getVisit.path] })
    } finally {
      sending.current = false
    }
  }
  const settle = () => {
    setBase(stored)
    setSaved({ state: 'saved' })
    setFailed(null)
  }
  return {
    draft,
    change: setDraft,
    dirty,
    saved,
    failed,
    save,
    theirs,
    takeTheirs: () => {
      settle()
      setDraft(stored.value)
    },
    keepMine: settle,
  }
}
