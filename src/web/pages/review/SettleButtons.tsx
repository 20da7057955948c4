import { useState } from 'react'
import type { DifferenceRow, Differences } from '../../../contract/review/differences.ts'
import { differences as da } from '../../texts/da/differences.ts'
import { differences as en } from '../../texts/en/differences.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { ProposalDialog } from './ProposalDialog.tsx'
import { ReplyDialog } from './ReplyDialog.tsx'
import { ThreadDialog } from './ThreadDialog.tsx'

interface SettleButtonsProps {
  readonly review: string
  readonly row: DifferenceRow
  readonly found: Differences
}

/** What the person can do about one question: propose or reply, and write to the other level. */
export function SettleButtons({ review, row, found: { side, maySettle, mayWrite } }: SettleButtonsProps) {
  const texts = useTexts({ da, en })
  const [open, setOpen] = useState<'proposal' | 'reply' | 'thread' | null>(null)
  const { state, proposal, reply, number, messages } = row
  const close = () => setOpen(null)
  const different = state !== 'same' && state !== 'beside'
  const readable = side !== 'reader' && (mayWrite || messages > 0)
  return (
    <>
      <div className="button-row tight">
        {maySettle && different && side === 'above' && (
          <Button variant="tertiary" aria-label={texts.proposeOn(number)} onClick={() => setOpen('proposal')}>
            {proposal === null ? texts.propose : texts.proposeAgain}
          </Button>
        )}
        {maySettle && side === 'below' && proposal !== null && (
          <Button variant="tertiary" aria-label={texts.replyOn(number)} onClick={() => setOpen('reply')}>
            {reply === null ? texts.reply : texts.replyAgain}
          </Button>
        )}
        {readable && (state !== 'same' || messages > 0) && (
          <Button
            variant="tertiary"
            aria-label={texts.messagesOn(number, messages)}
            onClick={() => setOpen('thread')}
          >
            {texts.messages(messages)}
          </Button>
        )}
      </div>
      {open === 'proposal' && <ProposalDialog review={review} row={row} onClose={close} />}
      {open === 'reply' && proposal !== null && (
        <ReplyDialog review={review} row={row} proposal={proposal} onClose={close} />
      )}
      {open === 'thread' && <ThreadDialog review={review} row={row} mayWrite={mayWrite} onClose={close} />}
    </>
  )
}
