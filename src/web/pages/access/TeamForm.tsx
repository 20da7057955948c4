import { useState, type SubmitEvent } from 'react'
import { addTeamMembers, listTeams } from '../../../contract/access/teams.ts'
import { useSend } from '../../api.ts'
import { teams as da } from '../../texts/da/teams.ts'
import { teams as en } from '../../texts/en/teams.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

const blank = { leader: '', caseworkers: '', from: '', until: '' }

/** Puts caseworkers under a leader for a period, many at once. */
export function TeamForm({ onDone }: { onDone: (added: number) => void }) {
  const texts = useTexts({ da, en })
  const send = useSend(addTeamMembers, [listTeams])
  const [draft, setDraft] = useState(blank)
  const [missing, setMissing] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const caseworkers = draft.caseworkers.split(/[\s,;]+/).filter((code) => code !== '')
    const incomplete = draft.leader.trim() === '' || caseworkers.length === 0 || draft.from === ''
    setMissing(incomplete)
    if (incomplete || send.isPending) return
    send.mutate(
      {
        body: {
          leader: draft.leader.trim(),
          caseworkers,
          from: draft.from,
          until: draft.until === '' ? null : draft.until,
        },
      },
      {
        onSuccess: ({ added }) => {
          setDraft({ ...draft, caseworkers: '' })
          onDone(added)
        },
      },
    )
  }
  const field = (name: keyof typeof blank, label: string, type: 'text' | 'date', hint?: string) => (
    <Field label={label} {...(hint !== undefined && { hint })}>
      {(wired) => (
        <input
          {...wired}
          type={type}
          className="form-input"
          autoComplete="off"
          value={draft[name]}
          onChange={({ target }) => setDraft({ ...draft, [name]: target.value })}
        />
      )}
    </Field>
  )
  return (
    <form noValidate onSubmit={submit} aria-labelledby="add-team">
      <h2 id="add-team">{texts.addHeading}</h2>
      {send.isError && <Problem error={send.error} />}
      {missing && (
        <p className="field-error" role="alert">
          {texts.missing}
        </p>
      )}
      {field('leader', texts.leader, 'text')}
      {field('caseworkers', texts.caseworkers, 'text', texts.caseworkersHint)}
      <div className="search-bar">
        {field('from', texts.from, 'date')}
        {field('until', texts.until, 'date', texts.untilHint)}
      </div>
      <Button type="submit" variant="primary" busy={send.isPending}>
        {texts.add}
      </Button>
    </form>
  )
}
