interface Listed {
  readonly caseId: string
  readonly walked: boolean
}

/**
 * The case after this one that waits for its walk-through, and from the end of the list on from its beginning; null: none
 * waits but this. A case that is not on the list is followed by the first.
 */
export function nextCase(cases: readonly Listed[], caseId: string): string | null {
  const at = cases.findIndex((each) => each.caseId === caseId)
  const around = [...cases.slice(at + 1), ...cases.slice(0, Math.max(0, at))]
  return around.find((each) => !each.walked && each.caseId !== caseId)?.caseId ?? null
}
