/** Somebody who may handle a unit's critical cases. */
export interface CriticalHandler<P extends string = string> {
  readonly person: P
  readonly away: boolean
  /** Took part in the case: may act, but another must close it. */
  readonly barred: boolean
}

/**
 * Who is told, of those who could handle a case, `chain` in the order of responsibility (manager, lawyer, director). The
 * first link always, there or not: nobody's calendar takes the alarm from who answers for the child. Then all of each
 * link who are there, until somebody is among them who can also close the case. If nobody at all is there, everybody is
 * told: rather one too many than none.
 */
export function chooseHandlers<P extends string>(
  chain: readonly (readonly CriticalHandler<P>[])[],
): readonly P[] {
  const [responsible = []] = chain
  const told: CriticalHandler<P>[] = []
  for (const link of chain) {
    const present = link.filter(({ away }) => !away)
    told.push(...present)
    if (present.some(({ barred }) => !barred)) break
  }
  const chosen = told.length > 0 ? [...responsible, ...told] : chain.flat()
  return [...new Set(chosen.map(({ person }) => person))]
}

/** Of several who do the same: those who are there, or all of them where nobody is. */
export function thoseThere<P extends string>(all: readonly CriticalHandler<P>[]): readonly P[] {
  const present = all.filter(({ away }) => !away)
  return [...new Set((present.length > 0 ? present : all).map(({ person }) => person))]
}
