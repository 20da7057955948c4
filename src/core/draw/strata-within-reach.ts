import { labelOfParts, wholeFrame } from './stratum-label.ts'
import { stratumParts } from './stratum-parts.ts'

interface StratumCount {
  readonly stratum: string
  readonly eligible: number
  readonly wanted: number
  /** Null before the draw. */
  readonly drawn: number | null
}

/**
 * Strata as one may see them who may see the cases of some units only. A stratum that names a caseworker says how many
 * cases that person finished and had drawn, so outside those units such strata are added up to their unit.
 *
 * @param units names; null: every unit.
 */
export function strataWithinReach(
  strata: readonly StratumCount[],
  units: readonly string[] | null,
): readonly StratumCount[] {
  if (units === null) return strata
  const shown = new Map<string, StratumCount>()
  for (const { stratum, ...counts } of strata) {
    const label = labelWithinReach(stratum, units)
    const before = shown.get(label)
    shown.set(label, { stratum: label, ...(before === undefined ? counts : add(before, counts)) })
  }
  return [...shown.values()]
}

function labelWithinReach(label: string, units: readonly string[]): string {
  const parts = stratumParts(label)
  const unit = parts.find(({ name }) => name === 'unit')
  const within = unit !== undefined && units.includes(unit.value)
  if (within || !parts.some(({ name }) => name === 'caseworker')) return label
  return unit === undefined ? wholeFrame : labelOfParts([unit])
}

type Counts = Omit<StratumCount, 'stratum'>

function add(a: Counts, b: Counts): Counts {
  return {
    eligible: a.eligible + b.eligible,
    wanted: a.wanted + b.wanted,
    drawn: a.drawn === null || b.drawn === null ? null : a.drawn + b.drawn,
  }
}
