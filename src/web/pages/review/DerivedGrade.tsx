import { useState, type ReactNode } from 'react'
import type { FormQuestion } from '../../../contract/review/review.ts'
import type { AnswerContent } from '../../../core/review/answer-content.ts'
import { reviewForm as da } from '../../texts/da/review-form.ts'
import { reviewForm as en } from '../../texts/en/review-form.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { AnswerChoices } from './AnswerChoices.tsx'
import { SavingText } from './SavingText.tsx'

interface DerivedGradeProps {
  readonly legend: ReactNode
  readonly question: FormQuestion
  readonly content: AnswerContent
  readonly derived: number | undefined
  readonly onGive: (part: Partial<AnswerContent>) => void
}

/** A grade that follows from the other answers, and the reviewer's own instead of it, which needs a reason. */
export function DerivedGrade({ legend, question, content, derived, onGive }: DerivedGradeProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const [grade, setGrade] = useState(content.value)
  const [reason, setReason] = useState(content.overrideReason)
  const [open, setOpen] = useState(content.value !== null)
  const nameOf = (place: number) => {
    const name = question.grades[place - 1]
    return name === undefined ? '' : local(name)
  }
  const overridden = content.value !== null
  const ruled = derived === undefined ? undefined : nameOf(derived)
  const give = (nextGrade: string | null, nextReason: string | null) => {
    setGrade(nextGrade)
    setReason(nextReason)
    // Half an override is none: until both are there, what was kept before stands.
    if (nextGrade !== null && nextReason !== null) onGive({ value: nextGrade, overrideReason: nextReason })
  }
  const undo = () => {
    setGrade(null)
    setReason(null)
    setOpen(false)
    onGive({ value: null, overrideReason: null })
  }
  return (
    <fieldset className="answer-choices">
      <legend>{legend}</legend>
      <p className="derived-grade">
        {overridden ? (
          <>
            <strong>{nameOf(Number(content.value))}</strong>{' '}
            <StatusTag kind="attention">{texts.overridden}</StatusTag>
          </>
        ) : ruled === undefined ? (
          <span className="soft">{texts.derivedOpen}</span>
        ) : (
          <>
            <strong>{ruled}</strong> <StatusTag kind="neutral">{texts.derived}</StatusTag>
          </>
        )}
      </p>
      {overridden && ruled !== undefined && <p className="soft small">{texts.derivedRule(ruled)}</p>}
      {open ? (
        <div className="override">
          <AnswerChoices
            minor
            legend={texts.overrideGrade}
            choices={question.grades.map((name, index) => ({
              value: `${index + 1}`,
              label: local(name),
              key: undefined,
            }))}
            value={grade}
            onChoose={(chosen) => give(chosen, reason)}
          />
          <Field label={texts.overrideReason} hint={texts.overrideReasonHint}>
            {(wired) => (
              <SavingText
                wired={wired}
                value={reason}
                maxLength={1000}
                rows={2}
                onSave={(text) => give(grade, text)}
              />
            )}
          </Field>
          {(grade === null) !== (reason === null) && (
            <output className="soft small">{texts.overrideWaits}</output>
          )}
          <div className="button-row">
            <Button onClick={undo}>{texts.overrideUndo}</Button>
          </div>
        </div>
      ) : (
        <div className="note-buttons">
          <button type="button" data-answer="" disabled={ruled === undefined} onClick={() => setOpen(true)}>
            {texts.override}
          </button>
        </div>
      )}
    </fieldset>
  )
}
