import { useQuery } from '@tanstack/react-query'
import { getReviewHistory, type HistoryEntry } from '../../../contract/review/history.ts'
import { ask } from '../../api.ts'
import { formatDateTime } from '../../format/dates.ts'
import { corrections as da } from '../../texts/da/corrections.ts'
import { corrections as en } from '../../texts/en/corrections.ts'
import { reviewForm as daForm } from '../../texts/da/review-form.ts'
import { reviewForm as enForm } from '../../texts/en/review-form.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { useAnswerWords } from './answer-words.ts'

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
  const { changes } = submission
  const changed = changes.filter(({ answer }) => answer)
  return (
    <>
      <span className="cell-note">
        {changed.length === 0 ? texts.noChanges : texts.changes(changed.length)}
      </span>
      {changes.length > 0 && (
        <ul className="small">
          {changes.map((change) => (
            <li key={change.question} className="pre-line">
              <ChangedAnswer change={change} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type Change = NonNullable<HistoryEntry['submission']>['changes'][number]

/** What was said before and what is said now; of an override also the rule's own grade and the reason. */
function ChangedAnswer({ change }: { change: Change }) {
  const texts = useTexts({ da, en })
  const form = useTexts({ da: daForm, en: enForm })
  const words = useAnswerWords()
  const { number, before, after, answer, answerType } = change
  const said = (given: Change['before']) => {
    const word = given && words(change, given)
    if (word === null) return texts.unanswered
    return answerType === 'yes-no' ? word.toLowerCase() : word
  }
  const ruled = after && words(change, { ...after, value: null })
  return (
    <>
      {answer ? texts.changed(number, said(before), said(after)) : texts.notesChanged(number)}
      {after !== null && after.overrideReason !== null && (
        <span className="cell-note">
          {form.overridden}. {ruled !== null && form.derivedRule(ruled)} {form.because(after.overrideReason)}
        </span>
      )}
    </>
  )
}
