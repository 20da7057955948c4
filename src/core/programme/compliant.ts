import type { AnswerValue, Question } from './programme.ts'

/**
 * Whether an answer is the compliant one. Null where no compliance is read: the question did not apply (it leaves the
 * denominator; it is never a "no"), it has no expected answer, or it only starts the critical-case procedure.
 */
export function isCompliant(question: Question, answer: AnswerValue): boolean | null {
  if (answer === 'na' || question.expected === null || question.escalates) return null
  return answer === question.expected
}

/** Whether an answer starts the critical-case procedure. */
export function startsCriticalCase(question: Question, answer: AnswerValue): boolean {
  return question.escalates && answer !== 'na' && answer !== question.expected
}
