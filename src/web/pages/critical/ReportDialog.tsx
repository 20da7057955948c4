import { useState } from 'react'
import {
  getCriticalOfReview,
  listCriticalCases,
  longestFear,
  reportCritical,
} from '../../../contract/review/critical-case.ts'
import { mayPass, useSend } from '../../api.ts'
import { paths } from '../../paths.ts'
import { critical as da } from '../../texts/da/critical.ts'
import { critical as en } from '../../texts/en/critical.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Link } from '../../ui/Link.tsx'
import { Problem } from '../../ui/Problem.tsx'

interface ReportDialogProps {
  readonly review: string
  readonly open: boolean
  readonly onClose: () => void
}

/** The dialog holds one field, which whoever opened it wants to fill in. A function of its own, so that it runs once. */
function focus(input: HTMLTextAreaElement | null): void {
  input?.focus()
}

/** One field and one press; then it says that it arrived. */
export function ReportDialog({ onClose, ...rest }: ReportDialogProps) {
  // A new one after each closing: what the closed one still tried to send ends with it.
  const [opening, setOpening] = useState(0)
  const close = () => {
    setOpening(opening + 1)
    onClose()
  }
  return <OneReport key={opening} {...rest} onClose={close} />
}

function OneReport({ review, open, onClose }: ReportDialogProps) {
  const texts = useTexts({ da, en })
  const { cancel } = useCommonTexts()
  const send = useSend(reportCritical, [getCriticalOfReview, listCriticalCases])
  const [fear, setFear] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = () => {
    setMissing(fear.trim() === '')
    if (fear.trim() !== '' && !send.isPending) send.mutate({ params: { review }, body: { fear } })
  }
  if (send.isSuccess)
    return (
      <Dialog title={texts.sent} open={open} onClose={onClose}>
        <p>{send.data.joined ? texts.joinedBody : texts.sentBody}</p>
        <div className="button-row">
          <Button variant="primary" onClick={onClose}>
            {texts.close}
          </Button>
          <Link to={paths.critical(send.data.id)}>{texts.follow}</Link>
        </div>
      </Dialog>
    )
  return (
    <Dialog title={texts.reportTitle} open={open} onClose={onClose}>
      <p className="danger-text">
        <strong>{texts.first}</strong>
      </p>
      <p>{texts.what}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {send.isError && (
          <>
            <Problem error={send.error} />
            {mayPass(send.error) && <p>{texts.failed}</p>}
          </>
        )}
        <Field label={texts.fear} hint={texts.fearHint} error={missing ? texts.fearMissing : undefined}>
          {(wired) => (
            <textarea
              {...wired}
              ref={focus}
              className="form-input"
              rows={3}
              maxLength={longestFear}
              value={fear}
              onChange={({ target }) => setFear(target.value)}
            />
          )}
        </Field>
        <div className="button-row">
          <Button type="submit" className="critical-button" busy={send.isPending}>
            {texts.send}
          </Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
