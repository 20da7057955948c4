import { useId, type ReactNode } from 'react'
import { useCommonTexts } from '../texts/common.ts'

interface Wired {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

interface FieldProps {
  /** Only where an error summary must link to the control. */
  readonly id?: string
  readonly label: string
  readonly hint?: string
  /** What is wrong with the value, from the server or the page. */
  readonly error?: string | undefined
  readonly optional?: boolean
  /** Draws the control with the attributes that tie it to its label, hint and error. */
  readonly children: (wired: Wired) => ReactNode
}

/** A label, its control, its hint and its error, tied together. */
export function Field({ id: givenId, label, hint, error, optional = false, children }: FieldProps) {
  const texts = useCommonTexts()
  const ownId = useId()
  const id = givenId ?? ownId
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="soft"> ({texts.optional})</span>}
      </label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error === undefined ? undefined : true,
      })}
    </div>
  )
}
