import type { CaseStage } from '../registry/case-stage.ts'
import { stageOfCase } from './case-key.ts'
import type { DrawnCase } from './draw-file.ts'
import { chanceOf, ProportionalChances } from './proportional-chances.ts'
import { readRisk } from './read-risk.ts'
import type { RiskWeighted } from './risk-weighted.ts'
import { stratumLabel } from './stratum-label.ts'

/** Gives every case drawn by risk its chance to be among as many as were looked at; `frame` is the draw's frozen one. */
export function addChances(
  cases: readonly DrawnCase[],
  frame: readonly CaseStage[],
  { risk: column, strata }: RiskWeighted,
): readonly DrawnCase[] {
  const risks = new Map<string, Map<string, number>>()
  for (const caseStage of frame) {
    const stratum = stratumLabel(caseStage, strata)
    const risk = readRisk(caseStage, column)
    if (typeof risk === 'object') throw new Error(`a frozen case has no risk: ${risk.code}`)
    const group = risks.get(stratum)
    if (group === undefined) risks.set(stratum, new Map([[stageOfCase(caseStage), risk]]))
    else group.set(stageOfCase(caseStage), risk)
  }
  const lookedAt = Map.groupBy(cases, ({ stratum }) => stratum)
  const factors = new Map(
    [...lookedAt].map(([stratum, { length }]) => [
      stratum,
      new ProportionalChances([...(risks.get(stratum)?.values() ?? [])]).factorFor(length),
    ]),
  )
  return cases.map((drawn) => {
    const risk = risks.get(drawn.stratum)?.get(stageOfCase(drawn))
    const factor = factors.get(drawn.stratum)
    if (risk === undefined || factor === undefined)
      throw new Error(`a drawn case is not in its frozen frame: ${drawn.caseId}`)
    return { ...drawn, chance: chanceOf(risk, factor) }
  })
}
