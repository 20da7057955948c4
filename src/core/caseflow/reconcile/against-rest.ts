import { rememberingTest } from '../../analysis/proportion-test.ts'
import { bh } from '../../statistics/bh.ts'
import { fewestCompared } from './corrected-share.ts'
import { isCompared, isDisagreement } from './outcome.ts'
import type { AgainstRest, ReconciledAnswer } from './reconciliation.ts'

/** Of the units called different at most this share is so by chance, on average (docs/statistics.md, "Families"). */
const falseShare = 0.1

/**
 * Each unit against all others. The case is what is counted, since its answers are not independent: whether anything in it
 * disagrees. Weights are left out: under the hypothesis that a unit is like the rest they change nothing.
 */
export function unitsAgainstRest(answers: readonly ReconciledAnswer[]): ReadonlyMap<string, AgainstRest> {
  const test = rememberingTest()
  const compared = answers.filter(({ outcome }) => isCompared(outcome))
  const cases = Map.groupBy(compared, ({ caseId, stage }) => `${caseId}\t${stage}`)
  const units = Map.groupBy(cases.values(), ([first]) => first?.unit ?? '')
  const count = (of: readonly (readonly ReconciledAnswer[])[]) => ({
    n: of.length,
    agree: of.filter((rows) => !rows.some(({ outcome }) => isDisagreement(outcome))).length,
  })
  const all = count([...cases.values()])
  const rows = [...units].map(([unit, of]) => {
    const here = count(of)
    const rest = { n: all.n - here.n, agree: all.agree - here.agree }
    const enough = Math.min(here.n, rest.n) >= fewestCompared
    const p = enough ? test.of(here.agree, here.n, rest.agree, rest.n).p : null
    return { unit, p, less: here.agree / here.n < rest.agree / rest.n }
  })
  const qs = bh(rows.flatMap(({ p }) => (p === null ? [] : [p])))
  let tested = 0
  const found = new Map<string, AgainstRest>()
  for (const { unit, p, less } of rows) {
    if (p === null) found.set(unit, { p, q: null, differs: 'too-few' })
    else {
      const q = qs[tested] ?? 1
      tested += 1
      found.set(unit, { p, q, differs: q > falseShare ? 'no' : less ? 'less' : 'more' })
    }
  }
  return found
}
