import { useState, type SubmitEvent } from 'react'
import { listPeople, setEmail, type Person } from '../../../contract/access/people.ts'
import { useSend } from '../../api.ts'
import { fieldProblems } from '../../problem-words.ts'
import { access as da } from '../../texts/da/access.ts'
import { access as en } from '../../texts/en/access.ts'
import { useTexts } from '../../texts/language.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

interface EmailDialogProps {
  readonly person: Person
  readonly onClose: () => void
  readonly onDone: (said: string) => void
}

/** Where a person's mails go; an empty field: nowhere. */
export function EmailDialog({ person, onClose, onDone }: EmailDialogProps) {
  const texts = useTexts({ da, en })
  const send = useSend(setEmail, [listPeople])
  const [email, setAddress] = useState(person.email ?? '')
  const problems = fieldProblems(send.error)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = email.trim()
    send.mutate(
      { params: { person: person.id }, body: { email: typed === '' ? null : typed } },
      { onSuccess: () => onDone(texts.emailDone(person.name)) },
    )
  }
  return (
    <Dialog title={texts.emailNamed(person.name)} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <p>{texts.emailWhat}</p>
        {send.isError && problems.size === 0 && <Problem error={send.error} />}
        <Field label={texts.email} error={problems.get('email')}>
          {(wired) => (
            <input
              {...wired}
              type="email"
              className="form-input"
              autoComplete="off"
              autoCapitalize="none"
              maxLength={254}
              value={email}
              onChange={(event) => setAddress(event.target.value)}
            />
          )}
        </Field>
        <DialogButtons action={texts.emailSave} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
