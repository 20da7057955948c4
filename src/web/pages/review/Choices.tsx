import { useId } from 'react'

interface ChoicesProps<T extends string> {
  readonly legend: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly value: T | null
  readonly onChange: (value: T) => void
  /** Why the choice is not good; undefined while it is. */
  readonly error: string | undefined
}

/** One of a few, all in sight. */
export function Choices<T extends string>({ legend, options, value, onChange, error }: ChoicesProps<T>) {
  const id = useId()
  return (
    <fieldset
      className="choices one-a-line"
      aria-describedby={error === undefined ? undefined : `${id}-error`}
    >
      <legend>{legend}</legend>
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input
            type="radio"
            name={id}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />{' '}
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
