import type { DisputeRow } from '../../../contract/review/disputes.ts'
import type { DisputeOutcome } from '../../../core/review/feedback.ts'
import { formatDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { disputes as da } from '../../texts/da/disputes.ts'
import { disputes as en } from '../../texts/en/disputes.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { OutcomeForm } from './OutcomeForm.tsx'

interface DisputeCardProps {
  readonly dispute: DisputeRow
  /** Absent: there is nothing to answer here. */
  readonly onAnswered?: (outcome: DisputeOutcome) => void
}

/** One dispute: what the review says, what the caseworker says, and how it ended or ends. */
export function DisputeCard({ dispute, onAnswered }: DisputeCardProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const language = useLanguage()
  const { outcome, closedToMe, review, roundClosed } = dispute
  return (
    <article className="feedback-point">
      <p className="soft small">
        {texts.where(dispute.caseId, local(dispute.stage), dispute.unit)}
        {outcome === null && (
          <>
            {' · '}
            {dispute.overdue ? (
              <StatusTag kind="danger">{texts.overdueSince(formatDate(dispute.dueOn, language))}</StatusTag>
            ) : (
              texts.dueOn(formatDate(dispute.dueOn, language))
            )}
          </>
        )}
      </p>
      <h3>
        <span className="numeric soft">{dispute.number}</span> {local(dispute.text)}
      </h3>
      <p className="soft small">{dispute.law?.reference}</p>
      <h4>{texts.review}</h4>
      {dispute.comment === null ? (
        <p className="soft">{texts.noComment}</p>
      ) : (
        <blockquote className="reading-width">{dispute.comment}</blockquote>
      )}
      <h4>{texts.by(dispute.by, formatDate(dispute.at, language))}</h4>
      <blockquote className="reading-width">{dispute.words}</blockquote>
      {outcome !== null && (
        <>
          <h4>
            <StatusTag kind={outcome.outcome === 'upheld' ? 'done' : 'attention'}>
              {texts.outcomes[outcome.outcome]}
            </StatusTag>{' '}
            <span className="soft small">{formatDate(outcome.at, language)}</span>
          </h4>
          <blockquote className="reading-width">{outcome.words}</blockquote>
          {outcome.outcome === 'changed' && roundClosed && <p className="soft">{texts.roundClosed}</p>}
          {outcome.outcome === 'changed' && review !== null && (
            <p>
              <Link to={paths.review(review)}>{texts.toReview(dispute.caseId)}</Link>
            </p>
          )}
        </>
      )}
      {outcome === null && closedToMe !== null && <p className="soft">{texts.closedToMe[closedToMe]}</p>}
      {outcome === null && closedToMe === null && onAnswered !== undefined && (
        <OutcomeForm dispute={dispute} onAnswered={onAnswered} />
      )}
    </article>
  )
}
