import { notificationKinds, type NotificationKind } from '../../core/notification/notification-kind.ts'
import type { PersonId } from '../../storage/ids.ts'
import { saveNotifications } from '../../storage/notification/notification.ts'
import type { Writer } from '../../storage/transaction.ts'

export interface Notice {
  readonly to: readonly PersonId[]
  readonly kind: NotificationKind
  /** The id of the review, round ... it speaks of. */
  readonly subjectId?: string
  /** Tells apart what may be told again of the same subject, e.g. the day of a reminder. Without it: once for ever. */
  readonly once?: string
}

/** Tells people something, in the transaction of the act it comes from: no act without its notice, no notice without the act. */
export async function notify(writer: Writer, ...notices: readonly Notice[]): Promise<void> {
  await saveNotifications(
    writer,
    notices.flatMap(({ to, kind, subjectId, once }) =>
      [...new Set(to)].map((person) => ({
        person,
        kind,
        urgent: notificationKinds[kind].urgent,
        subjectId: subjectId ?? null,
        once: once ?? '',
      })),
    ),
  )
}
