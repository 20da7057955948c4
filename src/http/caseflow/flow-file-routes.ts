import { makeMonthFile, makeWeekFile } from '../../app/caseflow/flow-files/make-flow-file.ts'
import { listSubscribers } from '../../app/caseflow/flow-subscription/list-subscribers.ts'
import { getSubscription, saveMySubscription } from '../../app/caseflow/flow-subscription/my-subscription.ts'
import type { ReportPress } from '../../app/report/report-press.ts'
import {
  downloadMonth,
  downloadWeek,
  getFlowSubscription,
  listFlowSubscribers,
  saveFlowSubscription,
} from '../../contract/caseflow/flow-files.ts'
import { reportTypes } from '../../contract/report/report.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

/** `sendsMail`: whether this installation has a mail server. */
export function flowFileRoutes(press: ReportPress, sendsMail: boolean): readonly HandledRoute[] {
  return [
    handle(downloadWeek, async ({ params, query }, context) => {
      const made = await makeWeekFile(context, press, params.week, query)
      return made.ok ? { ...made, value: { ...made.value, type: reportTypes[query.format] } } : made
    }),
    handle(downloadMonth, async ({ params, query }, context) => {
      const made = await makeMonthFile(context, press, params.month, query)
      return made.ok ? { ...made, value: { ...made.value, type: reportTypes[query.format] } } : made
    }),
    handle(getFlowSubscription, (_input, context) => getSubscription(context, sendsMail)),
    handle(saveFlowSubscription, ({ params, body }, context) =>
      saveMySubscription(context, params.rhythm, body.scope),
    ),
    handle(listFlowSubscribers, (_input, context) => listSubscribers(context)),
  ]
}
