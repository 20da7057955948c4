import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { listMyReviews } from '../../../contract/review/my-reviews.ts'
import { draftsOf, ownerOf } from '../../drafts/drafts.ts'
import { useSession } from '../../session.ts'
import { drafts as da } from '../../texts/da/drafts.ts'
import { drafts as en } from '../../texts/en/drafts.ts'
import { useTexts } from '../../texts/language.tsx'
import { LeftReview } from './LeftReview.tsx'
import { sendLeft, type LeftEntry } from './send-left.ts'
import { retryLeft } from './use-answers.ts'

/**
 * Sends what an earlier window left on this computer, of all reviews or one, and tells what became of it; nothing there,
 * nothing shown.
 */
export function UnsentAnswers({ review }: { review?: string }) {
  const texts = useTexts({ da, en })
  const { entries, unreadable, discard } = useLeft(review)
  if (entries.length === 0 && !unreadable) return null
  return (
    <section className="note" aria-labelledby="unsent-heading">
      <h2 id="unsent-heading">{texts.heading}</h2>
      {unreadable && <p>{texts.unreadable}</p>}
      {entries.map((entry) => (
        <LeftReview
          key={entry.left.id}
          entry={entry}
          here={review !== undefined}
          onDiscard={() => void discard(entry.left.id)}
        />
      ))}
    </section>
  )
}

function useLeft(review: string | undefined) {
  const client = useQueryClient()
  const session = useSession()
  const owner = session === null ? undefined : ownerOf(session)
  const [entries, setEntries] = useState<readonly LeftEntry[]>([])
  const [unreadable, setUnreadable] = useState(false)
  useEffect(() => {
    if (owner === undefined) return undefined
    let here = true
    const send = async () => {
      retryLeft(owner)
      const drafts = draftsOf(owner)
      const all = await drafts.listLeft(review)
      const shown = new Map<string, LeftEntry>(all.map((left) => [left.id, { left, outcome: undefined }]))
      if (here) setEntries([...shown.values()])
      for (const left of all) {
        if (!here) return
        const outcome = await sendLeft(client, drafts, left, () => here)
        shown.set(left.id, { left, outcome })
        if (here) setEntries([...shown.values()])
      }
      if (all.length > 0) await client.invalidateQueries({ queryKey: [listMyReviews.path] })
    }
    send().catch(() => {
      if (here) setUnreadable(true)
    })
    return () => void (here = false)
  }, [owner, client, review])
  const discard = async (id: string) => {
    if (owner !== undefined) await draftsOf(owner).remove(id)
    setEntries((before) => before.filter(({ left }) => left.id !== id))
  }
  return { entries, unreadable, discard }
}
