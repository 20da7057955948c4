import { useState } from 'react'
import { settleVisitPoint, type VisitPointView } from '../../../contract/learning/visits.ts'
import type { PointOutcome } from '../../../core/learning/visit.ts'
import { useSend } from '../../api.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useTexts } from '../../texts/language.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

export interface Settling {
  readonly point: VisitPointView
  /** Null: open it again. */
  readonly outcome: PointOutcome | null
}

interface SettleDialogProps {
  readonly visit: string
  readonly settling: Settling
  readonly onClose: () => void
}

export function SettleDialog({ visit, settling: { point, outcome }, onClose }: SettleDialogProps) {
  const texts = useTexts({ da, en })
  const send = useSend(settleVisitPoint)
  const [note, setNote] = useState('')
  return (
    <Dialog title={outcome === null ? texts.reopen : texts.settleTitle[outcome]} open onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (send.isPending) return
          const body = { outcome, note: outcome === null ? null : note, version: point.version }
          send.mutate({ params: { visit, point: point.id }, body }, { onSuccess: onClose })
        }}
      >
        <p>{point.text}</p>
        {send.isError && <Problem error={send.error} />}
        {outcome !== null && (
          <Field label={texts.settleNote} hint={texts.settleNoteHint} optional>
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
        )}
        <DialogButtons
          action={outcome === null ? texts.reopen : outcome === 'done' ? texts.markDone : texts.markDropped}
          busy={send.isPending}
          onClose={onClose}
        />
      </form>
    </Dialog>
  )
}
