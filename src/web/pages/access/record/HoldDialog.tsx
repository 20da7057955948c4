import { useState } from 'react'
import { listHolds, proposeHold, readRecord } from '../../../../contract/access/record.ts'
import { useSend } from '../../../api.ts'
import { recordLog as da } from '../../../texts/da/record-log.ts'
import { recordLog as en } from '../../../texts/en/record-log.ts'
import { useTexts } from '../../../texts/language.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { Field } from '../../../ui/Field.tsx'

interface HoldDialogProps {
  readonly ofCase: string
  readonly entries: readonly string[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Proposes that looks are told later; another person decides. */
export function HoldDialog({ ofCase, entries, onClose, onDone }: HoldDialogProps) {
  const texts = useTexts({ da, en })
  const send = useSend(proposeHold, [readRecord, listHolds])
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  return (
    <ConfirmDialog
      title={texts.holdTitle}
      open
      onClose={onClose}
      action={texts.propose}
      busy={send.isPending}
      error={send.error}
      onConfirm={() =>
        send.mutate({ body: { case: ofCase, entries: [...entries], until, reason } }, { onSuccess: onDone })
      }
    >
      <p>{texts.holdWhat}</p>
      <Field label={texts.until}>
        {(wired) => (
          <input
            {...wired}
            type="date"
            className="form-input"
            value={until}
            onChange={({ target }) => setUntil(target.value)}
          />
        )}
      </Field>
      <Field label={texts.reason} hint={texts.reasonHint}>
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
    </ConfirmDialog>
  )
}
