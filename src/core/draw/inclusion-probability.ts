import type { DrawFile, DrawnCase } from './draw-file.ts'

/**
 * The chance that a case of the stratum is among those looked at, given the level below: (drawn + replaced) / eligible.
 * A replaced case proved ineligible, and counting it keeps the sum of weights at the number of cases that would have
 * proved eligible. 1 / this is the level's design weight. Undefined: the draw has no such stratum, or its cases have
 * chances of their own (`risk-weighted`) or none (`newest-first`).
 */
export function inclusionProbability(draw: DrawFile, stratum: string): number | undefined {
  const found = draw.strata.find((candidate) => candidate.stratum === stratum)
  const { kind } = draw.selection
  if (found === undefined || kind === 'newest-first' || kind === 'risk-weighted') return undefined
  const lookedAt = draw.cases.reduce((sum, drawn) => sum + (drawn.stratum === stratum ? 1 : 0), 0)
  return found.eligible === 0 ? 0 : lookedAt / found.eligible
}

/**
 * A case in a chain of draws, with its chance of reaching the level from the one below and of reaching it at all. Null:
 * no chance is known, because a date decided here or below (`newest-first`).
 */
export interface Inclusion {
  readonly caseId: string
  readonly stage: string
  readonly conditional: number | null
  readonly overall: number | null
}

/**
 * Chances of every case in force at the last level of a chain (level 1 first, each drawn from the one before). The
 * overall chance is the product, because every level draws with keys of its own.
 */
export function listInclusions(chain: readonly DrawFile[]): readonly Inclusion[] {
  let overallBelow: ReadonlyMap<string, number | null> | undefined
  let inclusions: readonly Inclusion[] = []
  for (const draw of chain) {
    const chances = new Map(draw.strata.map(({ stratum, eligible }) => [stratum, { eligible, lookedAt: 0 }]))
    for (const drawn of draw.cases) {
      const chance = chances.get(drawn.stratum)
      if (chance !== undefined) chance.lookedAt += 1
    }
    const below = overallBelow
    inclusions = draw.cases.filter(isInForce).map((drawn) => {
      const chance = chances.get(drawn.stratum)
      if (chance === undefined) throw new Error(`stratum of a drawn case is not listed: ${drawn.stratum}`)
      const conditional = conditionalChance(draw, drawn, chance.lookedAt / chance.eligible)
      const earlier = below === undefined ? 1 : below.get(refOf(drawn))
      if (earlier === undefined)
        throw new Error(`case is not among those of the level below: ${drawn.caseId}`)
      const overall = conditional === null || earlier === null ? null : earlier * conditional
      return { caseId: drawn.caseId, stage: drawn.stage, conditional, overall }
    })
    overallBelow = new Map(inclusions.map((inclusion) => [refOf(inclusion), inclusion.overall]))
  }
  return inclusions
}

function conditionalChance({ selection }: DrawFile, drawn: DrawnCase, ofStratum: number): number | null {
  if (selection.kind === 'newest-first') return null
  if (selection.kind !== 'risk-weighted') return ofStratum
  if (drawn.chance === undefined) throw new Error(`a case drawn by risk has no chance: ${drawn.caseId}`)
  return drawn.chance
}

function isInForce(drawn: DrawnCase): boolean {
  return drawn.status === 'drawn'
}

/** A tab cannot be part of a case id. */
function refOf({ caseId, stage }: { readonly caseId: string; readonly stage: string }): string {
  return `${caseId}\t${stage}`
}
