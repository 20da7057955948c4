import { isNowhereApplicable, type Counts } from '../analysis/counts.ts'
import type { LocalText } from '../language/language.ts'

/**
 * Why a question was not compared, where the answers say it: not applicable in all cases, now or then. Null: another
 * reason. A question has one answer a case.
 */
export function notApplicableWords(now: Counts, baseline: Counts | null): LocalText | null {
  if (isNowhereApplicable(now)) return inAllCases(now.notApplicable)
  if (baseline === null || !isNowhereApplicable(baseline)) return null
  const then = inAllCases(baseline.notApplicable)
  return { da: `Baseline: ${lowered(then.da)}`, en: `Baseline: ${lowered(then.en)}` }
}

function inAllCases(cases: number): LocalText {
  return cases === 1
    ? { da: 'Ikke relevant i den ene sag', en: 'Not applicable in the one case' }
    : { da: `Ikke relevant i alle ${cases} sager`, en: `Not applicable in all ${cases} cases` }
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
