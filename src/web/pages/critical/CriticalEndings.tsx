import { useState } from 'react'
import {
  reopenCritical,
  withdrawCritical,
  type CriticalView,
} from '../../../contract/review/critical-case.ts'
import { useSend } from '../../api.ts'
import { critical as da } from '../../texts/da/critical.ts'
import { critical as en } from '../../texts/en/critical.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

/** Withdrawing a mistake and opening a case again, each with its reason. */
export function CriticalEndings({ of }: { of: CriticalView }) {
  const texts = useTexts({ da, en })
  const [asked, setAsked] = useState<'withdrawn' | 'reopened' | null>(null)
  return (
    <div className="button-row">
      {of.acts.includes('withdrawn') && (
        <Button variant="tertiary" onClick={() => setAsked('withdrawn')}>
          {texts.withdraw}
        </Button>
      )}
      {of.acts.includes('reopened') && <Button onClick={() => setAsked('reopened')}>{texts.reopen}</Button>}
      {asked !== null && <ReasonDialog critical={of.id} act={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

interface ReasonDialogProps {
  readonly critical: string
  readonly act: 'withdrawn' | 'reopened'
  readonly onClose: () => void
}

function ReasonDialog({ critical, act, onClose }: ReasonDialogProps) {
  const texts = useTexts({ da, en })
  const withdraw = useSend(withdrawCritical)
  const reopen = useSend(reopenCritical)
  const withdrawing = act === 'withdrawn'
  const send = withdrawing ? withdraw : reopen
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = () => {
    setMissing(reason.trim() === '')
    if (reason.trim() === '' || send.isPending) return
    send.mutate({ params: { critical }, body: { reason } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={withdrawing ? texts.withdrawTitle : texts.reopenTitle} open onClose={onClose}>
      <p>{withdrawing ? texts.withdrawBody : texts.reopenBody}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {send.isError && <Problem error={send.error} />}
        <Field label={texts.reason} error={missing ? texts.reasonMissing : undefined}>
          {(wired) => (
            <textarea
              {...wired}
              className="form-input"
              rows={3}
              maxLength={4000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <DialogButtons
          action={withdrawing ? texts.withdraw : texts.reopen}
          busy={send.isPending}
          onClose={onClose}
        />
      </form>
    </Dialog>
  )
}
