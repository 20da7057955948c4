import { useState, type SubmitEvent } from 'react'
import {
  conclusionKinds,
  concludeReconciliation,
  type ReconciliationEntry,
} from '../../../../contract/caseflow/reconciliation.ts'
import { useSend } from '../../../api.ts'
import { fieldProblems } from '../../../problem-words.ts'
import { reconciliation as da } from '../../../texts/da/reconciliation.ts'
import { reconciliation as en } from '../../../texts/en/reconciliation.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { ChoiceGroup } from '../../finding/ChoiceGroup.tsx'

interface ConcludeDialogProps {
  readonly entry: ReconciliationEntry
  readonly number: string
  readonly onClose: () => void
  readonly onSaved: () => void
}

/** Which side is wrong, and what shows it. */
export function ConcludeDialog({ entry, number, onClose, onSaved }: ConcludeDialogProps) {
  const texts = useTexts({ da, en })
  const send = useSend(concludeReconciliation)
  const [conclusion, setConclusion] = useState<(typeof conclusionKinds)[number]>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const problems = fieldProblems(send.error)
  const lacksReason = reason.trim() === ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (conclusion === undefined || lacksReason || send.isPending) return
    const { review, question } = entry
    send.mutate(
      { body: { review, question, conclusion, reason } },
      {
        onSuccess: () => {
          onSaved()
          onClose()
        },
      },
    )
  }
  return (
    <Dialog title={texts.concludeOf(entry.caseId, number)} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        {send.isError && problems.size === 0 && <Problem error={send.error} />}
        <ChoiceGroup
          legend={texts.what}
          error={tried && conclusion === undefined ? texts.whatMissing : undefined}
          options={conclusionKinds}
          words={texts.conclusions}
          isChosen={(option) => option === conclusion}
          onChoose={setConclusion}
        />
        <Field
          label={texts.reason}
          hint={texts.reasonHint}
          error={tried && lacksReason ? texts.reasonMissing : problems.get('reason')}
        >
          {(wired) => (
            <textarea
              {...wired}
              className="form-input"
              rows={4}
              maxLength={2000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <p className="soft">{texts.consequence}</p>
        <DialogButtons action={texts.save} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
