import { useState, type SubmitEvent } from 'react'
import type { listVisitChoices, VisitView } from '../../../contract/learning/visits.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { fieldProblems } from '../../problem-words.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

interface PlanDraft {
  readonly day: string
  readonly place: string
  readonly round: string
  readonly people: readonly string[]
  /** One on each line. */
  readonly guests: string
}

interface VisitPlanFormProps {
  readonly choices: CallOutput<typeof listVisitChoices>
  readonly start: Omit<PlanDraft, 'people' | 'guests'>
  readonly participants: VisitView['participants']
  readonly action: string
  readonly busy: boolean
  readonly error: Error | null
  readonly onSend: (plan: ReturnType<typeof planOf>) => void
  readonly onCancel?: () => void
}

/** Day, place, round and participants of a visit. */
export function VisitPlanForm(props: VisitPlanFormProps) {
  const { choices, busy, error } = props
  const texts = useTexts({ da, en })
  const { cancel } = useCommonTexts()
  const local = useLocal()
  const isHere = (person: string) => choices.people.some(({ id }) => id === person)
  const [draft, setDraft] = useState<PlanDraft>({
    ...props.start,
    people: props.participants.flatMap(({ person }) => (person !== null && isHere(person) ? person : [])),
    guests: props.participants
      .filter(({ person }) => person === null)
      .map(({ name }) => name)
      .join('\n'),
  })
  // Moved on since: they can no longer open the visit, so they are told nothing of it.
  const gone = props.participants.filter(({ person }) => person !== null && !isHere(person))
  const [tried, setTried] = useState(false)
  const problems = fieldProblems(error)
  const set = (more: Partial<PlanDraft>) => setDraft({ ...draft, ...more })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (draft.day !== '' && !busy) props.onSend(planOf(draft, choices))
  }
  return (
    <form noValidate onSubmit={submit} className="visit-form">
      {error !== null && <Problem error={error} />}
      <Field label={texts.day} error={tried && draft.day === '' ? texts.dayMissing : problems.get('day')}>
        {(wired) => (
          <input
            {...wired}
            className="form-input"
            type="date"
            value={draft.day}
            onChange={({ target }) => set({ day: target.value })}
          />
        )}
      </Field>
      <Field label={texts.place} optional error={problems.get('place')}>
        {(wired) => (
          <input
            {...wired}
            className="form-input"
            maxLength={200}
            value={draft.place}
            onChange={({ target }) => set({ place: target.value })}
          />
        )}
      </Field>
      <Field label={texts.round} hint={texts.roundHint}>
        {(wired) => (
          <select
            {...wired}
            className="form-select"
            value={draft.round}
            onChange={({ target }) => set({ round: target.value })}
          >
            <option value="">{texts.noRound}</option>
            {choices.rounds.map(({ key, title, state }) => (
              <option key={key} value={key}>
                {local(title)}
                {state === 'open' && ` (${texts.openRound})`}
              </option>
            ))}
          </select>
        )}
      </Field>
      {gone.length > 0 && (
        <p className="reading-width">{texts.gone(gone.map(({ name }) => name).join(', '))}</p>
      )}
      <People choices={choices} chosen={draft.people} onChange={(people) => set({ people })} />
      <Field label={texts.guests} hint={texts.guestsHint} optional error={problems.get('participants')}>
        {(wired) => (
          <textarea
            {...wired}
            className="form-input"
            rows={3}
            value={draft.guests}
            onChange={({ target }) => set({ guests: target.value })}
          />
        )}
      </Field>
      <div className="button-row">
        <Button type="submit" variant="primary" busy={busy}>
          {props.action}
        </Button>
        {props.onCancel !== undefined && <Button onClick={props.onCancel}>{cancel}</Button>}
      </div>
    </form>
  )
}

interface PeopleProps {
  readonly choices: VisitPlanFormProps['choices']
  readonly chosen: readonly string[]
  readonly onChange: (people: readonly string[]) => void
}

function People({ choices, chosen, onChange }: PeopleProps) {
  const texts = useTexts({ da, en })
  const { roles: names } = useCommonTexts()
  const [search, setSearch] = useState('')
  const words = search.toLowerCase()
  const people = choices.people.map((person) => ({
    ...person,
    role: person.roles.map((role) => names[role]).join(', '),
  }))
  // Who is chosen stays in sight, whatever is searched for.
  const shown = people.filter(
    ({ id, name, role }) => chosen.includes(id) || `${name} ${role}`.toLowerCase().includes(words),
  )
  return (
    <fieldset className="choice-group">
      <legend>{texts.people}</legend>
      <p className="hint">{texts.peopleHint}</p>
      <output className="soft">{texts.chosen(chosen.length)}</output>
      {people.length > 12 && (
        <Field label={texts.search}>
          {(wired) => (
            <input
              {...wired}
              className="form-input"
              type="search"
              value={search}
              onChange={({ target }) => setSearch(target.value)}
            />
          )}
        </Field>
      )}
      <ul className="choice-list visit-people no-max-width">
        {shown.map(({ id, name, role }) => (
          <li key={id}>
            <Checkbox
              checked={chosen.includes(id)}
              onChange={(checked) =>
                onChange(checked ? [...chosen, id] : chosen.filter((each) => each !== id))
              }
            >
              {name} <span className="soft">({role})</span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function planOf({ day, place, round, people, guests }: PlanDraft, choices: VisitPlanFormProps['choices']) {
  const nameOf = (id: string) => choices.people.find((person) => person.id === id)?.name
  return {
    day,
    place,
    round: round === '' ? null : round,
    participants: [
      // The server knows the names of the house.
      ...people.map((person) => ({ person, name: nameOf(person) ?? '–' })),
      ...guests
        .split('\n')
        .map((line) => line.trim())
        .filter((name) => name !== '')
        .map((name) => ({ person: null, name })),
    ],
  }
}
