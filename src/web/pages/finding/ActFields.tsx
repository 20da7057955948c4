import { citizenResponses, grounds, severities } from '../../../core/finding/finding.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useTexts } from '../../texts/language.tsx'
import { Field } from '../../ui/Field.tsx'
import type { DraftField } from './act-draft.ts'
import type { ActFieldsProps } from './act-fields-props.ts'
import { ChoiceGroup } from './ChoiceGroup.tsx'
import { PlanFields } from './PlanFields.tsx'

/** What an act asks besides words. */
export function ActFields(props: ActFieldsProps) {
  const texts = useTexts({ da, en })
  const { act, registrationOnly, draft, missing, onChange } = props
  const { fields } = texts
  const wrong = (field: Exclude<DraftField, 'text'>) =>
    missing.includes(field) ? texts.missing[field] : undefined
  switch (act) {
    case 'plan':
      return <PlanFields {...props} />
    case 'put-off':
      return (
        <Field
          label={fields.newDue}
          hint={texts.putOffHint}
          error={missing.includes('due') ? texts.missing.due : undefined}
        >
          {(wired) => (
            <input
              {...wired}
              type="date"
              className="form-input"
              min={props.today}
              value={draft.due}
              onChange={({ target }) => onChange({ due: target.value })}
            />
          )}
        </Field>
      )
    case 'contact':
      return (
        <>
          <DayField
            {...props}
            label={fields.contactOn}
            value={draft.on}
            error={wrong('on')}
            onDay={(on) => onChange({ on })}
          />
          <ChoiceGroup
            legend={fields.response}
            error={wrong('response')}
            options={citizenResponses}
            words={texts.responses}
            isChosen={(one) => draft.response === one}
            onChoose={(response) => onChange({ response })}
          />
          <ChoiceGroup
            legend={fields.told}
            legendHidden
            several
            error={wrong('told')}
            options={['told'] as const}
            words={fields}
            isChosen={() => draft.told}
            onChoose={(_, told) => onChange({ told })}
          />
        </>
      )
    case 'carry-out':
      return (
        <>
          <DayField
            {...props}
            label={fields.carriedOutOn}
            value={draft.on}
            error={wrong('on')}
            onDay={(on) => onChange({ on })}
          />
          {!registrationOnly && (
            <DayField
              {...props}
              label={fields.journalisedOn}
              hint={texts.journalHint}
              value={draft.journalisedOn}
              error={wrong('journalisedOn')}
              onDay={(journalisedOn) => onChange({ journalisedOn })}
            />
          )}
        </>
      )
    case 'propose':
      return (
        <ChoiceGroup
          legend={fields.ground}
          error={wrong('ground')}
          options={grounds}
          words={texts.grounds}
          isChosen={(one) => draft.ground === one}
          onChoose={(ground) => onChange({ ground })}
        />
      )
    case 'assess':
      return (
        <ChoiceGroup
          legend={fields.severity}
          error={wrong('severity')}
          options={severities.filter((one) => one !== 'unassessed')}
          words={texts.severities}
          isChosen={(one) => draft.severity === one}
          onChoose={(severity) => onChange({ severity })}
        />
      )
    case 'verify':
    case 'send-back':
    case 'approve':
    case 'refuse':
    case 'reopen':
      return null
  }
  return act satisfies never
}

interface DayFieldProps {
  readonly label: string
  readonly hint?: string
  readonly today: string
  readonly value: string
  readonly error: string | undefined
  readonly onDay: (day: string) => void
}

/** A day that has been. */
function DayField({ label, hint, today, value, error, onDay }: DayFieldProps) {
  return (
    <Field label={label} {...(hint !== undefined && { hint })} error={error}>
      {(wired) => (
        <input
          {...wired}
          type="date"
          className="form-input"
          max={today}
          value={value}
          onChange={({ target }) => onDay(target.value)}
        />
      )}
    </Field>
  )
}
