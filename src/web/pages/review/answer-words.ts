import type { FormQuestion } from '../../../contract/review/review.ts'
import type { AnswerContent } from '../../../core/review/answer-content.ts'
import { formatDate } from '../../format/dates.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'

export type Given = Pick<AnswerContent, 'answer' | 'value' | 'overrideReason'> & {
  readonly derivedValue: string | null
}
export type Typed = Pick<FormQuestion, 'answerType' | 'grades'>

/** An answer of any type in words; null: none is given. */
export function useAnswerWords(): (question: Typed, given: Given) => string | null {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  return ({ answerType, grades }, { answer, value, derivedValue }) => {
    if (answerType === 'yes-no') return answer && texts.answers[answer]
    const stands = value ?? derivedValue
    if (stands === null) return null
    switch (answerType) {
      case 'graded': {
        const grade = grades[Number(stands) - 1]
        return grade === undefined ? stands : local(grade)
      }
      case 'number':
        return language === 'da' ? stands.replace('.', ',') : stands
      case 'date':
        return formatDate(stands, language)
      case 'text':
        return stands
    }
    return answerType satisfies never
  }
}
