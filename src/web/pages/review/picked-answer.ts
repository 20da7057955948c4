import type { Typed } from './answer-words.ts'

/** Not an answer that anybody can have given: answers in words are never this long a run of dots. */
export const another = '…'

export interface Picked {
  readonly choice: string | null
  /** What was written where none of the choices fits. */
  readonly written: string
}

export const nothingPicked: Picked = { choice: null, written: '' }

/** What was picked, as the server takes it; null: nothing yet. */
export function toGiven({ answerType }: Typed, { choice, written }: Picked): string | null {
  if (choice !== another) return choice
  const text = written.trim()
  if (text === '') return null
  return answerType === 'number' ? text.replace(',', '.') : text
}
