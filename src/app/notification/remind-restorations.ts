import { lastDayWithin } from '../../core/review/working-days.ts'
import { listRoleGrants } from '../../storage/access/staff-member.ts'
import { findFinding } from '../../storage/finding/finding.ts'
import type { PersonId } from '../../storage/ids.ts'
import {
  listRestorationsDueSoon,
  type RestorationReminder,
} from '../../storage/notification/restoration-reminder.ts'
import type { Database, Reader } from '../../storage/transaction.ts'
import { danishDay } from '../frame/danish-day.ts'
import { viewerOf } from '../finding/finding-viewer.ts'
import { notify } from './notify.ts'

/** Working days before its day that whoever is responsible is told. */
const notice = 2

/**
 * Tells who is responsible of restorations that are due soon, once for each day they are due on. Those who are away are
 * left in peace, and nobody is told of what the seal keeps from them now.
 */
export async function remindRestorations(database: Database, now: Date): Promise<number> {
  const today = danishDay(now)
  let told = 0
  for (const { municipalityId } of await database.beforeSignIn.listMunicipalities()) {
    const actor = { municipalityId, personId: null }
    told += await database.transaction(actor, async (tx) => {
      const soon = await listRestorationsDueSoon(tx.reader, today, lastDayWithin(today, notice))
      const seen: RestorationReminder[] = []
      for (const [person, own] of Map.groupBy(soon, (each) => each.person))
        seen.push(...(await seenBy(tx.reader, person, own, today)))
      if (seen.length === 0) return 0
      const detail = { due: seen.length }
      const writer = await tx.recordChange({
        room: 'finding',
        act: 'remind-restorations',
        subjectKind: 'finding',
        detail,
      })
      await notify(
        writer,
        ...seen.map(({ person, finding, due }) => ({
          to: [person],
          kind: 'finding-due' as const,
          subjectId: finding,
          once: due,
        })),
      )
      return seen.length
    })
  }
  return told
}

async function seenBy(
  reader: Reader,
  person: PersonId,
  reminders: readonly RestorationReminder[],
  today: string,
): Promise<readonly RestorationReminder[]> {
  const viewer = await viewerOf(reader, { person, roles: await listRoleGrants(reader, person), today })
  const seen: RestorationReminder[] = []
  for (const each of reminders)
    if ((await findFinding(reader, each.finding, viewer)) !== undefined) seen.push(each)
  return seen
}
