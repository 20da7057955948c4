import { useState, type SubmitEvent } from 'react'
import { fieldProblems } from '../../problem-words.ts'
import { corrections as da } from '../../texts/da/corrections.ts'
import { corrections as en } from '../../texts/en/corrections.ts'
import { useTexts } from '../../texts/language.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

interface ReasonDialogProps {
  readonly title: string
  readonly what: string
  readonly hint: string
  readonly action: string
  readonly busy: boolean
  /** Why it did not succeed, where it was tried. */
  readonly error: unknown
  readonly onClose: () => void
  readonly onReason: (reason: string) => void
}

/** Says what an act does and asks why; nothing happens without a reason. */
export function ReasonDialog({
  title,
  what,
  hint,
  action,
  busy,
  error,
  onClose,
  onReason,
}: ReasonDialogProps) {
  const texts = useTexts({ da, en })
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const problems = fieldProblems(error)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const empty = reason.trim() === ''
    setMissing(empty)
    if (empty) document.getElementById('correction-reason')?.focus()
    else if (!busy) onReason(reason)
  }
  return (
    <Dialog title={title} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <p>{what}</p>
        {error !== null && problems.size === 0 && <Problem error={error} />}
        <Field
          id="correction-reason"
          label={texts.reason}
          hint={hint}
          error={missing ? texts.reasonMissing : problems.get('reason')}
        >
          {(wired) => (
            <textarea
              {...wired}
              className="form-input"
              rows={3}
              maxLength={2000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <DialogButtons action={action} busy={busy} onClose={onClose} />
      </form>
    </Dialog>
  )
}
