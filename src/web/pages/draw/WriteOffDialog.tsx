import { useState, type SubmitEvent } from 'react'
import { writeOffReview, type UnfinishedReview } from '../../../contract/review/corrections.ts'
import { writeOffReasons, type WriteOffReason } from '../../../core/review/correction.ts'
import { useSend } from '../../api.ts'
import { fieldProblems } from '../../problem-words.ts'
import { corrections as da } from '../../texts/da/corrections.ts'
import { corrections as en } from '../../texts/en/corrections.ts'
import { useTexts } from '../../texts/language.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Choices } from '../review/Choices.tsx'

/** Asks why a review will not be made. */
export function WriteOffDialog({ review, onClose }: { review: UnfinishedReview; onClose: () => void }) {
  const texts = useTexts({ da, en })
  const send = useSend(writeOffReview)
  const [code, setCode] = useState<WriteOffReason | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const problems = fieldProblems(send.error)
  const empty = reason.trim() === ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (code === null || empty || send.isPending) return
    send.mutate({ params: { review: review.id }, body: { code, reason } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={texts.writeOffTitle(review.caseId)} open onClose={onClose} role="alertdialog">
      <form noValidate onSubmit={submit}>
        <p>{texts.writeOffWhat}</p>
        {send.isError && problems.size === 0 && <Problem error={send.error} />}
        <Choices
          legend={texts.code}
          options={writeOffReasons.map((value) => ({ value, label: texts.codes[value] }))}
          value={code}
          onChange={setCode}
          error={tried && code === null ? texts.codeMissing : undefined}
        />
        <Field
          label={texts.explanation}
          hint={texts.explanationHint}
          error={tried && empty ? texts.reasonMissing : problems.get('reason')}
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
        <DialogButtons action={texts.writeOff} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
