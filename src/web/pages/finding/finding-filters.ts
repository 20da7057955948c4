import type { CallInput } from '../../../contract/client.ts'
import type { listFindings } from '../../../contract/finding/finding.ts'
import { findingStates, severities } from '../../../core/finding/finding.ts'
import type { FindingsFilters } from '../../paths.ts'
import { useFilters } from '../../ui/filters.ts'

const keys = [
  'view',
  'unit',
  'round',
  'stage',
  'question',
  'state',
  'severity',
  'overdue',
  'responsible',
  'page',
] as const satisfies readonly (keyof FindingsFilters)[]

export function useFindingFilters() {
  return useFilters(keys)
}

type FindingsQuery = NonNullable<CallInput<typeof listFindings>['query']>

/** The filters that the address holds, as the server takes them; what is no such value is passed over. */
export function queryOf(filters: FindingsFilters): Omit<FindingsQuery, 'page'> {
  const { unit, round, stage, question, responsible } = filters
  const state = [...findingStates, 'active' as const].find((one) => one === filters.state)
  const severity = severities.find((one) => one === filters.severity)
  return {
    ...(unit !== undefined && { unit }),
    ...(round !== undefined && { round }),
    ...(stage !== undefined && { stage }),
    ...(question !== undefined && { question }),
    ...(responsible !== undefined && { responsible }),
    ...(state !== undefined && { state }),
    ...(severity !== undefined && { severity }),
    ...(filters.overdue === 'true' && { overdue: 'true' as const }),
  }
}
