import { useState } from 'react'
import { listPeople, type Person } from '../../../contract/access/people.ts'
import { resetReasons, resetSignIn, type ResetReason } from '../../../contract/access/sign-in-rules.ts'
import { useSend } from '../../api.ts'
import { ownSignIn as da } from '../../texts/da/own-sign-in.ts'
import { ownSignIn as en } from '../../texts/en/own-sign-in.ts'
import { useTexts } from '../../texts/language.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'

interface ResetSignInDialogProps {
  readonly person: Person
  readonly onClose: () => void
  readonly onDone: (said: string) => void
}

/** Helps a person who can no longer sign in. */
export function ResetSignInDialog({ person, onClose, onDone }: ResetSignInDialogProps) {
  const texts = useTexts({ da, en })
  const send = useSend(resetSignIn, [listPeople])
  const [reason, setReason] = useState<ResetReason>('telephone-lost')
  return (
    <ConfirmDialog
      title={texts.resetTitle(person.name)}
      open
      onClose={onClose}
      action={texts.reset}
      busy={send.isPending}
      error={send.error}
      onConfirm={() =>
        send.mutate(
          { params: { person: person.id }, body: { reason } },
          { onSuccess: ({ codes, link }) => onDone(texts.resetDone(person.name, codes, link)) },
        )
      }
    >
      <p>{texts.resetWhat}</p>
      <fieldset className="choices">
        <legend>{texts.resetWhy}</legend>
        {resetReasons.map((one) => (
          <label key={one} className="choice">
            <input type="radio" name="reason" checked={reason === one} onChange={() => setReason(one)} />{' '}
            {texts.resetReasons[one]}
          </label>
        ))}
      </fieldset>
    </ConfirmDialog>
  )
}
