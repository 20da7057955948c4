import { getId, type NotificationId } from '../../storage/ids.ts'

/** The id in a request whose form the contract has checked. */
export function notificationIdOf(text: string): NotificationId {
  return getId<NotificationId>(text)
}
