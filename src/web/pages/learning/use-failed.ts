import type { MaterialQuestion } from '../../../contract/learning/visit-material.ts'
import { formatInteger } from '../../format/numbers.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'

/** `2 af 18`: how many of the applicable answers were errors. */
export function useFailed(): (row: Pick<MaterialQuestion, 'numerator' | 'denominator'>) => string {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  return ({ numerator, denominator }) =>
    texts.errorsOf(formatInteger(denominator - numerator, language), formatInteger(denominator, language))
}
