import { useFilters, type Filters } from '../../../ui/filters.ts'
import { isId } from '../../finding/is-id.ts'

const keys = ['figure', 'key', 'unit', 'page'] as const

export function useCaseFilters() {
  return useFilters(keys)
}

export interface CaseQuery {
  readonly key?: string
  readonly unit?: string
  readonly page?: number
}

/** The filters that the address holds, as the server takes them; what is no such value is passed over. */
export function caseQuery({ key, unit, page }: Filters<(typeof keys)[number]>): CaseQuery {
  const number = Number(page)
  return {
    ...(key !== undefined && key.length <= 200 && { key }),
    ...(unit !== undefined && isId(unit) && { unit }),
    ...(Number.isInteger(number) && number > 1 && number <= 10_000 && { page: number }),
  }
}
