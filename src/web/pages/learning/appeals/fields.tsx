import { Field } from '../../../ui/Field.tsx'

interface TextProps {
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
}

const hinted = (hint: string | undefined) => (hint === undefined ? {} : { hint })

export function DayField({ label, optional = false, value, onChange }: Omit<TextProps, 'hint'>) {
  return (
    <Field label={label} optional={optional}>
      {(wired) => (
        <input
          {...wired}
          type="date"
          className="form-input"
          required={!optional}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

export function LineField({
  label,
  hint,
  optional = false,
  value,
  max,
  onChange,
}: TextProps & { readonly max: number }) {
  return (
    <Field label={label} optional={optional} {...hinted(hint)}>
      {(wired) => (
        <input
          {...wired}
          className="form-input"
          autoComplete="off"
          required={!optional}
          maxLength={max}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

export function TextField({ label, hint, optional = false, value, onChange }: TextProps) {
  return (
    <Field label={label} optional={optional} {...hinted(hint)}>
      {(wired) => (
        <textarea
          {...wired}
          className="form-input"
          rows={3}
          required={!optional}
          maxLength={2000}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

/** A whole number, or nothing. */
export function NumberField({
  label,
  hint,
  value,
  max,
  onChange,
}: Omit<TextProps, 'optional'> & { readonly max: number }) {
  return (
    <Field label={label} optional {...hinted(hint)}>
      {(wired) => (
        <input
          {...wired}
          type="number"
          min={0}
          max={max}
          className="form-input"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}
