import type { DrawFile } from '../draw/draw-file.ts'
import { orderStrata } from '../draw/order-strata.ts'
import { stratumLabel } from '../draw/stratum-label.ts'
import { stratumParts } from '../draw/stratum-parts.ts'
import type { CaseStage } from '../registry/case-stage.ts'

/** Cases that a level could have reviewed: those that are known one by one, and those of which only a number is told. */
export interface DrawnPopulation {
  /** By `caseRef`. The unit is null where neither frame nor stratum tells it. */
  readonly cases: ReadonlyMap<string, { readonly stage: string; readonly unit: string | null }>
  readonly counted: readonly CountedCases[]
}

/** So many cases of a stage and unit; null: the draw does not tell of which. */
export interface CountedCases {
  readonly stage: string | null
  readonly unit: string | null
  readonly count: number
}

/** A tab cannot be part of a case id. */
export function caseRef({ caseId, stage }: { readonly caseId: string; readonly stage: string }): string {
  return `${caseId}\t${stage}`
}

/**
 * What a chain of draws (lowest level first) was made from. The lowest draw's frame tells every case's stage and unit, where it
 * is at hand and is the one the draw was made from. Else its strata tell how many cases there were, of a stage or unit
 * only where the draw was stratified by it. Cases that proved ineligible at any level are no part of it; cases that a quota of 0
 * left out are: nobody has seen them.
 */
export function drawnPopulation(
  chain: readonly DrawFile[],
  frame: readonly CaseStage[] | undefined,
): DrawnPopulation {
  const lowest = chain[0]
  if (lowest === undefined) throw new Error('a chain of draws has at least one')
  const units = unitsByStratum(chain)
  const cases = new Map<string, { readonly stage: string; readonly unit: string | null }>()
  const frozen = frame === undefined ? undefined : findFrozen(lowest, frame)
  if (frozen !== undefined)
    for (const one of frozen) cases.set(caseRef(one), { stage: one.stage, unit: one.unit })
  else
    for (const drawn of lowest.cases)
      cases.set(caseRef(drawn), { stage: drawn.stage, unit: units.get(caseRef(drawn)) ?? null })
  for (const { cases: drawn } of chain)
    for (const one of drawn) if (one.status === 'replaced') cases.delete(caseRef(one))
  return { cases, counted: frozen === undefined ? countReserve(lowest) : [] }
}

/** Cases of each stratum that nobody looked at, with what its label tells of them. */
function countReserve({ strata, cases }: DrawFile): readonly CountedCases[] {
  const lookedAt = new Map<string, number>()
  for (const { stratum } of cases) lookedAt.set(stratum, (lookedAt.get(stratum) ?? 0) + 1)
  return strata.flatMap(({ stratum, eligible }) => {
    const count = eligible - (lookedAt.get(stratum) ?? 0)
    const parts = new Map(stratumParts(stratum).map(({ name, value }) => [name, value]))
    return count > 0 ? [{ stage: parts.get('stage') ?? null, unit: parts.get('unit') ?? null, count }] : []
  })
}

/** The unit of each drawn case that a level was stratified by. */
function unitsByStratum(chain: readonly DrawFile[]): ReadonlyMap<string, string> {
  const units = new Map<string, string>()
  for (const { cases } of chain)
    for (const drawn of cases) {
      const unit = stratumParts(drawn.stratum).find(({ name }) => name === 'unit')
      if (unit !== undefined) units.set(caseRef(drawn), unit.value)
    }
  return units
}

/**
 * The rows of a frame that the draw was made from; undefined where its digest says that they are others. The frame may
 * hold other rounds' cases too, which lie in other strata where a draw was stratified by month.
 */
function findFrozen(draw: DrawFile, frame: readonly CaseStage[]): readonly CaseStage[] | undefined {
  const names = draw.selection.kind === 'census' ? [] : draw.selection.strata
  const strata = new Set(draw.strata.map(({ stratum }) => stratum))
  const rows = frame.filter((row) => strata.has(stratumLabel(row, names)))
  // Any seed: it orders the cases, and plays no part in which they are.
  const ordered = orderStrata(rows, draw, new Uint8Array(), { stated: draw.strata })
  if (!ordered.ok || ordered.value.frameDigest !== draw.frameDigest) return undefined
  return ordered.value.strata.flatMap(({ cases }) => cases.map(({ caseStage }) => caseStage))
}
