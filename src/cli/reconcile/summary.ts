import { indexQuestions } from '../../core/analysis/question-index.ts'
import {
  againstRestWords,
  agreementWords,
  correctedWords,
  outcomeWords,
} from '../../core/caseflow/reconcile/reconciliation-words.ts'
import { outcomes } from '../../core/caseflow/reconcile/outcome.ts'
import type { Reconciliation } from '../../core/caseflow/reconcile/reconciliation.ts'
import type { Language } from '../../core/language/language.ts'
import type { Programme } from '../../core/programme/programme.ts'

/** What a person at the terminal wants to know at once; the cases are in the file. */
export function reconciliationSummary(
  found: Reconciliation,
  programme: Programme,
  language: Language,
): readonly string[] {
  const index = indexQuestions(programme)
  const whole = found.units.find(({ unit }) => unit === null)
  const counts = outcomes.flatMap((outcome) => {
    const count = whole?.counts[outcome] ?? 0
    return count === 0 ? [] : [`${String(count).padStart(6)}  ${outcomeWords[outcome][language]}`]
  })
  const apart = found.units.flatMap(({ unit, againstRest }) =>
    unit !== null && (againstRest?.differs === 'less' || againstRest?.differs === 'more')
      ? [`${unit}: ${againstRestWords[againstRest.differs][language]}`]
      : [],
  )
  return [
    agreementWords(found)[language],
    ...counts,
    ...apart,
    ...found.questions.flatMap((row) => {
      if (outcomes.every((outcome) => row.counts[outcome] === 0)) return []
      const number = index.get(row.question)?.question.number ?? row.question
      return [`${row.question} (${number}): ${correctedWords(row)[language]}`]
    }),
  ]
}
