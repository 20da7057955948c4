import type { FormQuestion } from '../../../contract/review/review.ts'
import { drafts as da } from '../../texts/da/drafts.ts'
import { drafts as en } from '../../texts/en/drafts.ts'
import { useTexts } from '../../texts/language.tsx'
import type { Conflict } from './answer-queue.ts'
import { findNoted } from './note-name.ts'
import { wholeReview } from './send-answers.ts'

interface ConflictLinksProps {
  readonly questions: readonly FormQuestion[]
  readonly conflicts: ReadonlyMap<string, Conflict>
  readonly onGoTo: (question: string) => void
}

/** Where a choice between two answers waits, which may be far from where one is. */
export function ConflictLinks({ questions, conflicts, onGoTo }: ConflictLinksProps) {
  const texts = useTexts({ da, en })
  if (conflicts.size === 0) return null
  return (
    <div className="note" role="alert">
      <p>{texts.choose(conflicts.size)}</p>
      <div className="button-row">
        {[...conflicts.keys()].map((name) => {
          const noted = findNoted(name)
          const key = noted ?? name
          const number = questions.find((question) => question.key === key)?.number ?? key
          const text =
            key === wholeReview
              ? texts.whole
              : noted === undefined
                ? texts.question(number)
                : texts.noteTo(texts.question(number))
          return (
            <button key={name} type="button" className="button button-secondary" onClick={() => onGoTo(key)}>
              {text}
            </button>
          )
        })}
      </div>
    </div>
  )
}
