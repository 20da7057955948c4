import { useState, type SubmitEvent } from 'react'
import { Field } from '../../ui/Field.tsx'

interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly type?: 'search' | 'date'
  /** Called when Enter is pressed or the field is left, not at each letter: every search is a look that is written down. */
  readonly onSearch: (text: string) => void
}

/** A field of a search, which acts when one is done typing. */
export function SearchField({ label, value, type = 'search', onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value)
  const [before, setBefore] = useState(value)
  // The address changed from elsewhere, for instance by the clearing of all filters.
  if (value !== before) {
    setBefore(value)
    setText(value)
  }
  const search = () => {
    if (text !== value) onSearch(text)
  }
  return (
    <form
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        search()
      }}
    >
      <Field label={label}>
        {(wired) => (
          <input
            {...wired}
            type={type}
            className="form-input"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={search}
          />
        )}
      </Field>
    </form>
  )
}
