import { calibration as da } from '../../texts/da/calibration.ts'
import { calibration as en } from '../../texts/en/calibration.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'

export interface DocumentDraft {
  readonly title: string
  readonly date: string
  readonly text: string
}

interface DocumentFieldsProps {
  readonly number: number
  readonly document: DocumentDraft
  readonly errorOf: (key: keyof DocumentDraft) => string | undefined
  readonly onChange: (document: DocumentDraft) => void
  /** Undefined: it is the only one. */
  readonly onRemove: (() => void) | undefined
}

/** One document of an invented file. */
export function DocumentFields({ number, document, errorOf, onChange, onRemove }: DocumentFieldsProps) {
  const texts = useTexts({ da, en })
  return (
    <fieldset className="training-fields">
      <legend>{texts.documentHeading(number)}</legend>
      <Field label={texts.documentTitle} error={errorOf('title')}>
        {(wired) => (
          <input
            {...wired}
            className="form-input"
            maxLength={200}
            value={document.title}
            onChange={({ target }) => onChange({ ...document, title: target.value })}
          />
        )}
      </Field>
      <Field label={texts.documentDate} error={errorOf('date')}>
        {(wired) => (
          <input
            {...wired}
            type="date"
            className="form-input"
            max="2100-12-31"
            value={document.date}
            onChange={({ target }) => onChange({ ...document, date: target.value })}
          />
        )}
      </Field>
      <Field label={texts.documentText} error={errorOf('text')}>
        {(wired) => (
          <textarea
            {...wired}
            className="form-input"
            rows={6}
            maxLength={8000}
            value={document.text}
            onChange={({ target }) => onChange({ ...document, text: target.value })}
          />
        )}
      </Field>
      {onRemove !== undefined && (
        <Button variant="tertiary" aria-label={texts.removeNamed(number)} onClick={onRemove}>
          {texts.removeDocument}
        </Button>
      )}
    </fieldset>
  )
}
