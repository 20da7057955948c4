import type { DrawnCase } from './draw-file.ts'
import type { OrderedStratum } from './order-strata.ts'
import { chanceOf, ProportionalChances } from './proportional-chances.ts'

/** The first `size` of a stratum's order as the draw file lists them, with their chances to be among so many. */
export function listFirst({ stratum, cases }: OrderedStratum, size: number): readonly DrawnCase[] {
  const risks = cases.flatMap(({ risk }) => risk ?? [])
  const factor = risks.length === 0 ? undefined : new ProportionalChances(risks).factorFor(size)
  return cases.slice(0, size).map(({ caseStage: { caseId, stage }, key, risk }, index) => ({
    caseId,
    stage,
    stratum,
    key,
    order: index + 1,
    status: 'drawn',
    reason: null,
    ...(risk !== undefined && factor !== undefined && { chance: chanceOf(risk, factor) }),
  }))
}
