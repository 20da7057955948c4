import { rolesWith } from '../../core/access/permissions.ts'
import { lastDayToAnswer } from '../../core/review/feedback.ts'
import { awayOn, listAbsences } from '../../storage/access/absence.ts'
import { listReviewers } from '../../storage/review/assignment.ts'
import {
  holdUnescalated,
  listFirstTold,
  listUnescalated,
  type OpenDispute,
} from '../../storage/review/dispute-overdue.ts'
import type { PersonId } from '../../storage/ids.ts'
import type { Database, PersonalReader, Transaction } from '../../storage/transaction.ts'
import { danishDay } from '../frame/danish-day.ts'
import { notify } from '../notification/notify.ts'

/**
 * Tells of disputes that were not answered by their day: whoever should have answered, and the area manager, who sees to
 * it that they do. Each is told once. Nothing happens, and nothing is logged, where there are none.
 */
export async function watchDisputes(database: Database, now: Date): Promise<number> {
  const today = danishDay(now)
  let told = 0
  for (const { municipalityId } of await database.beforeSignIn.listMunicipalities()) {
    const actor = { municipalityId, personId: null }
    const open = await database.transaction(actor, ({ reader }) => listUnescalated(reader, now))
    for (const dispute of open.filter(({ at }) => lastDayToAnswer(danishDay(at)) < today))
      told += await database.transaction(actor, (tx) => escalate(tx, dispute, today))
  }
  return told
}

async function escalate(tx: Transaction, dispute: OpenDispute, today: string): Promise<number> {
  const subject = { subjectKind: 'feedback', subjectId: dispute.id } as const
  const reader = await tx.recordAccess({ act: 'escalate-dispute', ...subject })
  // Another process may be watching too.
  if (!(await holdUnescalated(reader, dispute.id))) return 0
  const to = [...(await listFirstTold(reader, dispute)), ...(await listManagers(reader, dispute, today))]
  const writer = await tx.recordChange({ room: 'review', act: 'escalate-dispute', ...subject })
  await notify(writer, { to, kind: 'feedback-overdue', subjectId: dispute.review, once: dispute.id })
  return 1
}

/**
 * The unit's area managers who are there, also those who reviewed the case: they do not judge, they see that somebody
 * does. Where there are none, those who lead the audit.
 */
async function listManagers(
  reader: PersonalReader,
  { unitId, by }: OpenDispute,
  today: string,
): Promise<readonly PersonId[]> {
  const away = awayOn(await listAbsences(reader, today), today)
  const present = async (roles: Parameters<typeof listReviewers>[1]) =>
    (await listReviewers(reader, roles, today)).filter(({ person }) => person !== by && !away.has(person))
  const managers = (await present(['area-manager'])).filter(({ unit }) => unit === null || unit === unitId)
  const found = managers.length > 0 ? managers : await present(rolesWith('feedback.correction'))
  return found.map(({ person }) => person)
}
