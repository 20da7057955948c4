import { useState, type SubmitEvent } from 'react'
import type { DifferenceRow } from '../../../contract/review/differences.ts'
import { proposeConsensus } from '../../../contract/review/discussion.ts'
import { differenceReasons, type DifferenceReason } from '../../../core/review/difference.ts'
import { useSend } from '../../api.ts'
import { differences as da } from '../../texts/da/differences.ts'
import { differences as en } from '../../texts/en/differences.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Choices } from './Choices.tsx'
import { CommonAnswer } from './CommonAnswer.tsx'
import { NoteField } from './NoteField.tsx'
import { nothingPicked, toGiven } from './picked-answer.ts'

interface ProposalDialogProps {
  readonly review: string
  readonly row: DifferenceRow
  readonly onClose: () => void
}

/** The higher level says why the two differ and which answer should be common. */
export function ProposalDialog({ review, row, onClose }: ProposalDialogProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const send = useSend(proposeConsensus)
  const [reason, setReason] = useState<DifferenceReason | null>(row.proposal?.reason ?? null)
  const [picked, setPicked] = useState(nothingPicked)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const consensus = toGiven(row, picked)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason === null || consensus === null || send.isPending) return
    send.mutate(
      {
        params: { review, question: row.question },
        body: { reason, consensus, note, seen: row.proposal?.id ?? 0 },
      },
      { onSuccess: onClose },
    )
  }
  return (
    <Dialog title={texts.proposeOn(row.number)} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <p>{local(row.text)}</p>
        {send.isError && <Problem error={send.error} />}
        <Choices
          legend={texts.why}
          options={differenceReasons.map((value) => ({ value, label: texts.reasons[value] }))}
          value={reason}
          onChange={setReason}
          error={tried && reason === null ? texts.whyMissing : undefined}
        />
        <CommonAnswer
          legend={texts.consensus}
          question={row}
          said={[row.own, row.below]}
          picked={picked}
          onPick={setPicked}
          missing={tried && consensus === null ? texts.consensusMissing : undefined}
        />
        <NoteField value={note} onChange={setNote} />
        <p className="hint">{texts.proposeWhat}</p>
        <DialogButtons action={texts.send} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
