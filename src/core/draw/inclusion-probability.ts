import type { DrawFile, DrawnCase } from './draw-file.ts'

/**
 * The chance that a case of the stratum is among those looked at, given the level below: (drawn + replaced) / eligible.
 * A replaced case proved ineligible, and counting it keeps the sum of weights at the number of cases that would have
 * proved eligible. 1 / this is the level's design weight. Undefined: the draw has no such stratum.
 */
export function inclusionProbability(draw: DrawFile, stratum: string): number | undefined {
  const found = draw.strata.find((candidate) => candidate.stratum === stratum)
  if (found === undefined) return undefined
  const lookedAt = draw.cases.reduce((sum, drawn) => sum + (drawn.stratum === stratum ? 1 : 0), 0)
  return found.eligible === 0 ? 0 : lookedAt / found.eligible
}

/** A case in a chain of draws, with its chance of reaching each level from the one below and of reaching it at all. */
export interface Inclusion {
  readonly caseId: string
  readonly stage: string
  readonly conditional: number
  readonly overall: number
}

/**
 * Chances of every case in force at the last level of a chain (level 1 first, each drawn from the one before). The
 * overall chance is the product, because every level draws with keys of its own.
 */
export function listInclusions(chain: readonly DrawFile[]): readonly Inclusion[] {
  let overallBelow: ReadonlyMap<string, number> | undefined
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
      const conditional = chance.lookedAt / chance.eligible
      const earlier = below === undefined ? 1 : below.get(refOf(drawn))
      if (earlier === undefined)
        throw new Error(`case is not among those of the level below: ${drawn.caseId}`)
      return { caseId: drawn.caseId, stage: drawn.stage, conditional, overall: earlier * conditional }
    })
    overallBelow = new Map(inclusions.map((inclusion) => [refOf(inclusion), inclusion.overall]))
  }
  return inclusions
}

function isInForce(drawn: DrawnCase): boolean {
  return drawn.status === 'drawn'
}

/** A tab cannot be part of a case id. */
function refOf({ caseId, stage }: { readonly caseId: string; readonly stage: string }): string {
  return `${caseId}\t${stage}`
}
