import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { addPerson, addRole, listPeople, type Person } from '../../../contract/access/people.ts'
import { listUnits } from '../../../contract/access/units.ts'
import { ask, useSend } from '../../api.ts'
import { access as da } from '../../texts/da/access.ts'
import { access as en } from '../../texts/en/access.ts'
import { useTexts } from '../../texts/language.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { ErrorSummary, type FormError } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { readGrant, type GrantDraft } from './grant-draft.ts'
import { GrantFields } from './GrantFields.tsx'

interface GrantDialogProps {
  /** Null: a person who is new. */
  readonly person: Person | null
  readonly onClose: () => void
  /** Gets what to tell. */
  readonly onDone: (said: string) => void
}

/** Gives a role for a period, to a person who is known or new. */
export function GrantDialog({ person, onClose, onDone }: GrantDialogProps) {
  const texts = useTexts({ da, en })
  const { data } = useQuery(ask(listUnits, {}))
  const sendPerson = useSend(addPerson, [listPeople])
  const sendRole = useSend(addRole, [listPeople])
  const [name, setName] = useState('')
  const [initials, setInitials] = useState('')
  const [draft, setDraft] = useState<GrantDraft>(() => ({
    role: '',
    unit: '',
    from: new Date().toISOString().slice(0, 10),
    until: '',
  }))
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const errorOf = (control: string) => errors.find((error) => error.control === control)?.text
  const failure = sendPerson.error ?? sendRole.error

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const { grant, errors: missing } = readGrant(draft, texts.missing)
    const all = [...(person === null ? missingNames(name, initials, texts.missing) : []), ...missing]
    setErrors(all)
    if (all.length > 0 || grant === undefined) return
    if (person === null)
      sendPerson.mutate(
        { body: { name, initials, grant } },
        { onSuccess: () => onDone(texts.personDone(name)) },
      )
    else
      sendRole.mutate(
        { params: { person: person.id }, body: grant },
        { onSuccess: () => onDone(texts.roleDone(person.name)) },
      )
  }
  const text = (id: 'name' | 'initials', value: string, onText: (text: string) => void, hint?: string) => (
    <Field id={id} label={texts[id]} error={errorOf(id)} {...(hint !== undefined && { hint })}>
      {(wired) => (
        <input
          {...wired}
          className="form-input"
          autoComplete="off"
          maxLength={id === 'name' ? 200 : 20}
          value={value}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Field>
  )
  return (
    <Dialog
      title={person === null ? texts.addPersonTitle : texts.addRoleTitle(person.name)}
      open
      onClose={onClose}
      role="alertdialog"
    >
      <form noValidate className="form-width" onSubmit={submit}>
        <ErrorSummary errors={errors} />
        {errors.length === 0 && failure !== null && <Problem error={failure} />}
        {person === null && text('name', name, setName)}
        {person === null && text('initials', initials, setInitials, texts.initialsHint)}
        <GrantFields
          draft={draft}
          units={data?.units ?? []}
          onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
          errorOf={errorOf}
        />
        <DialogButtons
          action={texts.save}
          busy={sendPerson.isPending || sendRole.isPending}
          onClose={onClose}
        />
      </form>
    </Dialog>
  )
}

function missingNames(name: string, initials: string, texts: (typeof da)['missing']): FormError[] {
  const errors: FormError[] = []
  if (name.trim() === '') errors.push({ control: 'name', text: texts.name })
  if (initials.trim() === '') errors.push({ control: 'initials', text: texts.initials })
  return errors
}
