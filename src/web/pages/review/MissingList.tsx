import type { FormQuestion, Review } from '../../../contract/review/review.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'

interface MissingListProps {
  readonly sections: Review['sections']
  readonly missing: readonly FormQuestion[]
  readonly onGoTo: (question: string) => void
}

/** Which questions still need an answer, by section. */
export function MissingList({ sections, missing, onGoTo }: MissingListProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  return (
    <ol className="plain-list missing-list">
      {sections.map(({ number, title }) => {
        const here = missing.filter(({ section }) => section === number)
        if (here.length === 0) return null
        return (
          <li key={number}>
            <p className="section-title">{local(title)}</p>
            <ul className="question-dots">
              {here.map(({ key, number: printed }) => (
                <li key={key}>
                  <button
                    type="button"
                    aria-label={texts.questionAt(printed, texts.noAnswer)}
                    onClick={() => onGoTo(key)}
                  >
                    {printed}
                  </button>
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}
