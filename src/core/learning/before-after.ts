/** The reviewed cases of a round that a figure is made of; days are ISO. */
export interface CaseSpan {
  readonly cases: number
  readonly earliestStart: string | null
  readonly latestEnd: string | null
}

/**
 * Where a round stands to an initiative's start. Only cases that were finished before it cannot have felt it, and only those
 * that were begun from then on are wholly of the time after. A round with both kinds, or with cases that were under way on
 * the day, is shown and compared with nothing.
 */
export type Side = 'before' | 'straddles' | 'after' | 'no-cases'

export function sideOfStart({ cases, earliestStart, latestEnd }: CaseSpan, start: string): Side {
  if (cases === 0 || earliestStart === null || latestEnd === null) return 'no-cases'
  if (latestEnd < start) return 'before'
  return earliestStart >= start ? 'after' : 'straddles'
}

export interface Chosen<Round> {
  readonly before: Round | null
  readonly after: Round | null
}

/**
 * The last round before the start and the first one after it, the rounds given oldest first. The rule is fixed before the
 * results are, so that nobody picks the pair that looks best.
 */
export function chooseBeforeAfter<Round extends { readonly side: Side }>(
  rounds: readonly Round[],
): Chosen<Round> {
  return {
    before: rounds.findLast(({ side }) => side === 'before') ?? null,
    after: rounds.find(({ side }) => side === 'after') ?? null,
  }
}
