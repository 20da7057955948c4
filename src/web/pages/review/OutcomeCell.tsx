import type { DifferenceRow } from '../../../contract/review/differences.ts'
import type { DifferenceState } from '../../../core/review/difference.ts'
import { formatDate } from '../../format/dates.ts'
import { differences as da } from '../../texts/da/differences.ts'
import { differences as en } from '../../texts/en/differences.ts'
import { review as daReview } from '../../texts/da/review.ts'
import { review as enReview } from '../../texts/en/review.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { StatusTag, type StatusKind } from '../../ui/StatusTag.tsx'

const kinds: Readonly<Record<Exclude<DifferenceState, 'same'>, StatusKind>> = {
  open: 'attention',
  proposed: 'active',
  agreed: 'done',
  kept: 'neutral',
}

/** What the two levels have said to a question so far. */
export function OutcomeCell({ row: { state, proposal, reply } }: { row: DifferenceRow }) {
  const texts = useTexts({ da, en })
  const { answers } = useTexts({ da: daReview, en: enReview })
  const language = useLanguage()
  if (state === 'same') return <StatusTag kind="done">{texts.same}</StatusTag>
  const when = (at: string) => formatDate(at, language)
  return (
    <>
      <StatusTag kind={kinds[state]}>{texts.states[state]}</StatusTag>
      {proposal !== null && (
        <>
          <strong className="settled">
            {(state === 'agreed' ? texts.consensusIs : texts.proposalIs)(
              answers[proposal.consensus].toLocaleLowerCase(language),
            )}
          </strong>
          <span className="cell-note">{texts.reasons[proposal.reason]}</span>
          {proposal.note !== null && <span className="cell-note pre-line">{proposal.note}</span>}
          <span className="cell-note">{texts.byWhen(proposal.by, when(proposal.at))}</span>
        </>
      )}
      {reply !== null && (
        <>
          <span className="cell-note">
            {(reply.agreed ? texts.agreedBy : texts.keptBy)(reply.by, when(reply.at))}
          </span>
          {reply.note !== null && <span className="cell-note pre-line">{reply.note}</span>}
        </>
      )}
    </>
  )
}
