import { useId } from 'react'

interface ChoiceGroupProps<T extends string> {
  readonly legend: string
  readonly legendHidden?: boolean
  /** Ticks instead of one choice. */
  readonly several?: boolean
  readonly error: string | undefined
  readonly options: readonly T[]
  readonly words: Readonly<Record<T, string>>
  readonly isChosen: (option: T) => boolean
  readonly onChoose: (option: T, on: boolean) => void
}

/** A question with a few answers, one a line. */
export function ChoiceGroup<T extends string>(props: ChoiceGroupProps<T>) {
  const { legend, legendHidden = false, several = false, error, options, words, isChosen, onChoose } = props
  const id = useId()
  return (
    <fieldset
      className="choices one-a-line"
      aria-describedby={error === undefined ? undefined : `${id}-error`}
    >
      <legend className={legendHidden ? 'visually-hidden' : undefined}>{legend}</legend>
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {options.map((option) => (
        <label key={option} className="choice">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={id}
            checked={isChosen(option)}
            onChange={({ target }) => onChoose(option, target.checked)}
          />{' '}
          {words[option]}
        </label>
      ))}
    </fieldset>
  )
}
