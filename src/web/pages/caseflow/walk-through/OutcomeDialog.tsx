import { useState } from 'react'
import { settleAgreement } from '../../../../contract/caseflow/walk-throughs.ts'
import { useSend } from '../../../api.ts'
import { fieldProblems } from '../../../problem-words.ts'
import { walkThrough as da } from '../../../texts/da/walk-through.ts'
import { walkThrough as en } from '../../../texts/en/walk-through.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import type { Settling } from './settling.ts'

interface OutcomeDialogProps {
  readonly settling: Settling
  readonly onClose: () => void
}

/** What became of an agreement; dropping it and opening it again take a reason. */
export function OutcomeDialog({ settling: { agreement, outcome }, onClose }: OutcomeDialogProps) {
  const texts = useTexts({ da, en })
  const send = useSend(settleAgreement)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const needsReason = outcome !== 'done'
  const missing = needsReason && note.trim() === ''
  return (
    <Dialog title={texts.settleTitles[outcome]} open onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (missing || send.isPending) return
          const body = { outcome, note, seen: agreement.outcomes.length }
          send.mutate({ params: { agreement: agreement.id }, body }, { onSuccess: onClose })
        }}
      >
        {send.isError && <Problem error={send.error} />}
        <p>{agreement.text}</p>
        <Field
          label={needsReason ? texts.reason : texts.note}
          optional={!needsReason}
          error={tried && missing ? texts.reasonMissing : fieldProblems(send.error).get('note')}
        >
          {(wired) => (
            <textarea
              {...wired}
              className="form-input"
              rows={3}
              maxLength={1000}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
        <DialogButtons action={texts.save} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
