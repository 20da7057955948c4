import type { FindingSummary } from '../../../contract/finding/finding.ts'
import type { FindingActKind } from '../../../core/finding/finding-act.ts'
import type { finding } from '../../texts/da/finding.ts'
import { useLocal } from '../../texts/language.tsx'

/** What the error is: the question, or the reviewer's words. */
export function useErrorWords(): (of: Pick<FindingSummary, 'question' | 'text'>) => string {
  const local = useLocal()
  return ({ question, text }) =>
    question === null ? (text ?? '') : `${question.number} ${local(question.text)}`
}

/** Names one finding in few words, for buttons that many stand beside: the case and the question's number. */
export function shortName({ caseId, question }: Pick<FindingSummary, 'caseId' | 'question'>): string {
  return question === null ? caseId : `${caseId}, ${question.number}`
}

/** An act's name; a plan that stands already is replaced by a new one. */
export function actName(
  act: FindingActKind,
  { measures }: Pick<FindingSummary, 'measures'>,
  texts: typeof finding,
): string {
  return act === 'plan' && measures.length > 0 ? texts.replan : texts.acts[act]
}
