import type { PlanDraft } from '../../../contract/learning/action-plan.ts'
import { initiativeSources } from '../../../core/learning/action-plan.ts'
import { actionPlan as da } from '../../texts/da/action-plan.ts'
import { actionPlan as en } from '../../texts/en/action-plan.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import type { WrittenInitiative } from './action-plan-draft.ts'
import { InitiativeAims } from './InitiativeAims.tsx'

interface InitiativeFieldsProps {
  readonly draft: PlanDraft
  readonly initiative: WrittenInitiative
  readonly number: number
  readonly onChange: (next: Partial<WrittenInitiative>) => void
  readonly onRemove: () => void
}

export function InitiativeFields(props: InitiativeFieldsProps) {
  const { draft, initiative, number, onChange, onRemove } = props
  const texts = useTexts({ da, en })
  const line = (key: 'title' | 'reference', label: string, most: number, hint?: string) => (
    <Field label={label} optional={key === 'reference'} {...(hint !== undefined && { hint })}>
      {(wired) => (
        <input
          {...wired}
          className="form-input"
          maxLength={most}
          value={initiative[key]}
          onChange={({ target }) => onChange({ [key]: target.value })}
        />
      )}
    </Field>
  )
  const day = (key: 'startsOn' | 'endsOn', label: string) => (
    <Field label={label} optional={key === 'endsOn'}>
      {(wired) => (
        <input
          {...wired}
          type="date"
          className="form-input"
          value={initiative[key]}
          onChange={({ target }) => onChange({ [key]: target.value })}
        />
      )}
    </Field>
  )
  return (
    <fieldset className="plan-initiative" id={`initiative-${initiative.key}`} tabIndex={-1}>
      <legend>{texts.number(number)}</legend>
      {line('title', texts.initiativeTitle, 200)}
      <Field label={texts.what} hint={texts.whatHint}>
        {(wired) => (
          <textarea
            {...wired}
            className="form-input"
            rows={3}
            maxLength={4000}
            value={initiative.what}
            onChange={({ target }) => onChange({ what: target.value })}
          />
        )}
      </Field>
      <Field label={texts.owner} hint={texts.ownerHint}>
        {(wired) => (
          <select
            {...wired}
            className="form-select"
            value={initiative.owner}
            onChange={({ target }) => onChange({ owner: target.value })}
          >
            <option value="">{texts.choose}</option>
            <optgroup label={texts.units}>
              {draft.units.map(({ id, name }) => (
                <option key={id} value={`unit ${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
            <optgroup label={texts.people}>
              {draft.people.map(({ id, name }) => (
                <option key={id} value={`person ${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          </select>
        )}
      </Field>
      <div className="plan-days">
        {day('startsOn', texts.starts)}
        {day('endsOn', texts.ends)}
      </div>
      <Field label={texts.source}>
        {(wired) => (
          <select
            {...wired}
            className="form-select"
            value={initiative.source}
            onChange={({ target }) =>
              onChange({
                source: initiativeSources.find((source) => source === target.value) ?? 'audit',
              })
            }
          >
            {initiativeSources.map((source) => (
              <option key={source} value={source}>
                {texts.sources[source]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {line('reference', texts.reference, 400, texts.referenceHint)}
      <InitiativeAims
        draft={draft}
        aims={initiative.aims}
        number={number}
        onChange={(aims) => onChange({ aims })}
      />
      <Button onClick={onRemove}>{texts.removeInitiative(number)}</Button>
    </fieldset>
  )
}
