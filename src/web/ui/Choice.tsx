import { Field } from './Field.tsx'

/** One of a few, each with its words. */
export function Choice<Key extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: Key
  readonly options: readonly (readonly [Key, string])[]
  readonly onChange: (key: Key) => void
}) {
  return (
    <Field label={label}>
      {(wired) => (
        <select
          {...wired}
          className="form-select"
          value={value}
          onChange={({ target }) => {
            const found = options.find(([key]) => key === target.value)
            if (found !== undefined) onChange(found[0])
          }}
        >
          {options.map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
