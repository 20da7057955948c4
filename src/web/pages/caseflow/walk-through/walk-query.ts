import type { CallInput } from '../../../../contract/client.ts'
import type { listWalkThroughs } from '../../../../contract/caseflow/walk-throughs.ts'
import type { WalkThroughFilters } from '../../../paths.ts'
import { isId } from '../../finding/is-id.ts'

/** The filters that an address holds, as the server takes them; what is no such value is passed over. */
export function walkQuery({
  unit,
  caseworker,
}: WalkThroughFilters): NonNullable<CallInput<typeof listWalkThroughs>['query']> {
  return {
    ...(unit !== undefined && isId(unit) && { unit }),
    ...(caseworker !== undefined && caseworker !== '' && caseworker.length <= 100 && { caseworker }),
  }
}
