/** The questions that each question's grade follows from. */
export type DerivedLinks = ReadonlyMap<string, readonly string[]>

/** The way from `start` back to itself, when its grade follows from itself. */
export function derivedCircle(start: string, links: DerivedLinks): readonly string[] | undefined {
  const seen = new Set<string>()
  const search = (key: string, way: readonly string[]): readonly string[] | undefined => {
    for (const next of links.get(key) ?? []) {
      if (next === start) return [...way, start]
      if (seen.has(next)) continue
      seen.add(next)
      const found = search(next, [...way, next])
      if (found !== undefined) return found
    }
    return undefined
  }
  return search(start, [start])
}
