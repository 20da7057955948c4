import { useState, type SubmitEvent } from 'react'
import { replaceCase, type DrawnCaseRow } from '../../../contract/draw/draws.ts'
import { useSend } from '../../api.ts'
import { fieldProblems } from '../../problem-words.ts'
import { draw as da } from '../../texts/da/draw.ts'
import { draw as en } from '../../texts/en/draw.ts'
import { useTexts } from '../../texts/language.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

interface ReplaceDialogProps {
  readonly round: string
  readonly level: number
  /** What replacing does. */
  readonly what: string
  readonly target: DrawnCaseRow
  readonly onClose: () => void
  /** Gets the case that came in. */
  readonly onDone: (caseId: string) => void
}

/** Asks why a case cannot be reviewed; the reason is public, so the dialog says what must not stand in it. */
export function ReplaceDialog({ round, level, what, target, onClose, onDone }: ReplaceDialogProps) {
  const texts = useTexts({ da, en })
  const send = useSend(replaceCase)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const problems = fieldProblems(send.error)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const empty = reason.trim() === ''
    setMissing(empty)
    if (empty) {
      document.getElementById('replace-reason')?.focus()
      return
    }
    const { caseId, stage } = target
    send.mutate(
      { params: { round, level }, body: { caseId, stage, reason } },
      { onSuccess: (taken) => onDone(taken.caseId) },
    )
  }

  return (
    <Dialog title={texts.replaceTitle(target.caseId)} open onClose={onClose} role="alertdialog">
      <form noValidate onSubmit={submit}>
        <p>{what}</p>
        {send.isError && problems.size === 0 && <Problem error={send.error} />}
        <Field
          id="replace-reason"
          label={texts.replaceReason}
          hint={texts.replaceHint}
          error={missing ? texts.replaceMissing : problems.get('reason')}
        >
          {(wired) => (
            <textarea
              {...wired}
              className="form-input"
              rows={3}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <DialogButtons action={texts.replaceAction} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
