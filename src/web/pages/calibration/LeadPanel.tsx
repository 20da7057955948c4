import { useState, type SubmitEvent } from 'react'
import {
  openCalibration,
  withdrawCalibration,
  type CalibrationView,
} from '../../../contract/calibration/calibrations.ts'
import { useSend } from '../../api.ts'
import { calibration as da } from '../../texts/da/calibration.ts'
import { calibration as en } from '../../texts/en/calibration.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

/** Who is still to hand in, and the two ways to end the answering. */
export function LeadPanel({ view }: { view: CalibrationView }) {
  const texts = useTexts({ da, en })
  const [asking, setAsking] = useState<'open' | 'withdraw' | null>(null)
  const close = () => setAsking(null)
  const waiting = view.waiting ?? []
  return (
    <section aria-labelledby="calibration-lead">
      <h2 id="calibration-lead">{texts.leadHeading}</h2>
      {waiting.length > 0 && (
        <Disclosure summary={`${texts.waitingHeading} (${waiting.length})`}>
          <ul>
            {waiting.map(({ name, level }) => (
              <li key={`${level} ${name}`}>{texts.waitingLine(name, level)}</li>
            ))}
          </ul>
          <p className="soft small">{texts.waitingNote}</p>
        </Disclosure>
      )}
      <div className="button-row">
        <Button onClick={() => setAsking('open')}>{texts.open}</Button>
        <Button variant="tertiary" onClick={() => setAsking('withdraw')}>
          {texts.withdraw}
        </Button>
      </div>
      {asking === 'open' && <OpenDialog view={view} onClose={close} />}
      {asking === 'withdraw' && <WithdrawDialog view={view} onClose={close} />}
    </section>
  )
}

interface EndProps {
  readonly view: CalibrationView
  readonly onClose: () => void
}

function OpenDialog({ view, onClose }: EndProps) {
  const texts = useTexts({ da, en })
  const { cancel } = useCommonTexts()
  const send = useSend(openCalibration)
  return (
    <Dialog title={texts.openTitle} open role="alertdialog" onClose={onClose}>
      {send.isError && <Problem error={send.error} />}
      <p>{texts.openBody(view.done, view.people)}</p>
      <div className="button-row">
        <Button
          variant="primary"
          busy={send.isPending}
          onClick={() => send.mutate({ params: { calibration: view.id } }, { onSuccess: onClose })}
        >
          {texts.openDo}
        </Button>
        <Button onClick={onClose}>{cancel}</Button>
      </div>
    </Dialog>
  )
}

function WithdrawDialog({ view, onClose }: EndProps) {
  const texts = useTexts({ da, en })
  const send = useSend(withdrawCalibration)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const lacks = tried && reason.trim() === ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason.trim() === '' || send.isPending) return
    send.mutate({ params: { calibration: view.id }, body: { reason } }, { onSuccess: onClose })
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
        <DialogButtons action={texts.withdrawDo} busy={send.isPending} warning onClose={onClose} />
      </form>
    </Dialog>
  )
}
