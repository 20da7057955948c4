import type { FindingEntry } from '../../../contract/finding/finding.ts'
import type { FindingEntryKind } from '../../../core/finding/finding-act.ts'
import { formatDate, formatDateTime } from '../../format/dates.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'

const late: readonly FindingEntryKind[] = ['told-overdue', 'told-overdue-director']

/** From answer to verification, the newest first. */
export function FindingThread({
  entries,
  inWords,
}: {
  entries: readonly FindingEntry[]
  /** It was added in a reviewer's words, which no answer stands behind. */
  inWords: boolean
}) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const words = inWords ? { ...texts.kinds, ...texts.kindsInWords } : texts.kinds
  const who = ({ own, by, level }: FindingEntry) =>
    own ? texts.mine : by !== null ? texts.by(by) : level !== null ? texts.level(level) : ''
  return (
    <section aria-labelledby="finding-thread">
      <h2 id="finding-thread">{texts.threadHeading}</h2>
      <ol className="finding-thread" reversed>
        {entries.toReversed().map((entry, index) => (
          // Append-only: an entry never changes its place from the start.
          <li key={entries.length - index} className={late.includes(entry.kind) ? 'overdue' : undefined}>
            <p>
              <strong>{words[entry.kind]}</strong> {who(entry)}
            </p>
            <p className="soft small">{formatDateTime(entry.at, language)}</p>
            <Recorded entry={entry} />
            {entry.text !== null && <p className="pre-line">{entry.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What was put on record besides words. */
function Recorded({ entry }: { entry: FindingEntry }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { kind, measures, responsible, due, on, journalisedOn, response, ground, severity } = entry
  const day = (iso: string) => formatDate(iso, language)
  const lines = [
    measures !== null && responsible !== null && due !== null
      ? texts.planned(measures.map((one) => texts.measures[one]).join(', '), responsible, day(due))
      : null,
    kind === 'put-off' && due !== null ? texts.newDue(day(due)) : null,
    on === null ? null : `${texts.onDay(day(on))}.`,
    journalisedOn === null ? null : `${texts.journalisedOn(day(journalisedOn))}.`,
    response === null ? null : `${texts.responses[response]}.`,
    ground === null ? null : `${texts.grounds[ground]}.`,
    severity === null ? null : `${texts.severities[severity]}.`,
  ].filter((line) => line !== null)
  return lines.length === 0 ? null : <p>{lines.join(' ')}</p>
}
