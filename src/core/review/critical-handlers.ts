/** Somebody who may handle a unit's critical cases. */
export interface CriticalHandler<P extends string = string> {
  readonly person: P
  readonly away: boolean
  /** Took part in the case: may act, but another must close it. */
  readonly barred: boolean
}

/**
 * Who is told, of those who could handle a case, `chain` in the order of responsibility (manager, lawyer, director): all
 * of the first link who are there, and further down until somebody is among them who can also close the case. If nobody
 * at all is there, everybody is told: rather one too many than none.
 */
export function chooseHandlers<P extends string>(
  chain: readonly (readonly CriticalHandler<P>[])[],
): readonly P[] {
  const told: P[] = []
  for (const link of chain) {
    const present = link.filter(({ away }) => !away)
    told.push(...present.map(({ person }) => person))
    if (present.some(({ barred }) => !barred)) break
  }
  const chosen = told.length > 0 ? told : chain.flat().map(({ person }) => person)
  return [...new Set(chosen)]
}
