import type { Question } from '../programme/programme.ts'

/** Whether compliance is read from a question: it has an expected answer, and is not the alarm of a critical case. */
export function showsCompliance(question: Question): boolean {
  return question.expected !== null && !question.escalates
}
