import { formatDate } from '../../format/dates.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import type { Typed } from './answer-words.ts'

/** How an answer of any type reads to a person; `inside` a sentence yes and no begin small. */
export function useGiven(): (row: Typed, given: string, at?: 'alone' | 'inside') => string {
  const { answers } = useTexts({ da, en })
  const local = useLocal()
  const language = useLanguage()
  return ({ answerType, grades }, given, at = 'alone') => {
    if (given === 'yes' || given === 'no' || given === 'na')
      return answerType === 'yes-no'
        ? at === 'alone'
          ? answers[given]
          : answers[given].toLocaleLowerCase(language)
        : given
    if (answerType === 'date') return formatDate(given, language)
    if (answerType === 'number') return language === 'da' ? given.replace('.', ',') : given
    const grade = answerType === 'graded' ? grades[Number(given) - 1] : undefined
    return grade === undefined ? given : local(grade)
  }
}
