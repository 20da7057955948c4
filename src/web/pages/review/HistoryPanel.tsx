import { useQuery } from '@tanstack/react-query'
import { getReviewHistory, type HistoryEntry } from '../../../contract/review/history.ts'
import { ask } from '../../api.ts'
import { formatDateTime } from '../../format/dates.ts'
import { corrections as da } from '../../texts/da/corrections.ts'
import { corrections as en } from '../../texts/en/corrections.ts'
import { review as daReview } from '../../texts/da/review.ts'
import { review as enReview } from '../../texts/en/review.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'

/** Every submission of a review, what changed from one to the next, and why it came back between them. */
export function HistoryPanel({ review }: { review: string }) {
  const query = useQuery(ask(getReviewHistory, { params: { review } }))
  return (
    <Answer query={query}>
      {({ entries }) => (
        <ol className="history">
          {entries.map((entry) => (
            <Entry key={`${entry.at} ${entry.kind}`} entry={entry} />
          ))}
        </ol>
      )}
    </Answer>
  )
}

function Entry({ entry: { kind, at, by, reason, submission } }: { entry: HistoryEntry }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  return (
    <li>
      <strong>{texts.kinds[kind]}</strong>
      {submission !== null && <> ({texts.version(submission.number)})</>}
      <span className="cell-note">
        {texts.byWhen(by, formatDateTime(at, language))}
        {submission?.minutes != null && <>, {texts.minutes(submission.minutes)}</>}
      </span>
      {submission?.influenced === true && <span className="cell-note">{texts.influenced}</span>}
      {reason !== null && <blockquote className="pre-line">{reason}</blockquote>}
      {submission !== null && submission.number > 1 && <Changes submission={submission} />}
    </li>
  )
}

function Changes({ submission }: { submission: NonNullable<HistoryEntry['submission']> }) {
  const texts = useTexts({ da, en })
  const { answers } = useTexts({ da: daReview, en: enReview })
  const word = (answer: 'yes' | 'no' | 'na' | null) =>
    answer === null ? texts.unanswered : answers[answer].toLowerCase()
  const { changes } = submission
  const changed = changes.filter(({ before, after }) => before !== after)
  return (
    <>
      <span className="cell-note">
        {changed.length === 0 ? texts.noChanges : texts.changes(changed.length)}
      </span>
      {changes.length > 0 && (
        <ul className="small">
          {changes.map(({ question, number, before, after }) => (
            <li key={question}>
              {before === after
                ? texts.notesChanged(number)
                : texts.changed(number, word(before), word(after))}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
