import { listLawsInForce } from './lookup.ts'
import type { Law, Programme, Question } from './programme.ts'

export interface LegalReference {
  readonly law: Law
  readonly reference: string
}

/** What a question rests on in the law that was in force when the stage was completed (ISO day); null when the question names no provision of it. */
export function legalReference(
  question: Question,
  completedDate: string,
  programme: Programme,
): LegalReference | null {
  for (const law of listLawsInForce(programme, completedDate)) {
    const entry = question.legal.find((candidate) => candidate.law === law.key)
    if (entry !== undefined) return { law, reference: entry.reference }
  }
  return null
}
