import { reachOf } from '../../../core/access/permissions.ts'
import { isWorkingDay, lastDayWithin } from '../../../core/review/working-days.ts'
import { listRoleGrants } from '../../../storage/access/staff-member.ts'
import { listPeopleDueSoon } from '../../../storage/caseflow/watch/own-due.ts'
import type { PersonId } from '../../../storage/ids.ts'
import type { Database } from '../../../storage/transaction.ts'
import { danishDay, danishHour } from '../../frame/danish-day.ts'
import { notify } from '../../notification/notify.ts'

/** Before the mails of the day are written. */
const earliestHour = 5

/**
 * Tells caseworkers on the morning of a working day that deadlines in their own cases end by the next one: once a day however
 * many they are, and without saying which. Those who are away are left in peace.
 */
export async function remindOwnDeadlines(database: Database, now: Date): Promise<number> {
  const today = danishDay(now)
  if (danishHour(now) < earliestHour || !isWorkingDay(today)) return 0
  let told = 0
  for (const { municipalityId } of await database.beforeSignIn.listMunicipalities()) {
    const actor = { municipalityId, personId: null }
    told += await database.transaction(actor, async (tx) => {
      const soon = await listPeopleDueSoon(tx.reader, { now, today, until: lastDayWithin(today, 1) })
      const to: PersonId[] = []
      for (const person of soon)
        if (reachOf(await listRoleGrants(tx.reader, person), 'caseflow.read', today).own) to.push(person)
      if (to.length === 0) return 0
      const writer = await tx.recordChange({
        room: 'caseflow',
        act: 'remind-deadlines',
        subjectKind: 'case-deadlines',
        detail: { people: to.length },
      })
      await notify(writer, { to, kind: 'case-deadlines-due', once: today })
      return to.length
    })
  }
  return told
}
