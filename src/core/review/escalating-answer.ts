import type { Question } from '../programme/programme.ts'

/** The answer that speaks for a critical case: the opposite of the expected one; null where the question expects none. */
export function escalatingAnswer({ escalates, expected }: Question): 'yes' | 'no' | null {
  if (!escalates || expected === null) return null
  return expected === 'yes' ? 'no' : 'yes'
}
