import { useQuery } from '@tanstack/react-query'
import { getCorrections } from '../../../contract/review/corrections.ts'
import { ask } from '../../api.ts'
import { formatDateTime } from '../../format/dates.ts'
import { corrections as da } from '../../texts/da/corrections.ts'
import { corrections as en } from '../../texts/en/corrections.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { HistoryPanel } from './HistoryPanel.tsx'
import { LazyDisclosure } from './LazyDisclosure.tsx'

/** Above a form that was submitted once: who sent it back and why, and what its correction counts for. */
export function ReturnedNote({ review }: { review: string }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { data } = useQuery(ask(getCorrections, { params: { review } }))
  if (data === undefined || data.returned === null) return null
  const { by, at, reason, own } = data.returned
  const when = formatDateTime(at, language)
  return (
    <section className="note" aria-labelledby="returned">
      <h2 id="returned">{own ? texts.undoneTitle(when) : texts.returnedTitle(by, when)}</h2>
      {reason !== null && <blockquote className="pre-line">{reason}</blockquote>}
      <p>{texts.returnedBody}</p>
      {data.influenced && <p>{texts.influencedNote}</p>}
      <LazyDisclosure summary={texts.historyTitle}>
        <HistoryPanel review={review} />
      </LazyDisclosure>
    </section>
  )
}
