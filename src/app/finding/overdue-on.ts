import { lastDayUnplannedTooLong } from '../../core/finding/finding-deadlines.ts'
import type { FindingFilter } from '../../storage/finding/finding-list.ts'

/** What is overdue on a day: restorations that were not carried out in time, and findings that nobody planned in time. */
export function overdueOn(today: string): NonNullable<FindingFilter['overdue']> {
  return { day: today, unplannedSince: lastDayUnplannedTooLong(today) }
}
