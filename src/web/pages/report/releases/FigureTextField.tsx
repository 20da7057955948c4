import { useRef } from 'react'
import type { ReleaseDraft } from '../../../../contract/report/releases.ts'
import type { Language } from '../../../../core/language/language.ts'
import { fillFigureText } from '../../../../core/report/figure-text.ts'
import { releases as da } from '../../../texts/da/releases.ts'
import { releases as en } from '../../../texts/en/releases.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { Field } from '../../../ui/Field.tsx'

type TextProblem = Extract<ReleaseDraft['problems'][number], { readonly kind: 'text' }>

interface FigureTextFieldProps {
  readonly label: string
  readonly language: Language
  readonly text: string
  /** Those that may be inserted here. */
  readonly figures: ReleaseDraft['figures']
  readonly problems: readonly TextProblem[]
  readonly onChange: (text: string) => void
}

/** A text with figures by reference: they are chosen from a list, and below stands what will be printed. */
export function FigureTextField({
  label,
  language,
  text,
  figures,
  problems,
  onChange,
}: FigureTextFieldProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const area = useRef<HTMLTextAreaElement>(null)
  const printed = new Map(figures.map((figure) => [figure.id, figure.printed[language]]))
  const insert = (id: string) => {
    const at = area.current?.selectionStart ?? text.length
    onChange(`${text.slice(0, at)}{${id}}${text.slice(at)}`)
    area.current?.focus()
  }
  const warnings = problems
    .filter((problem) => problem.language === language)
    .map(({ warning }) => {
      switch (warning.kind) {
        case 'unknown-figure':
          return texts.warnings.unknown(warning.id)
        case 'typed':
          return texts.warnings.typed(warning.percent)
        case 'contradicts':
          return texts.warnings.contradicts(warning.percent)
        default:
          return warning satisfies never
      }
    })
  return (
    <>
      <Field label={label} error={warnings.length === 0 ? undefined : warnings.join(' ')}>
        {(wired) => (
          <textarea
            {...wired}
            ref={area}
            className="form-input"
            lang={language}
            rows={3}
            maxLength={4000}
            value={text}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
      </Field>
      {figures.length > 0 && (
        <Field label={texts.insert}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value=""
              onChange={({ target }) => target.value !== '' && insert(target.value)}
            >
              <option value="">{texts.insertNone}</option>
              {figures.map((figure) => (
                <option key={figure.id} value={figure.id}>
                  {`${figure.printed[language]}: ${local(figure.label)}`}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {text.includes('{') && (
        <p className="soft small" lang={language}>
          {`${texts.printsAs} ${fillFigureText(text, (id) => printed.get(id) ?? `{${id}}`)}`}
        </p>
      )}
    </>
  )
}
