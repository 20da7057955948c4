/** Somebody who may review at this level. `unit` null: cases of every unit. */
export interface Reviewer {
  readonly person: string
  readonly role: string
  readonly unit: string | null
}

export interface CaseToReview {
  readonly unit: string
  /** Persons who took part in the case stage: none of them may review it. */
  readonly participants: ReadonlySet<string>
  /** Left without a reviewer when two of different roles cannot take it. */
  readonly onlyByTwo?: boolean
}

export interface Assignment {
  /** Null: nobody at this level may take it; somebody must be found by hand. */
  readonly first: string | null
  /** The second of two who fill one form together, of another role; null where there is none. */
  readonly second: string | null
}

/**
 * Gives every case to the able reviewer with the fewest cases so far, in the given order where several have equally
 * few. Those who took part in a case are not able (domain.md, People). With `together` a second one of another role
 * joins, chosen the same way.
 */
export function assignReviewers(
  cases: readonly CaseToReview[],
  reviewers: readonly Reviewer[],
  together: boolean,
): readonly Assignment[] {
  const load = new Map<string, number>()
  const loadOf = ({ person }: Reviewer): number => load.get(person) ?? 0
  const findLeast = (able: readonly Reviewer[]): Reviewer | undefined => {
    let least: Reviewer | undefined
    for (const candidate of able)
      if (least === undefined || loadOf(candidate) < loadOf(least)) least = candidate
    return least
  }
  return cases.map(({ unit, participants, onlyByTwo = false }) => {
    const able = reviewers.filter(
      (reviewer) => (reviewer.unit === null || reviewer.unit === unit) && !participants.has(reviewer.person),
    )
    const first = findLeast(able)
    if (first === undefined) return { first: null, second: null }
    const others = able.filter(({ person, role }) => role !== first.role && person !== first.person)
    const second = together ? findLeast(others) : undefined
    if (second === undefined && onlyByTwo) return { first: null, second: null }
    for (const taken of [first, second]) if (taken) load.set(taken.person, loadOf(taken) + 1)
    return { first: first.person, second: second?.person ?? null }
  })
}
