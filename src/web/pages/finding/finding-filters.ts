import type { CallInput } from '../../../contract/client.ts'
import type { listFindings } from '../../../contract/finding/finding.ts'
import { findingStates, severities } from '../../../core/finding/finding.ts'
import type { FindingsFilters } from '../../paths.ts'
import { isShortLine } from '../../ui/filter-values.ts'
import { useFilters } from '../../ui/filters.ts'
import { isId } from './is-id.ts'

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
  const late = (['true', 'put-off'] as const).find((one) => one === filters.overdue)
  const severity = severities.find((one) => one === filters.severity)
  return {
    ...(unit !== undefined && isId(unit) && { unit }),
    ...(round !== undefined && isShortLine(round, 40) && { round }),
    ...(stage !== undefined && isShortLine(stage, 100) && { stage }),
    ...(question !== undefined && isShortLine(question, 100) && { question }),
    ...(responsible !== undefined && isPerson(responsible) && { responsible }),
    ...(state !== undefined && { state }),
    ...(severity !== undefined && { severity }),
    ...(late !== undefined && { overdue: late }),
  }
}

function isPerson(text: string): boolean {
  return text === 'me' || text === 'none' || isId(text)
}

/** The page in the address; what is no such number is the first. */
export function pageOf({ page }: Pick<FindingsFilters, 'page'>): number {
  const number = Number(page)
  return Number.isInteger(number) && number > 1 ? Math.min(number, mostPages) : 1
}

/** As far as the server is asked; it answers with the last page there is. */
const mostPages = 10_000
