import type { Checked, Problem } from '../language/problem.ts'
import type { Selection } from '../programme/programme.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import { firstProblems, placeOf } from './eligibility.ts'
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
  const seen = new Set<string>()
  const cases = eligible.map((caseStage): FrameCase => {
    const stratum = stratumLabel(caseStage, selection.strata)
    const risk = readRisk(caseStage, selection.risk)
    const place = `${stratum}\t${caseStage.caseId}`
    if (typeof risk === 'object') problems.push(risk)
    else if (risk > 0 && seen.has(place)) problems.push(twiceInStratum(caseStage))
    seen.add(place)
    return risk === 0
      ? { caseStage, stratum, older: false, why: 'selection.risk' }
      : { caseStage, stratum, older: false, risk: typeof risk === 'object' ? 0 : risk }
  })
  if (problems.length > 0) return { ok: false, problems: firstProblems(problems) }
  if (cases.length > 0 && cases.every(({ why }) => why !== undefined))
    return { ok: false, problems: [noRiskAtAll(selection.risk)] }
  return { ok: true, value: cases }
}

/** Both stages would have the one key of their case, and chances are exact only where every key is a draw of its own. */
function twiceInStratum(caseStage: CaseStage): Problem {
  const { caseId, stage } = caseStage
  return {
    code: 'case-twice-in-stratum',
    text: {
      da: `Sag ${caseId} står med flere sagstrin i samme gruppe (her ${stage}), så dens sandsynlighed ikke kan holdes. Tilføj stage til strata i programmet.`,
      en: `Case ${caseId} stands with several stages in one group (here ${stage}), so its probability cannot be kept. Add stage to strata in the programme.`,
    },
    at: placeOf(caseStage, 'stage'),
  }
}
