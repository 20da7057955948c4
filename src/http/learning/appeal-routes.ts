import { exportAppeals as exportAll, listAppeals as appealsOf } from '../../app/learning/appeals-read.ts'
import {
  addAppeal as addOf,
  addAppealCount as addCountOf,
  decideAppeal as decideOf,
  learnAppealLesson as learnOf,
  planAppealLesson as planOf,
  withdrawAppeal as withdrawOf,
  withdrawAppealCount as withdrawCountOf,
} from '../../app/learning/appeals-write.ts'
import { done } from '../../app/frame/result.ts'
import type { ReportPress } from '../../app/report/report-press.ts'
import {
  addAppeal,
  addAppealCount,
  decideAppeal,
  exportAppeals,
  learnAppealLesson,
  listAppeals,
  planAppealLesson,
  withdrawAppeal,
  withdrawAppealCount,
} from '../../contract/learning/appeals.ts'
import { dataTypes } from '../../contract/report/round-data.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export const appealRoutes = (press: ReportPress): readonly HandledRoute[] => [
  handle(listAppeals, ({ query }, context) => appealsOf(context, query)),
  handle(exportAppeals, async ({ query }, context) => {
    const made = await exportAll(context, press, query)
    const type = query.format === 'xlsx' ? dataTypes.xlsx : 'text/csv; charset=utf-8'
    return made.ok ? done({ ...made.value, type }) : made
  }),
  handle(addAppeal, ({ body }, context) => addOf(context, body)),
  handle(decideAppeal, ({ params, body }, context) => decideOf(context, params.appeal, body)),
  handle(planAppealLesson, ({ params, body }, context) => planOf(context, params.appeal, body)),
  handle(learnAppealLesson, ({ params, body }, context) => learnOf(context, params.appeal, body)),
  handle(withdrawAppeal, ({ params, body }, context) => withdrawOf(context, params.appeal, body.reason)),
  handle(addAppealCount, ({ body }, context) => addCountOf(context, body)),
  handle(withdrawAppealCount, ({ params, body }, context) =>
    withdrawCountOf(context, params.appealCount, body.reason),
  ),
]
