import type { WalkThroughFilters } from '../../../paths.ts'
import { useFilters } from '../../../ui/filters.ts'
import { isId } from '../../finding/is-id.ts'

/** The unit and the caseworker whose cases are walked through, as the address of a case tells them; null: none is. */
export function useWalk(): WalkThroughFilters | null {
  const [{ walk, caseworker }] = useFilters(['walk', 'caseworker'] as const)
  return walk !== undefined && isId(walk) ? { unit: walk, caseworker } : null
}
