import type { CaseWalkThroughs } from '../../../../contract/caseflow/walk-throughs.ts'
import { walkThrough as da } from '../../../texts/da/walk-through.ts'
import { walkThrough as en } from '../../../texts/en/walk-through.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Field } from '../../../ui/Field.tsx'
import { focusOnce } from './focus-once.ts'
import type { WalkDraft } from './walk-draft.ts'

interface WalkThroughFieldsProps {
  readonly draft: WalkDraft
  readonly people: CaseWalkThroughs['people']
  readonly today: string
  readonly focused: boolean
  readonly onChange: (draft: WalkDraft) => void
  readonly onLeave: () => void
}

/** Day, participants and notes. */
export function WalkThroughFields({
  draft,
  people,
  today,
  focused,
  onChange,
  onLeave,
}: WalkThroughFieldsProps) {
  const texts = useTexts({ da, en })
  const set = (more: Partial<WalkDraft>) => onChange({ ...draft, ...more })
  return (
    <div className="walk-fields" onBlur={onLeave}>
      <Field label={texts.notes} hint={texts.notesHint}>
        {(wired) => (
          <textarea
            {...wired}
            ref={focused ? focusOnce : undefined}
            className="form-input"
            rows={6}
            maxLength={10_000}
            value={draft.notes}
            onChange={({ target }) => set({ notes: target.value })}
          />
        )}
      </Field>
      <div className="walk-who">
        <fieldset className="choice-group">
          <legend>{texts.people}</legend>
          <ul className="choice-list nobullet-list no-max-width">
            {people.map(({ id, name }) => (
              <li key={id}>
                <Checkbox
                  checked={draft.people.includes(id)}
                  onChange={(checked) =>
                    set({
                      // In the order of the list, as the server gives them back.
                      people: people
                        .map((each) => each.id)
                        .filter((each) => (each === id ? checked : draft.people.includes(each))),
                    })
                  }
                >
                  {name}
                </Checkbox>
              </li>
            ))}
          </ul>
        </fieldset>
        <Field label={texts.guests} hint={texts.guestsHint} optional>
          {(wired) => (
            <textarea
              {...wired}
              className="form-input"
              rows={2}
              value={draft.guests}
              onChange={({ target }) => set({ guests: target.value })}
            />
          )}
        </Field>
        <Field label={texts.day} hint={texts.dayHint}>
          {(wired) => (
            <input
              {...wired}
              className="form-input"
              type="date"
              max={today}
              value={draft.day}
              onChange={({ target }) => target.value !== '' && set({ day: target.value })}
            />
          )}
        </Field>
      </div>
    </div>
  )
}
