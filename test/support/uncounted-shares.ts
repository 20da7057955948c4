/**
 * Objects of ANALYSIS.json that hold an estimate but not what it was made of. Walks everything, so that a field added
 * later is seen too.
 */
export function listUncountedShares(
  analysis: object,
  documented: Readonly<Record<string, string>>,
): readonly string[] {
  const found = new Set<string>()
  walk(analysis, '', (value, path) => {
    if (estimates.some((key) => isEstimate(value[key])) && !isCounted(value) && !(path in documented))
      found.add(path)
  })
  return [...found]
}

const estimates = ['share', 'estimate', 'interval', 'change', 'difference', 'alpha', 'standardError']
/** A numerator, its denominator and what was not applicable, by the names that the kinds of rows have for them. */
const counts = [
  ['numerator', 'denominator', 'notApplicable'],
  ['same', 'n', 'notApplicable'],
  ['same', 'n', 'bothNotApplicable', 'lowerNotApplicable', 'higherNotApplicable'],
] as const

function isEstimate(value: unknown): boolean {
  return typeof value === 'number' || (Array.isArray(value) && typeof value[0] === 'number')
}

function isCounted(value: Readonly<Record<string, unknown>>): boolean {
  return counts.some((keys) => keys.every((key) => Number.isInteger(value[key])))
}

function walk(
  value: unknown,
  path: string,
  see: (value: Readonly<Record<string, unknown>>, path: string) => void,
): void {
  if (Array.isArray(value)) for (const each of value) walk(each, `${path}[]`, see)
  else if (typeof value === 'object' && value !== null) {
    // A plain object out of JSON.
    see(value as Readonly<Record<string, unknown>>, path)
    for (const [key, each] of Object.entries(value)) walk(each, path === '' ? key : `${path}.${key}`, see)
  }
}
