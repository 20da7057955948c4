import { addDays } from '../../core/calendar/days.ts'
import { lastDayWithin } from '../../core/review/working-days.ts'
import { listDueSoon, listOverdue } from '../../storage/review/reminder.ts'
import type { Database } from '../../storage/transaction.ts'
import { danishDay } from '../frame/danish-day.ts'
import { notify } from '../notification/notify.ts'

/** Working days before its day that a reviewer is told. */
const notice = 2

/**
 * Tells reviewers of what is due soon and what is overdue. Whoever was told is not told again, however often it runs;
 * those who are away are left in peace.
 */
export async function remind(database: Database, now: Date): Promise<number> {
  const today = danishDay(now)
  let told = 0
  for (const { municipalityId } of await database.beforeSignIn.listMunicipalities()) {
    const actor = { municipalityId, personId: null }
    told += await database.transaction(actor, async (tx) => {
      const soon = await listDueSoon(tx.reader, today, lastDayWithin(today, notice))
      const overdue = await listOverdue(tx.reader, today, addDays(today, -1))
      if (soon.length + overdue.length === 0) return 0
      const writer = await tx.recordChange({
        room: 'review',
        act: 'remind',
        subjectKind: 'review',
        detail: { due: soon.length, overdue: overdue.length },
      })
      await notify(
        writer,
        ...soon.map(({ person, review, once }) => ({
          to: [person],
          kind: 'review-due' as const,
          subjectId: review,
          once,
        })),
        ...overdue.map(({ person, review, once }) => ({
          to: [person],
          kind: 'review-overdue' as const,
          subjectId: review,
          once,
        })),
      )
      return soon.length + overdue.length
    })
  }
  return told
}
