import type { Question } from '../programme/programme.ts'

/** What is kept beside a value: the type of its question and, of a grade, what it was called in Danish that day. */
export function valueTypeOf({ answerType, grades }: Question, value: string | null) {
  if (value === null || answerType === 'yes-no') return { valueType: null, valueWording: null }
  const wording = answerType === 'graded' ? (grades?.[Number(value) - 1]?.da ?? null) : null
  return { valueType: answerType, valueWording: wording }
}
