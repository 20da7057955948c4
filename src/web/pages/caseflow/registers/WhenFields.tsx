import { registers as da } from '../../../texts/da/registers.ts'
import { registers as en } from '../../../texts/en/registers.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Field } from '../../../ui/Field.tsx'

export interface When {
  readonly day: string
  readonly time: string
  readonly note: string
}

interface WhenFieldsProps {
  readonly when: When
  readonly today: string
  readonly noteLabel: string
  readonly noteOptional: boolean
  readonly errors: Readonly<Record<keyof When, string | undefined>>
  readonly onChange: (when: When) => void
}

/** When something happened, and a note on it. */
export function WhenFields({ when, today, noteLabel, noteOptional, errors, onChange }: WhenFieldsProps) {
  const texts = useTexts({ da, en })
  const { day, time, note } = when
  return (
    <>
      <Field label={texts.day} error={errors.day}>
        {(wired) => (
          <input
            {...wired}
            className="form-input"
            type="date"
            max={today}
            value={day}
            onChange={({ target }) => onChange({ day: target.value, time, note })}
          />
        )}
      </Field>
      <Field label={texts.time} optional error={errors.time}>
        {(wired) => (
          <input
            {...wired}
            className="form-input"
            type="time"
            value={time}
            onChange={({ target }) => onChange({ day, time: target.value, note })}
          />
        )}
      </Field>
      <Field label={noteLabel} hint={texts.noteHint} optional={noteOptional} error={errors.note}>
        {(wired) => (
          <textarea
            {...wired}
            className="form-input"
            rows={3}
            maxLength={1000}
            value={note}
            onChange={({ target }) => onChange({ day, time, note: target.value })}
          />
        )}
      </Field>
    </>
  )
}
