import { differences as da } from '../../texts/da/differences.ts'
import { differences as en } from '../../texts/en/differences.ts'
import { useTexts } from '../../texts/language.tsx'
import { Field } from '../../ui/Field.tsx'

/** A few words that may go along. */
export function NoteField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const texts = useTexts({ da, en })
  return (
    <Field label={texts.note} optional>
      {(wired) => (
        <textarea
          {...wired}
          className="form-input"
          rows={2}
          maxLength={2000}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}
