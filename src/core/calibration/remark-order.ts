/** What somebody said to a question, as the meeting reads it. */
interface Remark {
  readonly level: number
  readonly given: string | null
  /** The reader's own. */
  readonly me: boolean
  readonly comment: string | null
  readonly evidence: string | null
}

/**
 * By level, then by the words themselves, then the reader's own first: by all that is shown. What is said alike can
 * therefore change places unseen, and nobody keeps a place from question to question (decision 0013).
 */
export function byWhatWasSaid(a: Remark, b: Remark): number {
  return (
    a.level - b.level ||
    byWords(a.given, b.given) ||
    byWords(a.comment, b.comment) ||
    byWords(a.evidence, b.evidence) ||
    Number(b.me) - Number(a.me)
  )
}

/** In Danish order; texts that Danish order calls alike though they are not, by their characters. */
function byWords(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? -1 : 1
  return a.localeCompare(b, 'da') || (a < b ? -1 : 1)
}
