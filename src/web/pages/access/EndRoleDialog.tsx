import { useState } from 'react'
import { endRole, type HeldRole, type Person } from '../../../contract/access/people.ts'
import { useSend } from '../../api.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { access as da } from '../../texts/da/access.ts'
import { access as en } from '../../texts/en/access.ts'
import { useTexts } from '../../texts/language.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Field } from '../../ui/Field.tsx'

interface EndRoleDialogProps {
  readonly person: Person
  readonly role: HeldRole
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Ends a role at once or after a day. */
export function EndRoleDialog({ person, role, onClose, onDone }: EndRoleDialogProps) {
  const texts = useTexts({ da, en })
  const common = useCommonTexts()
  // One may end a role of one's own, which changes what all pages show.
  const send = useSend(endRole)
  const [later, setLater] = useState(false)
  const [lastDay, setLastDay] = useState(() => new Date().toISOString().slice(0, 10))
  const choice = (value: boolean, text: string) => (
    <label className="choice">
      <input type="radio" name="when" checked={later === value} onChange={() => setLater(value)} /> {text}
    </label>
  )
  return (
    <ConfirmDialog
      title={texts.endTitle(common.roles[role.role], person.name)}
      open
      onClose={onClose}
      action={texts.end}
      busy={send.isPending}
      error={send.error}
      onConfirm={() =>
        send.mutate(
          {
            params: { person: person.id, role: role.id },
            body: { lastDay: later && lastDay !== '' ? lastDay : null },
          },
          { onSuccess: onDone },
        )
      }
    >
      <p>{texts.endWhat}</p>
      <fieldset className="choices">
        <legend>{texts.endWhen}</legend>
        {choice(false, texts.endNow)}
        {choice(true, texts.endLater)}
      </fieldset>
      {later && (
        <Field label={texts.endDay}>
          {(wired) => (
            <input
              {...wired}
              type="date"
              className="form-input"
              value={lastDay}
              onChange={(event) => setLastDay(event.target.value)}
            />
          )}
        </Field>
      )}
    </ConfirmDialog>
  )
}
