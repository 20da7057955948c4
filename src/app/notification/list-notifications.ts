import type { Notifications, NotificationCount } from '../../contract/notification/notifications.ts'
import { notificationText } from '../../core/notification/notification-kind.ts'
import type { NotificationId } from '../../storage/ids.ts'
import {
  countUnseen,
  listNotifications as listStored,
  markSeen as saveSeen,
} from '../../storage/notification/notification.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'

const mostShown = 100

/** The caller's own notifications. They hold no personal data, so no look is recorded. */
export async function listNotifications(context: Context): Promise<Result<Notifications>> {
  return context.database.transaction(context.actor, async ({ reader }) => {
    const notifications = await listStored(reader, context.actor.personId, mostShown)
    return done({
      notifications: notifications.map(({ id, kind, subjectId, urgent, createdAt, seen }) => ({
        id,
        kind,
        text: { da: notificationText(kind, 1, 'da'), en: notificationText(kind, 1, 'en') },
        subject: subjectId,
        urgent,
        at: createdAt.toISOString(),
        seen,
      })),
    })
  })
}

export async function countNotifications(context: Context): Promise<Result<NotificationCount>> {
  return context.database.transaction(context.actor, async ({ reader }) =>
    done(await countUnseen(reader, context.actor.personId)),
  )
}

/** Only the caller's own; ids of others change nothing. */
export async function markSeen(
  context: Context,
  ids: readonly NotificationId[] | undefined,
): Promise<Result<undefined>> {
  if (ids?.length === 0) return done()
  return context.database.transaction(context.actor, async (tx) => {
    const writer = await tx.recordChange({
      room: 'notification',
      act: 'mark-seen',
      subjectKind: 'person',
      subjectId: context.actor.personId,
    })
    await saveSeen(writer, context.actor.personId, ids)
    return done()
  })
}
