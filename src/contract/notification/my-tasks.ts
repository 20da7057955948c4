import { z } from 'zod'
import { taskKinds } from '../../core/notification/my-tasks.ts'
import { defineRoute } from '../frame/route.ts'

const task = z.object({
  kind: z.enum(taskKinds),
  /** Id of a single thing; null: the row stands for `count` of them, and the page of the kind lists them. */
  subject: z.string().nullable(),
  /** What the single thing is called: a case number, a calibration's or an initiative's name. */
  name: z.string().nullable(),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  count: z.number().int(),
  /** The earliest day of them; null: none has one. */
  due: z.iso.date().nullable(),
  overdue: z.number().int(),
})
export type MyTask = z.output<typeof task>

const myTasks = z.object({
  today: z.iso.date(),
  /** In the order they are to be done: a child at risk, what is overdue, then by the day. */
  tasks: z.array(task),
  /** What the person has done today. */
  doneToday: z.object({
    reviews: z.number().int(),
    minutes: z.number().int(),
    restored: z.number().int(),
    verified: z.number().int(),
    approved: z.number().int(),
  }),
})
export type MyTasks = z.output<typeof myTasks>

export const listMyTasks = defineRoute({
  method: 'GET',
  path: '/api/tasks/mine',
  // Empty for whoever has nothing to do in any room.
  permission: 'signed-in',
  summary:
    'What the person has to do in all rooms, in order: how many of each kind, the earliest day, how many overdue',
  response: myTasks,
  errors: [],
})
