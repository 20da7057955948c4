import { useState } from 'react'
import {
  decideRetention,
  previewPurge,
  readRetention,
  type RetentionRule,
} from '../../../../contract/access/retention/retention.ts'
import { kindTexts, type RetentionKind } from '../../../../core/access/retention/kinds.ts'
import { useSend } from '../../../api.ts'
import { retention as da } from '../../../texts/da/retention.ts'
import { retention as en } from '../../../texts/en/retention.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fewestReason, ReasonField } from './ReasonField.tsx'

interface PeriodDialogProps {
  readonly kind: RetentionKind
  /** The newest, which may still wait for another person; a new version replaces it. */
  readonly rule: RetentionRule | undefined
  readonly onClose: () => void
  readonly onDone: () => void
}

export function PeriodDialog({ kind, rule, onClose, onDone }: PeriodDialogProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const send = useSend(decideRetention, [readRetention, previewPurge])
  const [months, setMonths] = useState(rule?.months?.toString() ?? '')
  const [basis, setBasis] = useState(rule?.basis ?? '')
  const [confirmed, setConfirmed] = useState(rule?.confirmed ?? false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const count = months.trim() === '' ? null : Number(months)
  const isWrong = count !== null && (!Number.isInteger(count) || count < 1 || count > 1200)
  const confirm = () => {
    setTried(true)
    if (isWrong || reason.trim().length < fewestReason) return
    const body = {
      kind,
      version: rule?.version ?? 0,
      months: count,
      basis: basis.trim() || null,
      confirmed,
      reason,
    }
    send.mutate({ body }, { onSuccess: onDone })
  }
  return (
    <ConfirmDialog
      title={texts.changeTitle(local(kindTexts[kind].name))}
      open
      onClose={onClose}
      action={texts.save}
      busy={send.isPending}
      error={send.error}
      onConfirm={confirm}
    >
      <p>{texts.changeWhat}</p>
      <Field
        label={texts.monthsField}
        hint={texts.monthsHint}
        error={tried && isWrong ? texts.monthsWrong : undefined}
        optional
      >
        {(wired) => (
          <input
            {...wired}
            className="form-input"
            inputMode="numeric"
            maxLength={4}
            value={months}
            onChange={({ target }) => setMonths(target.value)}
          />
        )}
      </Field>
      <Field label={texts.basis} hint={texts.basisHint} optional>
        {(wired) => (
          <textarea
            {...wired}
            className="form-input"
            rows={2}
            maxLength={1000}
            value={basis}
            onChange={({ target }) => setBasis(target.value)}
          />
        )}
      </Field>
      <p>
        <Checkbox checked={confirmed} onChange={setConfirmed}>
          {texts.confirmField}
        </Checkbox>
      </p>
      <ReasonField value={reason} onChange={setReason} tried={tried} />
    </ConfirmDialog>
  )
}
