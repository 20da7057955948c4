import { useState, type SubmitEvent } from 'react'
import { withdrawGoal } from '../../../contract/learning/goal.ts'
import { useSend } from '../../api.ts'
import { goal as da } from '../../texts/da/goal.ts'
import { goal as en } from '../../texts/en/goal.ts'
import { useTexts } from '../../texts/language.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

/** Gives the goal up, with a reason that stays. */
export function GoalWithdrawal({ goal, onClose }: { goal: string; onClose: () => void }) {
  const texts = useTexts({ da, en })
  const send = useSend(withdrawGoal)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const lacks = tried && reason.trim() === ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason.trim() === '' || send.isPending) return
    send.mutate({ params: { goal }, body: { reason } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={texts.withdrawTitle} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        {send.isError && <Problem error={send.error} />}
        <p>{texts.withdrawBody}</p>
        <Field label={texts.withdrawReason} error={lacks ? texts.withdrawMissing : undefined}>
          {(wired) => (
            <textarea
              {...wired}
              className="form-input"
              rows={3}
              maxLength={1000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <DialogButtons action={texts.withdraw} busy={send.isPending} warning onClose={onClose} />
      </form>
    </Dialog>
  )
}
