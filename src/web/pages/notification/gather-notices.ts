import type { NotificationView } from '../../../contract/notification/notifications.ts'
import {
  isNotificationKind,
  notificationText,
  type NotificationKind,
} from '../../../core/notification/notification-kind.ts'
import type { Language } from '../../../core/language/language.ts'

/** Say the same however often they come, and lead to no page of their subject: many at once would hide all others. */
const gathered: ReadonlySet<string> = new Set<NotificationKind>(['review-written-off', 'review-taken'])

/** One line of the list: what one or several notifications say. */
export interface Notice extends NotificationView {
  /** Of all that it stands for. */
  readonly ids: readonly string[]
}

/** The notifications in their order; those that only say the same again stand once, where the newest of them stood. */
export function gatherNotices(notifications: readonly NotificationView[]): readonly Notice[] {
  return notifications.flatMap((each, index) => {
    if (!gathered.has(each.kind)) return [{ ...each, ids: [each.id] }]
    const alike = notifications.filter(({ kind }) => kind === each.kind)
    if (notifications.findIndex(({ kind }) => kind === each.kind) !== index) return []
    return [{ ...each, text: textOf(each, alike.length), ids: alike.map(({ id }) => id) }]
  })
}

function textOf({ kind, text }: NotificationView, count: number): Readonly<Record<Language, string>> {
  if (count === 1 || !isNotificationKind(kind)) return text
  return { da: notificationText(kind, count, 'da'), en: notificationText(kind, count, 'en') }
}
