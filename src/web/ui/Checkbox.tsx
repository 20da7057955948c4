import { useId, type ReactNode } from 'react'

interface CheckboxProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  /** The label; hidden from sight where the place says it, as in a table's row. */
  readonly children: ReactNode
  readonly labelHidden?: boolean
}

export function Checkbox({ checked, onChange, children, labelHidden = false }: CheckboxProps) {
  const id = useId()
  return (
    <span className="checkbox">
      <input
        id={id}
        type="checkbox"
        className="form-checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <label htmlFor={id}>
        {labelHidden ? <span className="visually-hidden">{children}</span> : children}
      </label>
    </span>
  )
}
