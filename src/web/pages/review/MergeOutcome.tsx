import { useState } from 'react'
import { confirmMerged, type MergeRow } from '../../../contract/review/merge.ts'
import type { MergeState } from '../../../core/review/merge.ts'
import { useSend } from '../../api.ts'
import { formatDate } from '../../format/dates.ts'
import { differences as daDifferences } from '../../texts/da/differences.ts'
import { differences as enDifferences } from '../../texts/en/differences.ts'
import { merge as da } from '../../texts/da/merge.ts'
import { merge as en } from '../../texts/en/merge.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { StatusTag, type StatusKind } from '../../ui/StatusTag.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { useGiven } from './use-given.ts'

const kinds: Readonly<Record<MergeState, StatusKind>> = {
  agreed: 'done',
  open: 'attention',
  chosen: 'active',
  settled: 'done',
  'not-asked': 'neutral',
  follows: 'neutral',
}

interface MergeOutcomeProps {
  readonly review: string
  readonly row: MergeRow
  readonly mayDecide: boolean
}

/** Where a question stands, and what the person can do about it. */
export function MergeOutcome({ review, row, mayDecide }: MergeOutcomeProps) {
  const texts = useTexts({ da, en })
  const { reasons } = useTexts({ da: daDifferences, en: enDifferences })
  const language = useLanguage()
  const word = useGiven()
  const send = useSend(confirmMerged)
  const [open, setOpen] = useState(false)
  const { state, given, choice, number } = row
  const decidable = mayDecide && state !== 'not-asked' && state !== 'follows'
  const answer = given === null ? null : word(row, given)
  return (
    <>
      <StatusTag kind={kinds[state]}>{texts.states[state]}</StatusTag>
      {answer !== null && <strong className="settled">{answer}</strong>}
      {choice !== null && (
        <>
          <span className="cell-note">{reasons[choice.reason]}</span>
          {choice.note !== null && <span className="cell-note pre-line">{choice.note}</span>}
          <span className="cell-note">{texts.chosenBy(choice.by, formatDate(choice.at, language))}</span>
          {choice.confirmedBy !== null && (
            <span className="cell-note">{texts.confirmedBy(choice.confirmedBy)}</span>
          )}
        </>
      )}
      {send.isError && <Problem error={send.error} />}
      {decidable && (
        <div className="button-row tight">
          {state === 'chosen' && choice !== null && !choice.me && answer !== null && (
            <Button
              variant="secondary"
              aria-label={texts.confirmOn(number, answer)}
              busy={send.isPending}
              onClick={() =>
                send.mutate({ params: { review, question: row.question }, body: { seen: choice.id } })
              }
            >
              {texts.confirm}
            </Button>
          )}
          <Button variant="tertiary" aria-label={texts.chooseOn(number)} onClick={() => setOpen(true)}>
            {given === null ? texts.choose : texts.chooseAgain}
          </Button>
        </div>
      )}
      {open && <MergeDialog review={review} row={row} onClose={() => setOpen(false)} />}
    </>
  )
}
