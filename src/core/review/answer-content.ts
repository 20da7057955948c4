import type { AnswerValue } from '../programme/programme.ts'

/** What a reviewer says to one question. `answer` and `value` null: a comment or evidence, but no answer yet. */
export interface AnswerContent {
  /** Of a yes-no question. */
  readonly answer: AnswerValue | null
  /**
   * Of a question of another type, in one written form: the grade's place from 1, `12.5`, `2024-01-31`, or the text. Of
   * a derived grade only where the reviewer overrode it.
   */
  readonly value: string | null
  /** Why a derived grade was overridden. */
  readonly overrideReason: string | null
  readonly comment: string | null
  /** The document in the case system that shows it. */
  readonly evidenceReference: string | null
  /** The document's day, ISO. */
  readonly evidenceDate: string | null
}

export const noContent: AnswerContent = {
  answer: null,
  value: null,
  overrideReason: null,
  comment: null,
  evidenceReference: null,
  evidenceDate: null,
}

export function sameContent(a: AnswerContent, b: AnswerContent): boolean {
  return (
    a.answer === b.answer &&
    a.value === b.value &&
    a.overrideReason === b.overrideReason &&
    a.comment === b.comment &&
    a.evidenceReference === b.evidenceReference &&
    a.evidenceDate === b.evidenceDate
  )
}

/** The content alone, of something that carries more. */
export function contentOnly(of: AnswerContent): AnswerContent {
  const { answer, value, overrideReason, comment, evidenceReference, evidenceDate } = of
  return { answer, value, overrideReason, comment, evidenceReference, evidenceDate }
}

/**
 * What becomes of a save. `stored` undefined: nothing is stored, which is version 0. Saving what is stored already
 * changes nothing, whatever version was seen: a client that got no reply may simply send again.
 */
export function judgeSave(
  stored: (AnswerContent & { readonly version: number }) | undefined,
  wanted: AnswerContent,
  seenVersion: number,
): 'save' | 'unchanged' | 'outdated' {
  if (sameContent(stored ?? noContent, wanted)) return 'unchanged'
  return (stored?.version ?? 0) === seenVersion ? 'save' : 'outdated'
}
