import { useState } from 'react'
import { closeVisit, type VisitView } from '../../../contract/learning/visits.ts'
import { useSend } from '../../api.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { ChangePlan } from './ChangePlan.tsx'

/** Whether the visit took place. */
export function VisitClosing({ visit }: { visit: VisitView }) {
  const texts = useTexts({ da, en })
  const [asked, setAsked] = useState<'participants' | 'hold' | 'cancel' | null>(null)
  const send = useSend(closeVisit)
  const params = { visit: visit.id }
  const close = () => setAsked(null)
  return (
    <div className="button-row">
      {visit.day <= visit.today && (
        <Button
          variant="primary"
          onClick={() => setAsked(visit.participants.length === 0 ? 'participants' : 'hold')}
        >
          {texts.hold}
        </Button>
      )}
      <Button onClick={() => setAsked('cancel')}>{texts.cancel}</Button>
      {asked === 'participants' && (
        <ChangePlan visit={visit} lead={texts.holdWithout} onClose={close} onDone={() => setAsked('hold')} />
      )}
      <ConfirmDialog
        title={texts.holdTitle}
        open={asked === 'hold'}
        onClose={close}
        action={texts.hold}
        busy={send.isPending}
        error={send.error}
        onConfirm={() => send.mutate({ params, body: { closed: 'held' } }, { onSuccess: close })}
      >
        <p>{texts.holdBody}</p>
      </ConfirmDialog>
      {asked === 'cancel' && <CancelDialog visit={visit.id} onClose={close} />}
    </div>
  )
}

function CancelDialog({ visit, onClose }: { visit: string; onClose: () => void }) {
  const texts = useTexts({ da, en })
  const { close } = useCommonTexts()
  const send = useSend(closeVisit)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <Dialog title={texts.cancelTitle} open onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (reason.trim() === '' || send.isPending) return
          send.mutate({ params: { visit }, body: { closed: 'cancelled', reason } }, { onSuccess: onClose })
        }}
      >
        <p>{texts.cancelBody}</p>
        {send.isError && <Problem error={send.error} />}
        <Field label={texts.reason} error={tried && reason.trim() === '' ? texts.reasonMissing : undefined}>
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
        <div className="button-row">
          <Button type="submit" variant="primary" busy={send.isPending}>
            {texts.cancel}
          </Button>
          <Button onClick={onClose}>{close}</Button>
        </div>
      </form>
    </Dialog>
  )
}
