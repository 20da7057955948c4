import type { ReactNode } from 'react'
import type { AskedQuestion } from '../../../contract/analysis/evidence.ts'
import { resultsEvidence as da } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as en } from '../../texts/en/results-evidence.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'

/** Prints a question's place and text by its key. */
export function useAsked(
  asked: readonly AskedQuestion[],
  stageTitle: (stage: string) => string,
): (key: string) => ReactNode {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const known = new Map(asked.map((question) => [question.key, question] as const))
  return (key) => {
    const question = known.get(key)
    if (question === undefined) return key
    return (
      <>
        <span className="cell-note">{texts.place(stageTitle(question.stage), question.number)}</span>
        {local(question.text)}
      </>
    )
  }
}
