import { sql } from 'kysely'
import type { NotificationKind } from '../../core/notification/notification-kind.ts'
import type { NotificationId, PersonId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

export interface NewNotification {
  readonly person: PersonId
  readonly kind: NotificationKind
  readonly urgent: boolean
  readonly subjectId: string | null
  /** Tells apart what may be told again of the same subject, e.g. the day of a reminder. */
  readonly once: string
}

/** What somebody is told already, with the same kind, subject and `once`, is not told again. */
export async function saveNotifications(
  writer: Writer,
  notifications: readonly NewNotification[],
): Promise<void> {
  if (notifications.length === 0) return
  await writer.db
    .insertInto('notification')
    .values(
      notifications.map(({ person, kind, urgent, subjectId, once }) => ({
        person_id: person,
        kind,
        urgent,
        subject_id: subjectId,
        once,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export interface Notification {
  readonly id: NotificationId
  readonly kind: NotificationKind
  readonly subjectId: string | null
  readonly urgent: boolean
  readonly createdAt: Date
  readonly seen: boolean
}

/** A person's notifications, the unseen first, then the newest. */
export async function listNotifications(
  reader: Reader,
  person: PersonId,
  limit: number,
): Promise<readonly Notification[]> {
  return reader.db
    .selectFrom('notification')
    .select([
      'id',
      'kind',
      'subject_id as subjectId',
      'urgent',
      'created_at as createdAt',
      sql<boolean>`seen_at is not null`.as('seen'),
    ])
    .where('person_id', '=', person)
    .orderBy(sql`seen_at is not null`)
    .orderBy('urgent', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export interface UnseenCount {
  readonly unseen: number
  readonly urgent: number
}

export async function countUnseen(reader: Reader, person: PersonId): Promise<UnseenCount> {
  return reader.db
    .selectFrom('notification')
    .select(({ fn }) => [
      fn.countAll<number>().as('unseen'),
      fn.countAll<number>().filterWhere('urgent', '=', true).as('urgent'),
    ])
    .where('person_id', '=', person)
    .where('seen_at', 'is', null)
    .executeTakeFirstOrThrow()
}

/** Marks a person's own notifications as seen; all of them when `ids` is undefined. Another's stay as they are. */
export async function markSeen(
  writer: Writer,
  person: PersonId,
  ids: readonly NotificationId[] | undefined,
): Promise<void> {
  let update = writer.db
    .updateTable('notification')
    .set({ seen_at: sql<Date>`now()` })
    .where('person_id', '=', person)
    .where('seen_at', 'is', null)
  if (ids !== undefined) update = update.where('id', 'in', ids)
  await update.execute()
}
