import type { FormQuestion } from '../../../contract/review/review.ts'
import { formatDate } from '../../format/dates.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'

const kinds = { verified: 'done', partial: 'neutral', memory: 'attention' } as const

/** What the question rests on in the law of the day the stage was completed, and how to judge it. */
export function QuestionLaw({ question, completed }: { question: FormQuestion; completed: string | null }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const { law, guidance, legalConfidence } = question
  return (
    <Disclosure summary={law === null ? texts.guidance : `${texts.guidance}: ${law.reference}`}>
      {law === null ? (
        <p>{texts.noLaw}</p>
      ) : (
        <p>
          <strong>{law.reference}</strong>{' '}
          <StatusTag kind={kinds[legalConfidence]}>{texts.confidence[legalConfidence]}</StatusTag>
          <br />
          <span className="soft small">
            {completed === null
              ? local(law.title)
              : texts.lawInForce(local(law.title), formatDate(completed, language))}
          </span>
        </p>
      )}
      {guidance === null ? <p className="soft small">{texts.noGuidance}</p> : <p>{local(guidance)}</p>}
    </Disclosure>
  )
}
