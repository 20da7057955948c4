import {
  countNotifications as countOf,
  listNotifications as listOf,
  markSeen,
} from '../../app/notification/list-notifications.ts'
import { listMyTasks as myTasksOf } from '../../app/notification/list-my-tasks.ts'
import {
  getMailPreference as preferenceOf,
  saveMailPreference as savePreferenceOf,
} from '../../app/notification/mail-preference.ts'
import { getMailPreference, saveMailPreference } from '../../contract/notification/mail-preference.ts'
import { listMyTasks } from '../../contract/notification/my-tasks.ts'
import {
  countNotifications,
  listNotifications,
  markNotificationsSeen,
} from '../../contract/notification/notifications.ts'
import { notificationIdOf } from '../../app/notification/notification-id.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

/** `sendsMail`: whether this installation has a mail server. */
export function notificationRoutes(sendsMail: boolean): readonly HandledRoute[] {
  return [
    handle(listMyTasks, (_input, context) => myTasksOf(context)),
    handle(listNotifications, (_input, context) => listOf(context)),
    handle(countNotifications, (_input, context) => countOf(context)),
    handle(markNotificationsSeen, ({ body }, context) => markSeen(context, body.ids?.map(notificationIdOf))),
    handle(getMailPreference, (_input, context) => preferenceOf(context, sendsMail)),
    handle(saveMailPreference, ({ body }, context) => savePreferenceOf(context, body)),
  ]
}
