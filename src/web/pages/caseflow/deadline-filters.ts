import type { CallInput } from '../../../contract/client.ts'
import { listedDeadlineStates, type listDeadlines } from '../../../contract/caseflow/deadlines.ts'
import type { DeadlinesFilters } from '../../paths.ts'
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
  const page = whole(filters.page, 10_000)
  return {
    within: whole(filters.within, 366) ?? usualHorizon,
    ...(state !== undefined && { state }),
    ...(unit !== undefined && isId(unit) && { unit }),
    ...(caseworker !== undefined && isShort(caseworker) && { caseworker }),
    ...(rule !== undefined && isShort(rule) && { rule }),
    ...(page !== undefined && page > 1 && { page }),
  }
}

function whole(text: string | undefined, most: number): number | undefined {
  const number = Number(text)
  return Number.isInteger(number) && number >= 1 && number <= most ? number : undefined
}

function isShort(text: string): boolean {
  return text.length <= 100 && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)
}
