/** A finding and a review whose submitted answers stand behind it. */
export interface FindingLink<F extends string = string, R extends string = string> {
  readonly finding: F
  readonly review: R
}

/** What came and what went, from the sources that stand on record to those that the answers say now; each link once. */
export function sourceChanges<L extends FindingLink>(
  standing: readonly FindingLink[],
  now: readonly L[],
): { readonly came: readonly L[]; readonly went: readonly FindingLink[] } {
  const keyOf = ({ finding, review }: FindingLink) => `${finding} ${review}`
  const before = new Set(standing.map(keyOf))
  const after = new Map(now.map((link) => [keyOf(link), link]))
  return {
    came: [...after].flatMap(([key, link]) => (before.has(key) ? [] : [link])),
    went: standing.filter((link) => !after.has(keyOf(link))),
  }
}
