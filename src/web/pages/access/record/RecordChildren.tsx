import { useState } from 'react'
import { revealCpr } from '../../../../contract/access/record.ts'
import { useSend } from '../../../api.ts'
import { recordLog as da } from '../../../texts/da/record-log.ts'
import { recordLog as en } from '../../../texts/en/record-log.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { Field } from '../../../ui/Field.tsx'

interface Child {
  readonly id: string
  readonly cpr: string | null
}

interface RecordChildrenProps {
  readonly items: readonly Child[]
  /** Shows the whole child's record; left out where it is shown already. */
  readonly onChild: ((id: string) => void) | undefined
}

/** The children of a record by their masked number, which is shown whole for a reason. */
export function RecordChildren({ items, onChild }: RecordChildrenProps) {
  const texts = useTexts({ da, en })
  const [asked, setAsked] = useState<string | null>(null)
  // Only as long as the page is open; nothing of it stands in the address or in the browser's store.
  const [shown, setShown] = useState<ReadonlyMap<string, string>>(new Map())
  return (
    <>
      <ul className="plain-list">
        {items.map(({ id, cpr }) => (
          <li key={id} className="button-row">
            <span>
              {texts.children}: {shown.get(id) ?? cpr ?? texts.cprUnknown}
            </span>
            {cpr !== null && !shown.has(id) && <Button onClick={() => setAsked(id)}>{texts.reveal}</Button>}
            {onChild !== undefined && <Button onClick={() => onChild(id)}>{texts.wholeChild}</Button>}
          </li>
        ))}
      </ul>
      {asked !== null && (
        <RevealDialog
          child={asked}
          onClose={() => setAsked(null)}
          onShown={(cpr) => {
            setShown(new Map([...shown, [asked, cpr]]))
            setAsked(null)
          }}
        />
      )}
    </>
  )
}

interface RevealDialogProps {
  readonly child: string
  readonly onClose: () => void
  readonly onShown: (cpr: string) => void
}

function RevealDialog({ child, onClose, onShown }: RevealDialogProps) {
  const texts = useTexts({ da, en })
  const send = useSend(revealCpr, [])
  const [reason, setReason] = useState('')
  return (
    <ConfirmDialog
      title={texts.revealTitle}
      open
      onClose={onClose}
      action={texts.reveal}
      busy={send.isPending}
      error={send.error}
      onConfirm={() => send.mutate({ body: { child, reason } }, { onSuccess: ({ cpr }) => onShown(cpr) })}
    >
      <p>{texts.revealWhat}</p>
      <Field label={texts.reason} hint={texts.reasonHint}>
        {(wired) => (
          <textarea
            {...wired}
            className="form-input"
            rows={3}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
    </ConfirmDialog>
  )
}
