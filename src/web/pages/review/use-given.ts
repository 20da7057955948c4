import type { MergeRow } from '../../../contract/review/merge.ts'
import { formatDate } from '../../format/dates.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'

/** How an answer of any type reads to a person. */
export function useGiven(): (row: Pick<MergeRow, 'answerType' | 'grades'>, given: string) => string {
  const { answers } = useTexts({ da, en })
  const local = useLocal()
  const language = useLanguage()
  return ({ answerType, grades }, given) => {
    if (given === 'yes' || given === 'no' || given === 'na')
      return answerType === 'yes-no' ? answers[given] : given
    if (answerType === 'date') return formatDate(given, language)
    if (answerType === 'number') return language === 'da' ? given.replace('.', ',') : given
    const grade = answerType === 'graded' ? grades[Number(given) - 1] : undefined
    return grade === undefined ? given : local(grade)
  }
}
