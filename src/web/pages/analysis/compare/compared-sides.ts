import type { WantedSides } from '../../../../contract/analysis/comparison.ts'
import { isShortLine, wholeUpTo } from '../../../ui/filter-values.ts'
import { useFilters, type Filters } from '../../../ui/filters.ts'
import { isId } from '../../finding/is-id.ts'

const keys = ['a', 'aLevel', 'aUnit', 'b', 'bLevel', 'bUnit'] as const
export type SideKey = (typeof keys)[number]

export function useComparedSides() {
  return useFilters(keys)
}

/** The two sides that the address holds, as the server takes them; what is no such value is passed over. */
export function wantedSides({ a, aLevel, aUnit, b, bLevel, bUnit }: Filters<SideKey>): WantedSides {
  const levels = [wholeUpTo(99, aLevel), wholeUpTo(99, bLevel)]
  return {
    ...(a !== undefined && isShortLine(a, 200) && { a }),
    ...(levels[0] !== undefined && { aLevel: levels[0] }),
    ...(aUnit !== undefined && isId(aUnit) && { aUnit }),
    ...(b !== undefined && isShortLine(b, 200) && { b }),
    ...(levels[1] !== undefined && { bLevel: levels[1] }),
    ...(bUnit !== undefined && isId(bUnit) && { bUnit }),
  }
}
