import type { CallInput } from '../../../../contract/client.ts'
import {
  reconciliationStandings,
  reconciliationViews,
  type getReconciliation,
} from '../../../../contract/caseflow/reconciliation.ts'
import { isShortLine, wholeUpTo } from '../../../ui/filter-values.ts'
import { useFilters, type Filters } from '../../../ui/filters.ts'
import { isId } from '../../finding/is-id.ts'

const keys = ['round', 'level', 'unit', 'question', 'view', 'standing', 'page'] as const
type Key = (typeof keys)[number]

export function useReconciliationFilters() {
  return useFilters(keys)
}

type Query = NonNullable<CallInput<typeof getReconciliation>['query']>

/** The filters that the address holds, as the server takes them; what is no such value is passed over. */
export function reconciliationQuery(filters: Filters<Key>): Query {
  const { round, unit, question } = filters
  const view = reconciliationViews.find((one) => one === filters.view)
  const standing = reconciliationStandings.find((one) => one === filters.standing)
  const level = wholeUpTo(20, filters.level)
  const page = wholeUpTo(10_000, filters.page)
  return {
    ...(round !== undefined && isShortLine(round, 40) && { round }),
    ...(level !== undefined && { level }),
    ...(unit !== undefined && isId(unit) && { unit }),
    ...(question !== undefined && isShortLine(question, 100) && { question }),
    ...(view !== undefined && { view }),
    ...(standing !== undefined && { standing }),
    ...(page !== undefined && page > 1 && { page }),
  }
}
