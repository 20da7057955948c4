import type { ReactNode } from 'react'
import type { FormQuestion } from '../../../contract/review/review.ts'
import type { AnswerContent } from '../../../core/review/answer-content.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { AnswerChoices } from './AnswerChoices.tsx'
import { DerivedGrade } from './DerivedGrade.tsx'
import { ValueField } from './ValueField.tsx'

interface AnswerInputProps {
  readonly question: FormQuestion
  readonly content: AnswerContent
  /** Of a question whose grade follows from others: what follows so far. */
  readonly derived: number | undefined
  readonly onGive: (part: Partial<AnswerContent>) => void
  readonly onNext: () => void
}

const yesNo = ['yes', 'no', 'na'] as const

/** What a question is answered with, by its type; the question itself is the group's or the field's name. */
export function AnswerInput({ question, content, derived, onGive, onNext }: AnswerInputProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const legend: ReactNode = (
    <>
      <span className="question-number numeric">{question.number}</span> {local(question.text)}
    </>
  )
  const { answerType } = question
  if (answerType === 'yes-no')
    return (
      <AnswerChoices
        legend={legend}
        choices={yesNo.map((value) => ({ value, label: texts.answers[value], key: texts.keys[value] }))}
        value={content.answer}
        onChoose={(chosen) => onGive({ answer: yesNo.find((value) => value === chosen) ?? null })}
      />
    )
  if (question.derived !== undefined)
    return (
      <DerivedGrade legend={legend} question={question} content={content} derived={derived} onGive={onGive} />
    )
  if (answerType === 'graded')
    return (
      <AnswerChoices
        legend={legend}
        choices={question.grades.map((grade, index) => ({
          value: `${index + 1}`,
          label: local(grade),
          key: index < 9 ? `${index + 1}` : undefined,
        }))}
        value={content.value}
        onChoose={(value) => onGive({ value })}
      />
    )
  return (
    <ValueField
      type={answerType}
      legend={legend}
      value={content.value}
      onSave={(value) => onGive({ value })}
      onNext={onNext}
    />
  )
}
