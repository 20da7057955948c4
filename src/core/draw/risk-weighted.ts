import type { Checked, Problem } from '../language/problem.ts'
import type { Selection } from '../programme/programme.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import { firstProblems } from './eligibility.ts'
import type { FrameCase } from './frame-case.ts'
import { noRiskAtAll, readRisk } from './read-risk.ts'
import { stratumLabel } from './stratum-label.ts'

export type RiskWeighted = Extract<Selection, { readonly kind: 'risk-weighted' }>

/** Eligible case stages with their risk; without one (0) a case cannot be drawn and says so. */
export function selectByRisk(
  eligible: readonly CaseStage[],
  selection: RiskWeighted,
): Checked<readonly FrameCase[]> {
  const problems: Problem[] = []
  const cases = eligible.map((caseStage): FrameCase => {
    const stratum = stratumLabel(caseStage, selection.strata)
    const risk = readRisk(caseStage, selection.risk)
    if (typeof risk === 'object') problems.push(risk)
    return risk === 0
      ? { caseStage, stratum, older: false, why: 'selection.risk' }
      : { caseStage, stratum, older: false, risk: typeof risk === 'object' ? 0 : risk }
  })
  if (problems.length > 0) return { ok: false, problems: firstProblems(problems) }
  if (cases.length > 0 && cases.every(({ why }) => why !== undefined))
    return { ok: false, problems: [noRiskAtAll(selection.risk)] }
  return { ok: true, value: cases }
}
