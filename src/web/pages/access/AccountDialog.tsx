import { useState, type SubmitEvent } from 'react'
import { giveAccount, listPeople, type Person } from '../../../contract/access/people.ts'
import { useSend } from '../../api.ts'
import { fieldProblems } from '../../problem-words.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { access as da } from '../../texts/da/access.ts'
import { access as en } from '../../texts/en/access.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Field } from '../../ui/Field.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { Problem } from '../../ui/Problem.tsx'

/** Makes a password for a person and shows it, this once. */
export function AccountDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const texts = useTexts({ da, en })
  const common = useCommonTexts()
  const send = useSend(giveAccount, [listPeople])
  const [userName, setUserName] = useState(person.userName ?? person.initials.toLowerCase())
  const [missing, setMissing] = useState(false)
  const problems = fieldProblems(send.error)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setMissing(userName.trim() === '')
    if (userName.trim() !== '') send.mutate({ params: { person: person.id }, body: { userName } })
  }
  const made = send.data
  return (
    <Dialog title={texts.accountTitle(person.name)} open onClose={onClose} role="alertdialog">
      {made !== undefined ? (
        <>
          <output>{texts.accountMade}</output>
          <KeyValues
            items={[
              { key: 'user', name: texts.account, value: made.userName },
              {
                key: 'password',
                name: texts.password,
                value: <span className="secret">{made.password}</span>,
              },
            ]}
          />
          <div className="button-row">
            <CopyButton text={made.password} what={texts.password} />
            <Button onClick={onClose}>{common.close}</Button>
          </div>
        </>
      ) : (
        <form noValidate onSubmit={submit}>
          <p>{texts.accountWhat}</p>
          {send.isError && problems.size === 0 && <Problem error={send.error} />}
          <Field
            label={texts.account}
            hint={texts.accountHint}
            error={missing ? texts.accountMissing : problems.get('userName')}
          >
            {(wired) => (
              <input
                {...wired}
                className="form-input"
                autoComplete="off"
                autoCapitalize="none"
                maxLength={100}
                value={userName}
                onChange={(event) => setUserName(event.target.value)}
              />
            )}
          </Field>
          <DialogButtons action={texts.accountAction} busy={send.isPending} onClose={onClose} />
        </form>
      )}
    </Dialog>
  )
}
