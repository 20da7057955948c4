import { useState, type SubmitEvent } from 'react'
import type { DifferenceRow, Proposal } from '../../../contract/review/differences.ts'
import { replyToProposal } from '../../../contract/review/discussion.ts'
import { useSend } from '../../api.ts'
import { differences as da } from '../../texts/da/differences.ts'
import { differences as en } from '../../texts/en/differences.ts'
import { useTexts } from '../../texts/language.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Choices } from './Choices.tsx'
import { NoteField } from './NoteField.tsx'
import { useGiven } from './use-given.ts'

interface ReplyDialogProps {
  readonly review: string
  readonly row: DifferenceRow
  readonly proposal: Proposal
  readonly onClose: () => void
}

/** The lower level agrees with a proposal or keeps its answer. */
export function ReplyDialog({ review, row, proposal, onClose }: ReplyDialogProps) {
  const texts = useTexts({ da, en })
  const word = useGiven()
  const send = useSend(replyToProposal)
  const [view, setView] = useState<'agree' | 'keep' | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (view === null || send.isPending) return
    const body = { agreed: view === 'agree', note, proposal: proposal.id }
    send.mutate({ params: { review, question: row.question }, body }, { onSuccess: onClose })
  }
  return (
    <Dialog title={texts.replyOn(row.number)} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <p>
          {texts.proposalIs(word(row, proposal.consensus, 'inside'))}. {texts.reasons[proposal.reason]}.
        </p>
        {proposal.note !== null && <blockquote className="pre-line">{proposal.note}</blockquote>}
        {send.isError && <Problem error={send.error} />}
        <Choices
          legend={texts.yourView}
          options={[
            { value: 'agree', label: texts.agree },
            { value: 'keep', label: texts.keep },
          ]}
          value={view}
          onChange={setView}
          error={tried && view === null ? texts.viewMissing : undefined}
        />
        <NoteField value={note} onChange={setNote} />
        <p className="hint">{texts.replyWhat}</p>
        <DialogButtons action={texts.sendReply} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
