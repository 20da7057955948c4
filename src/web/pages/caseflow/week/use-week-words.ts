import { wordsIn, type FlowWords } from '../../../../core/caseflow/flow/flow-words.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'

/** The page's texts on what the rules count, in their words and the language of the session. */
export function useWeekWords(words: FlowWords): ReturnType<typeof da.inWords> {
  const language = useLanguage()
  return useTexts({ da, en }).inWords(wordsIn(words, language))
}
