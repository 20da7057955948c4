import type { ReactNode } from 'react'
import type { AnswerContent } from '../../../core/review/answer-content.ts'
import { formatDate } from '../../format/dates.ts'
import { differences as daDifferences } from '../../texts/da/differences.ts'
import { differences as enDifferences } from '../../texts/en/differences.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'

type Said = Pick<AnswerContent, 'answer' | 'comment' | 'evidenceReference' | 'evidenceDate'>

interface AnswerSideProps {
  readonly side: Said | null | undefined
  /** How the answer is shown where it is not simply yes, no or not applicable. */
  readonly children?: ReactNode
}

/** One answer with what was said to it. */
export function AnswerSide({ side, children }: AnswerSideProps) {
  const texts = useTexts({ da, en })
  const words = useTexts({ da: daDifferences, en: enDifferences })
  const language = useLanguage()
  if (side === null || side === undefined) return <span className="soft">{words.notAsked}</span>
  const { answer, comment, evidenceReference: reference, evidenceDate: day } = side
  const written = day === null ? null : formatDate(day, language)
  return (
    <>
      {children ?? <strong>{answer === null ? texts.noAnswer : texts.answers[answer]}</strong>}
      {comment !== null && <span className="cell-note pre-line">{comment}</span>}
      {reference !== null && <span className="cell-note">{words.evidence(reference, written)}</span>}
      {reference === null && written !== null && (
        <span className="cell-note">{words.evidenceOn(written)}</span>
      )}
    </>
  )
}
