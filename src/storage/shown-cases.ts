/**
 * The cases that an answer shows: every `caseId` in it, as the contract names the number of a case everywhere. Maps, dates
 * and bytes are not looked into; whoever answers with a file says itself what it shows.
 */
export function listShownCases(answer: unknown): readonly string[] {
  const found = new Set<string>()
  const waiting: unknown[] = [answer]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (Array.isArray(next)) {
      for (const each of next) if (typeof each === 'object') waiting.push(each)
    } else if (isPlain(next)) {
      for (const key of Object.keys(next)) {
        const value = next[key]
        if (key === 'caseId' && typeof value === 'string' && value !== '') found.add(value)
        else if (typeof value === 'object') waiting.push(value)
      }
    }
  }
  return [...found]
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
