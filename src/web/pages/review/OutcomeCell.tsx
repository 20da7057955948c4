import type { DifferenceRow } from '../../../contract/review/differences.ts'
import type { DifferenceState } from '../../../core/review/difference.ts'
import { formatDate } from '../../format/dates.ts'
import { differences as da } from '../../texts/da/differences.ts'
import { differences as en } from '../../texts/en/differences.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { StatusTag, type StatusKind } from '../../ui/StatusTag.tsx'
import { useGiven } from './use-given.ts'

const kinds: Readonly<Record<Exclude<DifferenceState, 'same' | 'beside'>, StatusKind>> = {
  open: 'attention',
  proposed: 'active',
  agreed: 'done',
  kept: 'neutral',
}

/** What the two levels have said to a question so far. */
export function OutcomeCell({ row }: { row: DifferenceRow }) {
  const { state, proposal, reply } = row
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const word = useGiven()
  if (state === 'beside') return <span className="soft">{texts.beside}</span>
  if (state === 'same') return <StatusTag kind="done">{texts.same}</StatusTag>
  const when = (at: string) => formatDate(at, language)
  return (
    <>
      <StatusTag kind={kinds[state]}>{texts.states[state]}</StatusTag>
      {proposal !== null && (
        <>
          <strong className="settled">
            {(state === 'agreed' ? texts.consensusIs : texts.proposalIs)(
              word(row, proposal.consensus, 'inside'),
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
