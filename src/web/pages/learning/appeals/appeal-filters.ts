import type { RouteInput } from '../../../../contract/frame/route.ts'
import type { listAppeals } from '../../../../contract/learning/appeals.ts'
import { appealAges, appealOutcomes, appealStates } from '../../../../core/learning/appeal.ts'
import { useFilters, type Filters } from '../../../ui/filters.ts'

const keys = ['q', 'sentYear', 'decidedYear', 'provision', 'ageGroup', 'outcome', 'state', 'page'] as const
export type AppealFilters = Filters<(typeof keys)[number]>

export const useAppealFilters = () => useFilters(keys)

/** What of the address the server can take; anything else in it filters nothing. */
export function queryOf(filters: AppealFilters): RouteInput<typeof listAppeals>['query'] {
  const year = (text: string | undefined) =>
    text !== undefined && /^(?:19|20)\d\d$/.test(text) ? Number(text) : undefined
  const page =
    filters.page !== undefined && /^[1-9]\d{0,2}$/.test(filters.page) ? Number(filters.page) : undefined
  const all = {
    q: filters.q?.slice(0, 200),
    sentYear: year(filters.sentYear),
    decidedYear: year(filters.decidedYear),
    provision: filters.provision?.slice(0, 200),
    ageGroup: [...appealAges, 'unknown' as const].find((age) => age === filters.ageGroup),
    outcome: appealOutcomes.find((outcome) => outcome === filters.outcome),
    state: appealStates.find((state) => state === filters.state),
    page,
  }
  return {
    ...(all.q !== undefined && { q: all.q }),
    ...(all.sentYear !== undefined && { sentYear: all.sentYear }),
    ...(all.decidedYear !== undefined && { decidedYear: all.decidedYear }),
    ...(all.provision !== undefined && { provision: all.provision }),
    ...(all.ageGroup !== undefined && { ageGroup: all.ageGroup }),
    ...(all.outcome !== undefined && { outcome: all.outcome }),
    ...(all.state !== undefined && { state: all.state }),
    ...(all.page !== undefined && { page: all.page }),
  }
}
