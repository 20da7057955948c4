import { useState, type SubmitEvent } from 'react'
import { addAbsence } from '../../../contract/access/absence.ts'
import { useSend } from '../../api.ts'
import { fieldProblems } from '../../problem-words.ts'
import { assignment as da } from '../../texts/da/assignment.ts'
import { assignment as en } from '../../texts/en/assignment.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

interface AbsenceFormProps {
  /** Oneself first. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly onDone: () => void
}

export function AbsenceForm({ people, onDone }: AbsenceFormProps) {
  const texts = useTexts({ da, en })
  const send = useSend(addAbsence)
  const [draft, setDraft] = useState({ person: people[0]?.id ?? '', from: '', until: '' })
  const [missing, setMissing] = useState(false)
  const problems = fieldProblems(send.error)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const incomplete = draft.from === '' || draft.until === ''
    setMissing(incomplete)
    if (incomplete || send.isPending) return
    send.mutate(
      { body: draft },
      {
        onSuccess: () => {
          setDraft({ ...draft, from: '', until: '' })
          onDone()
        },
      },
    )
  }
  const dayField = (name: 'from' | 'until', label: string) => (
    <Field label={label} error={problems.get(name)}>
      {(wired) => (
        <input
          {...wired}
          type="date"
          className="form-input"
          value={draft[name]}
          onChange={({ target }) => setDraft({ ...draft, [name]: target.value })}
        />
      )}
    </Field>
  )
  return (
    <form noValidate onSubmit={submit}>
      {send.isError && problems.size === 0 && <Problem error={send.error} />}
      {missing && (
        <p className="field-error" role="alert">
          {texts.missing}
        </p>
      )}
      <div className="search-bar">
        {people.length > 1 && (
          <Field label={texts.person}>
            {(wired) => (
              <select
                {...wired}
                className="form-select"
                value={draft.person}
                onChange={({ target }) => setDraft({ ...draft, person: target.value })}
              >
                {people.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {dayField('from', texts.from2)}
        {dayField('until', texts.until)}
      </div>
      <Button type="submit" variant="primary" busy={send.isPending}>
        {texts.add}
      </Button>
    </form>
  )
}
