import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

interface WordsFormProps {
  readonly texts: {
    readonly label: string
    readonly hint: string
    readonly send: string
    readonly cancel: string
  }
  readonly words: string
  /** What is wrong with the words; undefined while they are good. */
  readonly error: string | undefined
  readonly sending: { readonly isError: boolean; readonly error: Error | null; readonly isPending: boolean }
  readonly onWords: (words: string) => void
  readonly onSend: () => void
  readonly onCancel: () => void
  /** The words are the first thing asked, so the focus goes there. */
  readonly focused?: boolean
  /** What is asked before the words. */
  readonly children?: ReactNode
}

/** A few questions, and words that somebody else will read. */
export function WordsForm(props: WordsFormProps) {
  const { texts, words, error, sending, onWords, onSend, onCancel, focused = false, children } = props
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      {sending.isError && <Problem error={sending.error} />}
      {children}
      <Field label={texts.label} hint={texts.hint} error={error}>
        {(wired) => (
          <textarea
            {...wired}
            className="form-input"
            rows={4}
            maxLength={4000}
            // The button that had the focus is gone.
            ref={focused ? focusOnce : undefined}
            value={words}
            onChange={({ target }) => onWords(target.value)}
          />
        )}
      </Field>
      <div className="button-row">
        <Button type="submit" variant="primary" busy={sending.isPending}>
          {texts.send}
        </Button>
        <Button onClick={onCancel}>{texts.cancel}</Button>
      </div>
    </form>
  )
}

/** The same function at every drawing, so that React calls it when the field appears and not again. */
function focusOnce(field: HTMLTextAreaElement | null): void {
  field?.focus()
}
