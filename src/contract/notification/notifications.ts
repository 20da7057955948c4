import { z } from 'zod'
import { defineRoute, nothing } from '../frame/route.ts'

const localText = z.object({ da: z.string(), en: z.string() })

const notification = z.object({
  id: z.string(),
  /** One of core/notification/notification-kind.ts; newer servers may know more than an open page does. */
  kind: z.string(),
  text: localText,
  /** The id of the review, round ... it speaks of. */
  subject: z.string().nullable(),
  urgent: z.boolean(),
  at: z.iso.datetime(),
  seen: z.boolean(),
})
export type NotificationView = z.output<typeof notification>

const notifications = z.object({ notifications: z.array(notification) })
export type Notifications = z.output<typeof notifications>

export const listNotifications = defineRoute({
  method: 'GET',
  path: '/api/notifications',
  permission: 'signed-in',
  summary: 'What the person is told, the unseen first',
  response: notifications,
  errors: [],
})

const count = z.object({ unseen: z.number().int(), urgent: z.number().int() })
export type NotificationCount = z.output<typeof count>

export const countNotifications = defineRoute({
  method: 'GET',
  path: '/api/notifications/count',
  permission: 'signed-in',
  summary: 'How much of it is unseen; asked once a minute by an open page',
  response: count,
  errors: [],
})

export const markNotificationsSeen = defineRoute({
  method: 'POST',
  path: '/api/notifications/seen',
  permission: 'signed-in',
  summary: "Mark notifications of one's own as seen; all of them without ids",
  body: z.object({ ids: z.array(z.uuid()).max(200).optional() }),
  response: nothing,
  errors: [],
})
