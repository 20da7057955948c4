import type { CriticalEntry } from '../../../contract/review/critical-case.ts'
import { formatDateTime } from '../../format/dates.ts'
import { critical as da } from '../../texts/da/critical.ts'
import { critical as en } from '../../texts/en/critical.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'

/** What was done, by whom and when, the newest first. */
export function CriticalTimeline({ entries }: { entries: readonly CriticalEntry[] }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const who = ({ own, by, kind }: CriticalEntry) => {
    const name = own ? texts.me : by
    if (name === null) return null
    return kind === 'told' ? name : texts.by(name)
  }
  return (
    <section aria-labelledby="critical-timeline">
      <h2 id="critical-timeline">{texts.timeline}</h2>
      <ol className="critical-timeline" reversed>
        {entries.toReversed().map((entry, index) => (
          // Append-only: an entry never changes its place from the start.
          <li key={entries.length - index} className={entry.kind === 'escalated' ? 'overdue' : undefined}>
            <p>
              <strong>{texts.kinds[entry.kind]}</strong>
              {entry.step === null ? <> {who(entry)}</> : `: ${texts.steps[entry.step]}`}
            </p>
            <p className="soft small">{formatDateTime(entry.at, language)}</p>
            {entry.text !== null && <p className="pre-line">{entry.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
