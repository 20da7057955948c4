import type { CallInput } from '../../../contract/client.ts'
import { listedDeadlineStates, type listDeadlines } from '../../../contract/caseflow/deadlines.ts'
import type { DeadlinesFilters } from '../../paths.ts'
import { isShortLine, wholeUpTo } from '../../ui/filter-values.ts'
import { useFilters } from '../../ui/filters.ts'
import { isId } from '../finding/is-id.ts'

const keys = [
  'within',
  'state',
  'unit',
  'caseworker',
  'rule',
  'page',
] as const satisfies readonly (keyof DeadlinesFilters)[]

export function useDeadlineFilters() {
  return useFilters(keys)
}

/** Days ahead when the address does not say: a week, as the weekly meeting looks at it. */
export const usualHorizon = 7

type DeadlinesQuery = NonNullable<CallInput<typeof listDeadlines>['query']>

/** The filters that the address holds, as the server takes them; what is no such value is passed over. */
export function deadlineQuery(filters: DeadlinesFilters): DeadlinesQuery {
  const { unit, caseworker, rule } = filters
  const state = listedDeadlineStates.find((one) => one === filters.state)
  const page = wholeUpTo(10_000, filters.page)
  return {
    within: wholeUpTo(366, filters.within) ?? usualHorizon,
    ...(state !== undefined && { state }),
    ...(unit !== undefined && isId(unit) && { unit }),
    ...(caseworker !== undefined && isShortLine(caseworker, 100) && { caseworker }),
    ...(rule !== undefined && isShortLine(rule, 100) && { rule }),
    ...(page !== undefined && page > 1 && { page }),
  }
}
