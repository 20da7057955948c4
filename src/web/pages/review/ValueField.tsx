import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { longestText, writeNumber } from '../../../core/review/check-content.ts'
import { reviewForm as da } from '../../texts/da/review-form.ts'
import { reviewForm as en } from '../../texts/en/review-form.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { SavingText } from './SavingText.tsx'

interface ValueFieldProps {
  readonly type: 'number' | 'date' | 'text'
  readonly legend: ReactNode
  readonly value: string | null
  readonly onSave: (value: string | null) => void
  readonly onNext: () => void
}

/** A number, a day or a text as the answer. Enter goes on to the next question; in a text with Ctrl. */
export function ValueField({ type, legend, value, onSave, onNext }: ValueFieldProps) {
  const texts = useTexts({ da, en })
  const id = useId()
  const [wrong, setWrong] = useState(false)
  const wired = {
    id,
    'aria-describedby': wrong ? `${id}-error` : undefined,
    'aria-invalid': wrong || undefined,
    'data-answer': '',
  } as const
  const goOn = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || (type === 'text' && !event.ctrlKey && !event.metaKey)) return
    event.preventDefault()
    const { target } = event
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
    // Leaving the field saves it; where the value is wrong the person stays with it.
    target.blur()
    if (isWrong(type, target)) target.focus()
    else onNext()
  }
  return (
    <div className="answer-choices" role="presentation" onKeyDown={goOn}>
      <label className="answer-legend" htmlFor={id}>
        {legend}
      </label>
      {wrong && (
        <p className="field-error" id={`${id}-error`}>
          {type === 'number' ? texts.numberWrong : texts.dayWrong}
        </p>
      )}
      {type === 'text' && (
        <SavingText wired={wired} value={value} maxLength={longestText} rows={4} onSave={onSave} />
      )}
      {type === 'number' && <NumberInput wired={wired} value={value} onWrong={setWrong} onSave={onSave} />}
      {type === 'date' && (
        <input
          {...wired}
          type="date"
          className="form-input"
          min="1900-01-01"
          max="2199-12-31"
          defaultValue={value ?? ''}
          onBlur={({ target }) => {
            const bad = isWrong('date', target)
            setWrong(bad)
            onSave(bad || target.value === '' ? null : target.value)
          }}
        />
      )}
    </div>
  )
}

function isWrong(
  type: ValueFieldProps['type'],
  { value, validity }: HTMLInputElement | HTMLTextAreaElement,
): boolean {
  if (type === 'number') return value.trim() !== '' && writeNumber(value) === undefined
  return !validity.valid
}

interface NumberInputProps {
  readonly wired: Readonly<Record<string, unknown>>
  readonly value: string | null
  readonly onWrong: (wrong: boolean) => void
  readonly onSave: (value: string | null) => void
}

/** Typed as people write numbers, kept in one form. What cannot be read is not kept: the question then has no answer. */
function NumberInput({ wired, value, onWrong, onSave }: NumberInputProps) {
  const language = useLanguage()
  const shown = value === null ? '' : language === 'da' ? value.replace('.', ',') : value
  const [typed, setTyped] = useState(shown)
  const save = () => {
    const written = typed.trim() === '' ? null : writeNumber(typed)
    onWrong(written === undefined)
    onSave(written ?? null)
  }
  return (
    <input
      {...wired}
      className="form-input short-input"
      inputMode="decimal"
      autoComplete="off"
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={save}
    />
  )
}
