import type { AnswerType, AnswerValue, Question } from '../programme/programme.ts'
import { noContent } from './answer-content.ts'
import { checkContent } from './check-content.ts'
import type { Problem } from '../language/problem.ts'

/** An answer of any type, as it was given. */
export interface GivenAnswer {
  readonly answer: AnswerValue | null
  readonly value: string | null
  /** The grade that followed from other answers; `value` beside it is the reviewer's own instead. */
  readonly derivedValue: string | null
  readonly overrideReason: string | null
}

/** The answer that counts: yes, no or na, the value, or the grade that follows. Null: a comment alone, or nothing. */
export function whatStands(given: Omit<GivenAnswer, 'overrideReason'> | undefined): string | null {
  return given?.answer ?? given?.value ?? given?.derivedValue ?? null
}

/** Whether two answers to a question say the same; null: not asked there. 2.5 and 2.50 do. */
export function sayTheSame(type: AnswerType, a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b
  return type === 'number' ? Number(a) === Number(b) : a === b
}

/** What is wrong with an answer that several people settle on, of whatever type; empty when it can be one. */
export function checkCommonAnswer(
  { key, answerType, grades }: Pick<Question, 'key' | 'answerType' | 'grades'>,
  given: string,
): readonly Problem[] {
  const yesNo = given === 'yes' || given === 'no' || given === 'na'
  if (answerType === 'yes-no' && yesNo) return []
  // As a grade of its own, where it otherwise follows from other answers.
  return checkContent(
    { key, answerType, ...(grades === undefined ? {} : { grades }) },
    { ...noContent, value: given },
  )
}
